import type { Kysely } from 'kysely'
import type { Timer } from '../decisions/decision-worker.ts'
import type { BackgroundTasks } from '../lib/background-tasks.ts'
import type { Database } from '../store/schema.ts'
import { makeKeptDecisions, type KeptDecisions } from './kept-decisions.ts'
import { makeSeal } from './seal.ts'

const PRUNE_EACH_MS = 3_600_000

/** The readings that are kept, and what deletes the old ones from time to time. */
export function makeKept(deps: {
  store: Kysely<Database>
  clock: () => number
  timer: Timer
  tasks: BackgroundTasks
  keepKey: Uint8Array
  retention: () => Promise<{ keptCaseDays: number; legalHold: readonly string[] }>
}): KeptDecisions & { start: () => void; stop: () => void } {
  const kept = makeKeptDecisions({ ...deps, seal: makeSeal(deps.keepKey), policy: deps.retention })
  let cancel = (): void => undefined
  const prune = (): void => {
    deps.tasks.calmly(async () => void (await kept.prune()))
    cancel = deps.timer(PRUNE_EACH_MS, prune)
  }
  return { ...kept, start: prune, stop: () => cancel() }
}
