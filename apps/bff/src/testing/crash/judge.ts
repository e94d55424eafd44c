import { setTimeout as sleep } from 'node:timers/promises'
import type { Agent } from '../agent.ts'
import { field, type Made } from './deeds.ts'
import type { Upstream } from './upstream.ts'

const last = new Set(['settled', 'undone', 'void', 'refused'])
const patienceMs = 180_000

const stateWhenOver = async (reader: Agent, id: string, until: number): Promise<string> => {
  for (;;) {
    const state = field(await (await reader.get(`/api/decisions/${id}`)).json(), 'state')
    if (last.has(state) || Date.now() > until) return state
    await sleep(200)
  }
}

const wanted: Readonly<Record<Made['undone'], readonly string[]>> = {
  acknowledged: ['undone'],
  asked: ['undone', 'settled'],
  no: ['settled'],
}

/** Waits until every decision is over and compares what Verdict says with what stands at Didit. */
export const judge = async (upstream: Upstream, reader: Agent, made: readonly Made[], touched: Iterable<string>) => {
  const faults: string[] = []
  const until = Date.now() + patienceMs
  const stateOfSession = new Map<string, string>()
  for (const { id, sessionId, undone } of made) {
    const state = await stateWhenOver(reader, id, until)
    stateOfSession.set(sessionId, state)
    if (!wanted[undone].includes(state)) faults.push(`decision ${id} is ${state}, not ${wanted[undone].join(' or ')}`)
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
