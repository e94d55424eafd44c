import type { Agent } from '../agent.ts'

/** A decision that was acknowledged, and where it may come to rest after what its people asked for since. */
export interface Made {
  sessionId: string
  id: string
  ends: readonly string[]
  /** What waits for a second person, and where that may come to rest. */
  second?: { approvalId: string; ends: readonly string[] }
}

export const field = (value: unknown, name: string): string => String(Reflect.get(Object(value), name))

const declineOf = async (agent: Agent, sessionId: string): Promise<{ status: number; body: unknown }> => {
  const detail: unknown = await (await agent.get(`/api/sessions/${sessionId}`)).json()
  const body = { outcome: 'Declined', reasonCode: 'policy', comment: 'Crash test.', evidenceHash: field(detail, 'evidenceHash') }
  const answer = await agent.post(`/api/sessions/${sessionId}/decisions`, body)
  return { status: answer.status, body: await answer.json() }
}

/** Decides a session and perhaps undoes or hurries it. Adds to `made` at the moment of the acknowledgement. */
export const decide = async (agent: Agent, sessionId: string, then: 'wait' | 'undo' | 'send', made: Made[]): Promise<void> => {
  const answer = await declineOf(agent, sessionId)
  if (answer.status !== 202) return
  const entry: Made = { sessionId, id: field(answer.body, 'id'), ends: ['settled'] }
  made.push(entry)
  if (then === 'send') await agent.post(`/api/decisions/${entry.id}/send`)
  if (then !== 'undo') return
  entry.ends = ['undone', 'settled']
  const undone = await agent.delete(`/api/decisions/${entry.id}`)
  if (undone.status === 200) entry.ends = ['undone']
}

export type SecondThen = 'agree' | 'refuse' | 'leave' | 'race'

const answerAs = async (checker: Agent, approvalId: string, verdict: 'approve' | 'reject'): Promise<boolean> => {
  const { evidenceHash } = Object(await (await checker.get(`/api/approvals/${approvalId}`)).json())
  const answer = await checker.post(`/api/approvals/${approvalId}`, { verdict, comment: 'Crash test.', evidenceHash })
  return answer.status === 200
}

/**
 * Overturns a decided session, which waits for a second person; who agrees, refuses, leaves it, or agrees while its
 * maker takes it back.
 */
export const overturn = async (
  { maker, checker }: { maker: Agent; checker: Agent },
  sessionId: string,
  then: SecondThen,
  made: Made[],
): Promise<void> => {
  const answer = await declineOf(maker, sessionId)
  if (answer.status !== 202) return
  const second = { approvalId: field(answer.body, 'approvalId'), ends: ['second'] as readonly string[] }
  const entry: Made = { sessionId, id: field(answer.body, 'id'), ends: ['awaiting_second'], second }
  made.push(entry)
  if (then === 'leave') return
  const [end, stage] = then === 'refuse' ? ['void', 'rejected'] : ['settled', 'approved']
  const back = then === 'race' ? maker.delete(`/api/decisions/${entry.id}`) : undefined
  entry.ends = ['awaiting_second', end, ...(back ? ['undone'] : [])]
  second.ends = ['second', stage, ...(back ? ['withdrawn'] : [])]
  const [said, undone] = await Promise.all([
    answerAs(checker, second.approvalId, then === 'refuse' ? 'reject' : 'approve'),
    back?.then(({ status }) => status === 200),
  ])
  if (said) second.ends = [stage]
  if (undone) entry.ends = ['undone']
  else if (said) entry.ends = [end]
}
