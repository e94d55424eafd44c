import type { Didit } from '@verdict/didit'
import type { Kysely } from 'kysely'
import type { Timer } from '../decisions/decision-worker.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Logger } from '../lib/logger.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import type { Database } from '../store/schema.ts'
import type { Metrics } from '../system/metrics.ts'
import { mayBeDecided } from './judge-trail.ts'
import { makeAlarms } from './read-alarms.ts'
import { makeReconcile } from './reconcile.ts'
import { makeReconciliationBook } from './reconciliation.repository.ts'
import type { AlarmRow } from './reconciliation.repository.ts'
import { makeToldTrails } from './told-trails.ts'

/** The room put together. `mark` is for whoever hears that a session changed. */
export function makeReconciliation(deps: {
  store: Kysely<Database>
  ledger: Ledger
  clock: () => number
  newId: () => string
  timer: Timer
  log: Logger
  didit: Pick<Didit, 'reviews'>
  evidence: Pick<EvidenceReader, 'read'>
  metrics: Pick<Metrics, 'watchAlarms'>
  /** Zero: only on somebody's word. */
  everySeconds: number
  /** An alarm was raised, noted or acknowledged. */
  onChange: (alarm: AlarmRow) => void
}) {
  const { timer, log, metrics, everySeconds } = deps
  const book = makeReconciliationBook(deps)
  const onFailure = (error: unknown) => log.error({ err: error }, 'a trail could not be compared')
  const told = makeToldTrails()
  const reconcile = makeReconcile({ ...deps, book, told, onFailure })
  metrics.watchAlarms(async () => ({ open: (await book.counts()).open, due: await book.dueCount() }))
  let cancel: () => void = () => undefined
  let running: Promise<unknown> = Promise.resolve()
  let stopped = false
  const again = (): void => {
    if (stopped || everySeconds === 0) return
    cancel = timer(everySeconds * 1000, () => {
      running = reconcile().catch(onFailure).finally(again)
    })
  }
  return {
    mark: book.mark,
    markAll: book.markAll,
    /** A signed webhook brought this decision. */
    tell: told.tell,
    /** The index saw these change; only what somebody may have decided is compared. */
    markMoved: async (moved: readonly { sessionId: string; before: string; after: string }[]): Promise<void> => {
      await book.markAll(moved.filter(({ after }) => mayBeDecided(after)).map(({ sessionId, before }) => ({ sessionId, before })))
    },
    alarms: makeAlarms({ ...deps, book, reconcile }),
    reconcile,
    start: async (): Promise<void> => {
      await book.state()
      again()
    },
    stop: async (): Promise<void> => {
      stopped = true
      cancel()
      await running
    },
  }
}
export type ReconciliationRoom = ReturnType<typeof makeReconciliation>
