import type { BudgetReport, Connection } from '@verdict/contract/connection'
import type { Didit } from '@verdict/didit'
import { makeUpstream } from './connection/make-upstream.ts'
import { makeApprovals } from './approvals/make-approvals.ts'
import { makeAsking } from './approvals/make-asking.ts'
import type { BlocklistUseCases } from './blocklist/blocklist.routes.ts'
import { makeBlocklist, makeRemoval } from './blocklist/make-blocklist.ts'
import { makeAmlLooks, type AmlLooks } from './aml/aml-looks.ts'
import type { CorrectionsUseCases } from './corrections/corrections.routes.ts'
import { makeCorrections } from './corrections/make-corrections.ts'
import { makeKept } from './kept/make-kept.ts'
import { makeOnRecord } from './ledger/on-record.ts'
import { makeShareConsent } from './shares/share-consent.ts'
import { makeShares } from './shares/make-shares.ts'
import type { SharesUseCases } from './shares/shares.routes.ts'
import { makeTakeBackAll } from './decisions/take-back-all.ts'
import { pendingOf } from './decisions/decision.adapt.ts'
import { makeDecisions, type Decisions } from './decisions/make-decisions.ts'
import type { Env } from './env.ts'
import type { IdentifyQuietly } from './live/live.routes.ts'
import { makeLeaseBook, type LeaseBook } from './leases/lease-book.ts'
import { makeLeaseOf } from './leases/lease-of.ts'
import { makeWorkOnSession, type WorkOnSession } from './leases/work-on-session.ts'
import { makeLive, type Live } from './live/make-live.ts'
import type { Ledger } from './ledger/ledger.ts'
import { makeBackgroundTasks } from './lib/background-tasks.ts'
import type { Logger } from './lib/logger.ts'
import { makeAddNote, type AddNote } from './notes/add-note.ts'
import { makeListNotes, type ListNotes } from './notes/list-notes.ts'
import { makeNotesRepository } from './notes/notes.repository.ts'
import { makeAuth, type Auth } from './people/auth.ts'
import { makeIdentifyPerson } from './people/identify-person.ts'
import { rememberIdentities } from './people/remember-identities.ts'
import { startingAccess } from './people/starting-access.ts'
import type { IdentifyPerson } from './people/identify-person.ts'
import { makePeople, type People } from './people/make-people.ts'
import { makePolicies, type Policies } from './policy/policies.ts'
import { makeProcess, makeTakingUp } from './processes/make-processes.ts'
import type { Presence } from './processes/presence.ts'
import { makeQueue, type Queue } from './queue/make-queue.ts'
import { makeRanking } from './queue/ranking.ts'
import { makeReconciliation, type ReconciliationRoom } from './reconciliation/make-reconciliation.ts'
import { makeSessionIndex, type SessionIndex } from './session-index/make-session-index.ts'
import { telling, type EvidenceReader } from './sessions/evidence.ts'
import { makeSessionReading, makeSessions } from './sessions/make-sessions.ts'
import type { SessionsUseCases } from './sessions/sessions.routes.ts'
import { makeNotices, type Notices } from './store/listen.ts'
import { changesOf, type Store } from './store/open-store.ts'
import { makeGetTimeline, type GetTimeline } from './trail/get-timeline.ts'
import { makeLedgerTrail } from './trail/ledger-trail.ts'
import { makeMetrics, type Metrics } from './system/metrics.ts'
import { noWebFiles, type WebFiles } from './web/web-files.ts'
import type { World } from './world.ts'
import { makeHearing } from './webhooks/hear-event.ts'
import { makeWebhooks, type Webhooks } from './webhooks/make-webhooks.ts'
import { makeSessionChanges } from './webhooks/session-changes.ts'

/** What every room may ask for. */
export interface Deps {
  env: Env
  clock: () => number
  newId: () => string
  store: Store
  log: Logger
  didit: Didit
  ledger: Ledger
  /** What other processes on this store tell: `notify(trx, channel, …)` in `store/notify.ts` is the other end. */
  notices: Notices
  policies: Policies
  /** This process among those that share the store. */
  presence: Presence
  auth: Auth
  identifyPerson: IdentifyPerson
  people: People
  /** The same without prolonging the sign-in. */
  identifyQuietly: IdentifyQuietly
  /** After signing out and after any change of people or roles. */
  forgetIdentities: () => void
  readConnection: () => Connection
  readBudget: () => Promise<BudgetReport>
  metrics: Metrics
  web: WebFiles
  /** What has changed, for every open tab: `live.publish`. */
  live: Live
  leases: LeaseBook
  workOnSession: WorkOnSession
  /** Somebody else changed this session (null: it is not known which): what is kept of it is forgotten. */
  changed: (sessionId: string | null) => void
  evidence: EvidenceReader
  webhooks: Webhooks
  reconciliation: ReconciliationRoom
  decisions: Decisions
  approvals: ReturnType<typeof makeApprovals>
  corrections: CorrectionsUseCases
  amlLooks: AmlLooks
  blocklist: BlocklistUseCases
  shares: SharesUseCases
  sessions: SessionsUseCases
  queue: Queue
  /** All sessions as we know them. Tell it what was heard of one: `index.heard()`. */
  index: SessionIndex
  getTimeline: GetTimeline
  addNote: AddNote
  listNotes: ListNotes
  /** Resolves when nothing goes on in the background that was begun by a request. */
  settled: () => Promise<void>
  /** Begins what runs beside requests: first what an earlier run left unfinished. */
  start: () => Promise<void>
  /** Ends what runs beside requests. */
  stop: () => Promise<void>
}

/** The composition root: the one place that knows every room. */
export function makeDeps(world: World): Deps {
  const { env, clock, newId, store, log } = world
  const metrics = world.metrics ?? makeMetrics({ ofProcess: false })
  const upstream = makeUpstream({ ...world, metrics })
  const { didit, connection, trustedOrigin } = upstream
  const notices = makeNotices({ store, onFailure: (error) => log.error({ err: error }, 'a notice could not be worked on') })
  const { ledger, presence } = makeProcess(world)
  const live = makeLive({ ...world, notices })
  const { publish } = live
  const policies = makePolicies({ store, ledger, clock, start: { access: startingAccess(env) } })
  const retention = async () => (await policies.current()).policy.retention
  const leases = makeLeaseBook({ store, clock })
  const leaseMs = async () => (await policies.current()).policy.queue.leaseSeconds * 1000
  const ranking = makeRanking({ store, policies, clock })
  const leaseOf = makeLeaseOf({ book: leases })
  const tasks = makeBackgroundTasks((error) => log.error({ err: error }, 'work after an answer failed'))
  const kept = makeKept({ ...world, tasks, retention })
  const reading = makeSessionReading({
    ...world,
    didit,
    tasks,
    kept,
    isSilent: () => connection.isSilent(),
    onRead: (read) => index.keep(read),
    onNews: (sessionId) => tasks.run(() => publish({ kind: 'session', sessionId })),
    onForget: (sessionId) => trail.forgetFeed(sessionId),
  })
  const index: SessionIndex = makeSessionIndex({
    ...world,
    ...reading,
    didit,
    tasks,
    publish,
    metrics,
    ranking: ranking.ranking,
    ledger,
    retention,
    onMoved: (moved) => reconciliation.markMoved(moved),
  })
  const { evidence } = reading
  const undoMs = env.undoSeconds * 1000
  const asking = makeAsking({ store, ledger, clock, newId, publish, presence })
  const decisions = makeDecisions({
    ...world,
    didit,
    ledger,
    evidence,
    leases,
    presence,
    publish,
    onSettled: index.settled,
    approvalsBook: asking.book,
    policies,
    undoMs,
    changes: changesOf(store),
  })
  const changedHere = telling(evidence, (sessionId) => tasks.run(() => index.heard({ sessionId, at: clock() })))
  const writing = { store, clock, newId, didit, evidence: changedHere, onRecord: makeOnRecord({ store, ledger, publish, presence }) }
  const remove = makeRemoval(writing)
  const amlLooks = makeAmlLooks({ store, clock, evidence })
  const notes = makeNotesRepository({ store, ledger, clock, newId, publish })
  const trail = makeGetTimeline({ didit, evidence, ledgerTrail: makeLedgerTrail({ store }), notesOf: notes.ofSession, clock })
  const pendingBySession = async (ids: readonly string[]) =>
    new Map((await decisions.book.openForAll(ids)).map((row) => [row.session_id, pendingOf(row)]))
  const changes = makeSessionChanges({ ...world, notices, tasks, publish, evidence })
  const { changed } = changes
  const reconciliation = makeReconciliation({
    ...world,
    ledger,
    didit,
    evidence,
    metrics,
    everySeconds: env.reconcileSeconds,
    onChange: ({ session_id: sessionId }) => tasks.run(() => publish([{ kind: 'alarms' }, { kind: 'session', sessionId }])),
  })
  const webhooks = makeWebhooks({
    ...world,
    ledger,
    didit,
    metrics,
    onRecord: writing.onRecord,
    houseSecret: world.authSecret,
    retention,
    hear: makeHearing({ changed, index, reconciliation }),
    tellDecision: reconciliation.tell,
  })
  const settled = async () => {
    await webhooks.worker.idle()
    await tasks.idle()
  }
  const auth = makeAuth({ store, secret: world.authSecret, publicUrl: env.publicUrl, newId })
  const accessPolicy = async () => (await policies.current()).policy.access
  const identities = rememberIdentities(makeIdentifyPerson({ auth, store, accessPolicy }))
  const identifyQuietly = makeIdentifyPerson({ auth, store, accessPolicy, prolong: false })
  const forgetIdentities = () => {
    identities.forgetIdentities()
    live.recheck()
  }
  const readConnection = () => connection.read(didit.budget(), didit.budgetWaitMs('edits'))
  const takeBackAll = makeTakeBackAll({ ledger, clock, publish })
  const atWork = { worker: decisions.worker, endApprovals: asking.endInterrupted }
  const takeUp = makeTakingUp({ presence, alone: world.alone, store, ledger, ...atWork })
  return {
    env,
    clock,
    newId,
    store,
    log,
    didit,
    ledger,
    notices,
    policies,
    auth,
    identifyPerson: identities.identifyPerson,
    identifyQuietly: async (headers) => (await identifyQuietly(headers))?.person,
    forgetIdentities,
    people: makePeople({
      ...world,
      ledger,
      auth,
      accessPolicy,
      readConnection,
      takeBackAll,
      forgetIdentities,
    }),
    readConnection,
    readBudget: upstream.readBudget,
    live,
    leases,
    presence,
    workOnSession: makeWorkOnSession({
      ...writing,
      ledger,
      book: leases,
      publish,
      leaseMs,
    }),
    metrics,
    web: world.web ?? noWebFiles,
    changed: (sessionId) => {
      changed(sessionId)
      if (sessionId === null) index.hurry()
      else tasks.run(() => index.heard({ sessionId, at: clock() }))
    },
    evidence,
    webhooks,
    reconciliation,
    decisions,
    approvals: makeApprovals({ ...writing, ledger, policies, undoMs, book: asking.book, decisions, removeFromBlocklist: remove }),
    corrections: makeCorrections({ ...writing, amlLooks }),
    amlLooks,
    blocklist: makeBlocklist({ ...writing, policies, ask: asking.ask, remove }),
    shares: makeShares({ ...writing, consent: makeShareConsent({ store, policies, ask: asking.ask }) }),
    index,
    sessions: makeSessions({ ...world, ...index, didit, tasks, reading, ledger, decisionsOf: decisions.ofSession, leaseOf, trustedOrigin }),
    queue: makeQueue({ ...world, ledger, publish, index, ranking, leases, leaseMs, pendingBySession }),
    getTimeline: trail.getTimeline,
    addNote: makeAddNote({ notes, evidence, didit, tasks, presence, copied: trail.forgetFeed }),
    listNotes: makeListNotes({ notes }),
    settled,
    start: async () => {
      await takeUp()
      await live.start()
      await changes.start()
      await reconciliation.start()
      await webhooks.start()
      kept.start()
    },
    stop: async () => {
      await webhooks.stop()
      await reconciliation.stop()
      await live.close()
      await decisions.worker.stop()
      await index.stop()
      kept.stop()
      await tasks.idle()
      await presence.stop()
      await notices.close()
      await upstream.close()
    },
  }
}
