import type { Agent } from '../agent.ts'

/** A decision that was acknowledged, and how far its maker got in taking it back. */
export interface Made {
  sessionId: string
  id: string
  undone: 'no' | 'asked' | 'acknowledged'
}

export const field = (value: unknown, name: string): string => String(Reflect.get(Object(value), name))

/** Decides a session and perhaps undoes or hurries it. Adds to `made` at the moment of the acknowledgement. */
export const decide = async (agent: Agent, sessionId: string, then: 'wait' | 'undo' | 'send', made: Made[]): Promise<void> => {
  const detail: unknown = await (await agent.get(`/api/sessions/${sessionId}`)).json()
  const body = { outcome: 'Declined', reasonCode: 'policy', comment: 'Crash test.', evidenceHash: field(detail, 'evidenceHash') }
  const answer = await agent.post(`/api/sessions/${sessionId}/decisions`, body)
  if (answer.status !== 202) return
  const entry: Made = { sessionId, id: field(await answer.json(), 'id'), undone: 'no' }
  made.push(entry)
  if (then === 'send') await agent.post(`/api/decisions/${entry.id}/send`)
  if (then !== 'undo') return
  entry.undone = 'asked'
  const undone = await agent.delete(`/api/decisions/${entry.id}`)
  if (undone.status === 200) entry.undone = 'acknowledged'
}
