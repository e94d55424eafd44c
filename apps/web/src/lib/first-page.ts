import type { Permission } from '@verdict/contract/access'

/** Where a person's work is: the queue for those who have one. */
export function firstPage(permissions: readonly Permission[]): '/queue' | '/sessions' | '/team' | '/welcome' {
  if (permissions.includes('queue.read')) return '/queue'
  if (permissions.includes('sessions.read')) return '/sessions'
  if (permissions.includes('people.manage')) return '/team'
  return '/welcome'
}
