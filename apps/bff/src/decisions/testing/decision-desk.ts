import type { Decision, DecisionInput } from '@verdict/contract/decision'
import { Decision as DecisionSchema, DecisionAccepted } from '@verdict/contract/decision'
import { Problem } from '@verdict/contract/problem'
import { z } from 'zod'
import { quiet } from '../../testing/house-store.ts'
import { adaptSession } from '../../sessions/session.adapt.ts'
import type { Agent, House } from '../../testing/index.ts'

const Journal = z.array(
  z.looseObject({
    method: z.string(),
    path: z.string(),
    status: z.number().nullable(),
    body: z.looseObject({ new_status: z.string().optional(), comment: z.string().optional() }).nullable().catch(null),
  }),
)
const Entry = z.looseObject({
  seq: z.int(),
  action: z.string(),
  sessionId: z.string().nullable(),
  reason: z.string().nullable(),
  outcome: z.string().nullable(),
  ref: z.int().nullable(),
  data: z.record(z.string(), z.unknown()),
})

/** Ids of sessions in this status, newest first. */
export const sessionsIn = async (house: House, status: string, kind: 'user' | 'business' = 'user'): Promise<string[]> => {
  const page = await house.deps.didit.sessions.list({ status: [status], kind, limit: 1000 })
  return page.results.map((row) => row.session_id)
}

export const oneSession = async (house: House, status = 'In Review', kind: 'user' | 'business' = 'user'): Promise<string> => {
  const [id] = await sessionsIn(house, status, kind)
  if (id === undefined) throw new Error(`the world has no ${kind} session that is ${status}`)
  return id
}

/** Reads the session as its reviewer would, and decides. */
export const decide = async (house: House, agent: Agent, sessionId: string, input: Partial<DecisionInput> = {}): Promise<Response> => {
  const hash = input.evidenceHash ?? (await house.deps.evidence.read(sessionId, 'cached')).hash
  const read = house.deps.evidence.newest(sessionId)
  const seen = read && adaptSession(read.wire, () => null).warnings.map(({ id }) => id)
  return agent.post(`/api/sessions/${sessionId}/decisions`, {
    outcome: 'Approved',
    reasonCode: 'checks-passed',
    comment: 'Seen.',
    evidenceHash: hash,
    seen,
    ...input,
  })
}

export const accepted = async (answer: Response): Promise<DecisionAccepted> => {
  if (answer.status !== 202) throw new Error(`not accepted: ${answer.status} ${await answer.text()}`)
  return DecisionAccepted.parse(await answer.json())
}

export const problemOf = async (answer: Response): Promise<Problem> => Problem.parse(await answer.json())

export const readDecision = async (agent: Agent, id: string): Promise<Decision> =>
  DecisionSchema.parse(await (await agent.get(`/api/decisions/${id}`)).json())

/** Lets time pass in steps, working off what comes due in each; calls that wait for time go on waiting. */
export const letPass = async (house: House, ms: number, step = 1000): Promise<void> => {
  const end = house.clock() + ms
  await Promise.race([house.deps.decisions.worker.settle(), quiet(house.deps.store)])
  while (house.clock() < end) {
    house.clock.advance(Math.min(step, end - house.clock()))
    await Promise.race([house.deps.decisions.worker.settle(), quiet(house.deps.store)])
  }
}

/**
 * Waits until nothing stands between the look at the evidence and the write: whatever changes the session upstream in
 * between cannot be seen by anybody, since Didit takes no precondition. A loaded machine needs more turns for it.
 */
export const letChecksEnd = async (house: House): Promise<void> => {
  const patience = Date.now() + 5000
  const { book } = house.deps.decisions
  const checking = async () =>
    (await book.underWay()).some(({ stage }) => stage === 'checking') ||
    (await book.upcoming()).some(({ wakeAt }) => wakeAt <= house.clock())
  while (Date.now() < patience && (await checking())) await quiet(house.deps.store)
  await quiet(house.deps.store)
}

/** Every status write for this session that reached Didit, in order. */
export const writesTo = async (house: House, sessionId: string) => {
  const journal = Journal.parse(await (await house.emulator.app.request('/__emulator/requests')).json())
  return journal.filter(({ method, path }) => method === 'PATCH' && path === `/v3/session/${sessionId}/update-status/`)
}

/** How often Didit did what this decision says: its own trail is the judge. */
export const timesApplied = async (house: House, sessionId: string, ledgerSeq: number): Promise<number> => {
  const { reviews } = await house.deps.didit.sessions.decision({ sessionId })
  return (reviews ?? []).filter(({ comment }) => comment?.endsWith(`Verdict ledger ${ledgerSeq}]`)).length
}

export const statusOf = async (house: House, sessionId: string): Promise<string> =>
  (await house.deps.didit.sessions.decision({ sessionId })).status

/** What the record says of this session: `who action outcome`. */
export const recordOf = async (house: House, sessionId: string) => {
  const rows = await house.deps.store
    .selectFrom('ledger_entries')
    .select(['who', 'body'])
    .where('session_id', '=', sessionId)
    .orderBy('seq')
    .execute()
  return rows.map(({ who, body }) => ({ who, ...Entry.parse(JSON.parse(body)) }))
}

export const recordLines = async (house: House, sessionId: string): Promise<string[]> =>
  (await recordOf(house, sessionId)).map(({ who, action, outcome }) => `${who} ${action}${outcome === null ? '' : ` ${outcome}`}`)
