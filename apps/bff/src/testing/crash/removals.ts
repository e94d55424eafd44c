import type { Agent } from '../agent.ts'
import { field, type SecondThen } from './deeds.ts'
import type { Upstream } from './upstream.ts'

/** A removal from the blocklist that was asked for, and how far the second person got. */
export interface Removal {
  sessionId: string
  approvalId: string
  answer: 'none' | 'asked' | 'agreed' | 'refused'
}

const items = ['document']

/** Blocks a document, asks for its removal, and lets a second person agree, refuse or stay away. */
export const askRemoval = async (
  { maker, checker }: { maker: Agent; checker: Agent },
  sessionId: string,
  then: Exclude<SecondThen, 'race'>,
  removals: Removal[],
): Promise<void> => {
  const reason = 'Crash test.'
  if ((await maker.post('/api/blocklist', { sessionId, items, reason })).status !== 200) return
  const asked = await maker.post('/api/blocklist/remove', { sessionId, items, reason })
  if (asked.status !== 202) return
  const removal: Removal = { sessionId, approvalId: field(await asked.json(), 'approvalId'), answer: 'none' }
  removals.push(removal)
  if (then === 'leave') return
  removal.answer = 'asked'
  const verdict = then === 'agree' ? 'approve' : 'reject'
  const said = await checker.post(`/api/approvals/${removal.approvalId}`, { verdict, comment: 'Crash test.' })
  if (said.status === 200) removal.answer = then === 'agree' ? 'agreed' : 'refused'
}

/** Compares what the approvals say with what Didit was told: at most once each, and certain only where it is. */
export const judgeRemovals = async (upstream: Upstream, reader: Agent, removals: readonly Removal[]): Promise<string[]> => {
  const removed = await upstream.removals()
  const faults: string[] = []
  for (const { sessionId, approvalId, answer } of removals) {
    const approval: unknown = await (await reader.get(`/api/approvals/${approvalId}`)).json()
    const [stage, problem] = [field(approval, 'stage'), field(approval, 'problem')]
    const times = removed.get(sessionId) ?? 0
    const fault = (what: string) => faults.push(`removal ${approvalId} (${answer}, ${stage}, ${times} at Didit): ${what}`)
    if (times > 1) fault('sent twice')
    if (times > 0 && stage !== 'approved') fault('sent, but the page says that it was not')
    if (stage === 'approved' && problem === 'null' && times !== 1) fault('called done, but it is not')
    if (stage === 'doing') fault('left under way')
    const ends = { none: ['second'], asked: ['second', 'approved', 'rejected'], agreed: ['approved'], refused: ['rejected'] }[answer]
    if (!ends.includes(stage)) fault(`not ${ends.join(' or ')}`)
    if (answer === 'agreed' && times !== 1) fault('agreed to and acknowledged, but not done')
  }
  return faults
}
