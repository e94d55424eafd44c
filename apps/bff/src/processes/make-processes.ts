import { createHash } from 'node:crypto'
import type { DecisionWorker, Timer } from '../decisions/decision-worker.ts'
import { makeEndInterrupted } from '../ledger/end-interrupted.ts'
import { makeLedger, type Ledger } from '../ledger/ledger.ts'
import type { Logger } from '../lib/logger.ts'
import type { Store } from '../store/open-store.ts'
import { makePresence, type Presence } from './presence.ts'

/** Tells apart without telling: two bffs must have the same secret. */
export const markOf = (secret: string): string => createHash('sha256').update(`verdict:${secret}`).digest('hex').slice(0, 16)

/** This process: its name among the others, and the ledger that writes in it. */
export const makeProcess = (world: {
  store: Store
  clock: () => number
  steady?: () => number
  newId: () => string
  timer: Timer
  authSecret: string
  alone: boolean
  log: Logger
}): { ledger: Ledger; presence: Presence } => {
  const { clock, log } = world
  const id = world.newId()
  const presence = makePresence({
    ...world,
    id,
    steady: world.steady ?? clock,
    secretMark: markOf(world.authSecret),
    onFailure: (error) => log.error({ err: error }, 'a sign of life could not be given'),
  })
  return { presence, ledger: makeLedger({ clock, processId: id }) }
}

/** Takes up what dead processes left: at start, and after each sign of life of our own. */
export const makeTakingUp = (deps: {
  presence: Presence
  alone: boolean
  store: Store
  ledger: Ledger
  worker: Pick<DecisionWorker, 'start' | 'takeUp'>
  /** Approvals that were being carried out. */
  endApprovals: () => Promise<void>
}) => {
  const { presence, alone, worker, endApprovals } = deps
  const interrupted = makeEndInterrupted(deps)
  return async (): Promise<void> => {
    await presence.start(async () => {
      await interrupted.ofOthers()
      await endApprovals()
      await worker.takeUp()
    })
    await endApprovals()
    await (alone ? interrupted.ofAll() : interrupted.ofOthers())
    await worker.start()
  }
}
