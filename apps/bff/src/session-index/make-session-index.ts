import type { RetentionPolicy } from '@verdict/contract/policy/retention'
import type { Didit } from '@verdict/didit'
import type { Timer } from '../decisions/decision-worker.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Publish } from '../live/live-feed.ts'
import type { BackgroundTasks } from '../lib/background-tasks.ts'
import type { Logger } from '../lib/logger.ts'
import type { Evidence, EvidenceReader } from '../sessions/evidence.ts'
import { evidenceHash } from '../sessions/evidence-hash.ts'
import type { Workflows } from '../sessions/list-workflows.ts'
import type { Portraits } from '../sessions/portraits.ts'
import type { Store } from '../store/open-store.ts'
import type { Metrics } from '../system/metrics.ts'
import { makeCountFacets, makeDescribeIndex, makeMeasureIndex } from './describe-index.ts'
import { makeGlanceAtIndex, type IndexGlance } from './index-glance.ts'
import { hasAll, hasFirstPages, IN_REVIEW, makeIndexReading, reviewComparedAt } from './index-reading.ts'
import { makeSampleIndex } from './index-sample.ts'
import { makeIndexStates } from './index-state.ts'
import { makeIndexKeeper } from './index-keeper.ts'
import { makeIndexWriter, type IndexChange, type Ranking } from './index-writer.ts'
import { makeKeeperLease } from './keeper-lease.ts'
import { makeListSessions, type IndexReadiness } from './list-sessions.ts'
import { makePurgeGone } from './purge-gone.ts'
import { makeCaseReading } from './read-cases.ts'
import { makeTellChanges } from './tell-changes.ts'
import { makeSweepStep } from './sweep-step.ts'

/** What a webhook or an act of our own says about a session. */
export interface HeardOf {
  sessionId: string
  status?: string | undefined
  workflowId?: string | undefined
  /** When it happened, epoch ms. */
  at: number
  /** The case as it came along, when it can be believed: then nothing need be read. */
  decision?: Evidence['wire'] | undefined
}

interface Parts {
  store: Store
  didit: Pick<Didit, 'sessions'>
  evidence: Pick<EvidenceReader, 'read'>
  portraits: Portraits
  workflows: Pick<Workflows, 'knownLabel'>
  clock: () => number
  newId: () => string
  timer: Timer
  tasks: BackgroundTasks
  log: Logger
  publish: Publish
  /** Told of sessions that were known and stand differently now. */
  onMoved?: (moved: readonly { sessionId: string; before: string; after: string }[]) => Promise<void>
  ranking: Ranking
  ledger: Ledger
  metrics: Pick<Metrics, 'watchIndex'>
  retention: () => Promise<RetentionPolicy>
}

/** Our own list of all sessions, kept true by what is heard and by comparing it with Didit's lists. */
export function makeSessionIndex(parts: Parts) {
  const { store, clock, tasks, log, workflows } = parts
  const tell = makeTellChanges(parts)
  const onChange = (changes: readonly IndexChange[], heard = false) =>
    tasks.run(async () => {
      await tell(changes, heard)
      const moved = changes.flatMap(({ sessionId, before, after }) =>
        before !== null && after !== null && before !== after ? [{ sessionId, before, after }] : [],
      )
      if (moved.length > 0) await parts.onMoved?.(moved)
    })
  const writer = makeIndexWriter({ ...parts, onChange })
  const states = makeIndexStates({ store })
  const glance = makeGlanceAtIndex({ store, states })
  const describe = makeDescribeIndex({ store, glance })
  parts.metrics.watchIndex(makeMeasureIndex({ describe, clock }))
  const cases = makeCaseReading({ ...parts, writer })
  const reading = makeIndexReading({ states, step: makeSweepStep({ ...parts, writer }), cases, clock })
  const lease = makeKeeperLease({ store, clock, owner: parts.newId() })
  const onFailure = (error: unknown) => log.warn({ err: error }, 'the index could not be compared with Didit')
  const purge = makePurgeGone(parts)
  const keeper = makeIndexKeeper({ ...parts, purge, reading, cases, states, lease, onFailure })
  let last: IndexGlance | undefined
  let filling: Promise<void> | undefined

  const isStarted = () => keeper.isStarted()

  /** Without the loop, as in tests, the whole index is read when it is first wanted. */
  const fill = async (): Promise<void> => {
    await reading.readFirstPages('person')
    if (!isStarted()) await reading.readAll({ anew: false })
  }

  const look = async (): Promise<IndexGlance> => {
    last = await glance()
    return last
  }

  const ready = async (): Promise<IndexGlance> => {
    if (!isStarted()) await cases.lookUpWaiting(true).catch(onFailure)
    const seen = await look()
    if (hasFirstPages(seen.state) && (isStarted() || hasAll(seen.state))) return seen
    filling ??= fill().finally(() => {
      filling = undefined
    })
    await filling
    return look()
  }

  const heardAll = async (news: readonly Omit<HeardOf, 'decision'>[]): Promise<void> => {
    // A clock of Didit's that is ahead must not make later readings look old.
    const now = clock()
    const all = news.map((one) => ({ sessionId: one.sessionId.toLowerCase(), heard: { ...one, at: Math.min(one.at, now) } }))
    for (const sessionId of await writer.heard(all)) cases.lookUpSoon(sessionId)
  }

  const heard = async (news: HeardOf): Promise<void> => {
    const sessionId = news.sessionId.toLowerCase()
    if (news.decision) return cases.keep({ sessionId, wire: news.decision, hash: evidenceHash(news.decision), asOf: news.at, stale: false })
    await heardAll([news])
  }

  const readiness: IndexReadiness = {
    ready,
    comparedAt: () => last?.state.comparedAt ?? 0,
    isComplete: async ({ warnings, statuses, workflows: asked }) => {
      if (!last) return false
      const { state, counts } = last
      const listed = hasAll(state) || (statuses?.every((status) => status === IN_REVIEW) === true && reviewComparedAt(state) > 0)
      // Lists of people do not tell the workflow, and no list the warnings: the case does.
      const isPlaced = !asked || counts.total({ workflows: [''] }) === 0
      return listed && isPlaced && (!warnings || (await nothingWanted(store)))
    },
    labelOf: (workflowId) => workflows.knownLabel(workflowId),
  }

  return {
    /** Call when a webhook or somebody here says that a session changed; resolves when that is in the index. */
    heard,
    /** The same of many, oldest first, in one go. */
    heardAll,
    /** Our own decision was taken by Didit: its row changes at once, and nothing of the case need be read. */
    settled: async (sessionId: string, status: string): Promise<void> => {
      // What began to be read in this very millisecond was read before.
      await writer.heard([{ sessionId: sessionId.toLowerCase(), heard: { status, at: clock() + 1, only: true } }])
    },
    /** A case was read for somebody: its row knows it too. */
    keep: (evidence: Evidence) => cases.keep(evidence),
    /** Events may have been missed. */
    hurry: () => keeper.hurry(),
    /** Compares everything with Didit now; for tests and by hand. */
    reconcile: async (): Promise<void> => {
      await cases.lookUpWaiting(true)
      await reading.readAll({ anew: true })
      await look()
    },
    /** Reads every case whose warnings are wanted, as far as the budget goes; for tests and by hand. */
    readDetails: () => cases.fillAll(),
    readiness: {
      ...readiness,
      reviewComparedAt: () => (last ? reviewComparedAt(last.state) : 0),
    },
    /** The queue shows rows whose details are wanted: without the loop they are read now, beside the answer. */
    fillQueue: (): void => {
      if (!isStarted()) tasks.run(() => cases.fillQueue())
    },
    /** Lets go of what is kept of sessions that are gone, when its time is over. The loop does it every hour. */
    purge,
    isPaused: () => cases.isPaused(),
    listSessions: makeListSessions({ store, readiness, sample: makeSampleIndex({ store, clock }) }),
    describe,
    facets: makeCountFacets({ glance }),
    start: () => keeper.start(),
    stop: () => keeper.stop(),
  }
}
export type SessionIndex = ReturnType<typeof makeSessionIndex>

async function nothingWanted(store: Store): Promise<boolean> {
  const row = await store.selectFrom('session_index').select('id').where('wants', '>', 0).limit(1).executeTakeFirst()
  return row === undefined
}
