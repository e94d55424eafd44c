import { setTimeout as sleep } from 'node:timers/promises'
import type { Agent } from '../agent.ts'
import { field, type Made } from './deeds.ts'
import type { Upstream } from './upstream.ts'

/** Nothing moves on from here by itself. */
const atRest = new Set(['settled', 'undone', 'void', 'refused', 'awaiting_second'])
const patienceMs = 240_000

const stateAtRest = async (reader: Agent, id: string, until: number): Promise<string> => {
  for (;;) {
    const state = field(await (await reader.get(`/api/decisions/${id}`)).json(), 'state')
    if (atRest.has(state) || Date.now() > until) return state
    await sleep(200)
  }
}

/** The case as it is now: while our budget of reads is used up, its page says of itself that it is an older copy. */
const caseNow = async (reader: Agent, sessionId: string, until: number): Promise<unknown> => {
  for (;;) {
    const answer = await reader.get(`/api/sessions/${sessionId}`)
    const page: unknown = await answer.json()
    if ((answer.status === 200 && field(page, 'stale') === 'false') || Date.now() > until) return page
    await sleep(1000)
  }
}

/** What a person who opens the case is told wrongly. */
const untruths = (page: unknown, { sessionId, id }: Made, state: string, status: string): string[] => {
  const { decision, awaiting } = Object(page)
  const faults: string[] = []
  if (field(page, 'status') !== status) faults.push(`the case ${sessionId} says ${field(page, 'status')}, Didit ${status}`)
  if (field(decision, 'id') === id && field(decision, 'state') !== state)
    faults.push(`the case ${sessionId} says ${field(decision, 'state')}`)
  if ((awaiting !== null) !== (state === 'awaiting_second')) faults.push(`the case ${sessionId} is wrong about a second person`)
  return faults
}

/** Waits until every decision is at rest and compares what Verdict says with what stands at Didit. */
export const judge = async (upstream: Upstream, reader: Agent, made: readonly Made[], touched: Iterable<string>) => {
  const faults: string[] = []
  const until = Date.now() + patienceMs
  const stateOfSession = new Map<string, string>()
  for (const entry of made) {
    const { id, sessionId, ends, second } = entry
    const state = await stateAtRest(reader, id, until)
    stateOfSession.set(sessionId, state)
    if (!ends.includes(state)) faults.push(`decision ${id} is ${state}, not ${ends.join(' or ')}`)
    faults.push(...untruths(await caseNow(reader, sessionId, until), entry, state, await upstream.statusOf(sessionId)))
    if (!second) continue
    const stage = field(await (await reader.get(`/api/approvals/${second.approvalId}`)).json(), 'stage')
    if (!second.ends.includes(stage)) faults.push(`what was asked for ${id} is ${stage}, not ${second.ends.join(' or ')}`)
    if ((stage === 'second') !== (state === 'awaiting_second')) faults.push(`decision ${id} is ${state} while what was asked is ${stage}`)
  }
  let applied = 0
  for (const sessionId of touched) {
    const times = await upstream.timesDecided(sessionId)
    applied += times
    const state = stateOfSession.get(sessionId)
    if (times > 1) faults.push(`session ${sessionId} was decided ${times} times`)
    if (state !== undefined && times !== (state === 'settled' ? 1 : 0)) {
      faults.push(`session ${sessionId} is ${state}, but Didit has it ${times} times`)
    }
  }
  return { applied, faults }
}
