import type { DiditError } from '@verdict/didit'
import { DiditRefusedError } from '@verdict/didit'

/** What an operator, who may change the environment, is told about a failed call. */
export function upstreamSentence(error: DiditError): { title: string; fix: string } {
  if (error instanceof DiditRefusedError && error.reason === 'credentials') {
    return {
      title: `the key is refused (${error.status})`,
      fix: 'Copy DIDIT_API_KEY again from Didit’s console; check its rights, its IP list and its end date.',
    }
  }
  switch (error.kind) {
    case 'unreachable':
      return { title: 'cannot be reached', fix: 'Check DIDIT_BASE_URL, name resolution, firewall and proxy of this machine.' }
    case 'timed-out':
      return { title: 'does not answer in time', fix: 'Check the network, then Didit’s status page.' }
    case 'unreadable':
      return { title: 'something else answers in its place', fix: 'Check DIDIT_BASE_URL: a proxy or another site is there.' }
    case 'over-budget':
      return { title: 'the rate limit of this key is used up', fix: 'Wait a minute; see what else uses the same key.' }
    default:
      return { title: error.message, fix: 'See Didit’s status page, then try again.' }
  }
}
