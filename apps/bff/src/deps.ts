import type { Connection } from '@verdict/contract/connection'
import { createDidit } from '@verdict/didit'
import type { CallReport, Didit, DiditOptions } from '@verdict/didit'
import { makeConnectionWatch } from './connection/connection.ts'
import type { Timer } from './decisions/decision-worker.ts'
import { makeDecisions } from './decisions/make-decisions.ts'
import type { Decisions } from './decisions/make-decisions.ts'
import type { Env } from './env.ts'
import { makeLedger } from './ledger/ledger.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Logger } from './lib/logger.ts'
import { makeAuth } from './people/auth.ts'
import type { Auth } from './people/auth.ts'
import { makeIdentifyPerson } from './people/identify-person.ts'
import type { IdentifyPerson } from './people/identify-person.ts'
import { makeEvidenceReader } from './sessions/evidence.ts'
import type { EvidenceReader } from './sessions/evidence.ts'
import type { Store } from './store/open-store.ts'
import { makeMetrics } from './system/metrics.ts'
import type { Metrics } from './system/metrics.ts'

/** What `main` and tests bring: everything that touches the world. */
export interface World {
  env: Env
  clock: () => number
  newId: () => string
  timer: Timer
  store: Store
  log: Logger
  authSecret: string
  metrics?: Metrics
  didit: Pick<DiditOptions, 'apiKey' | 'baseUrl' | 'transport' | 'mediaTransport' | 'sleep' | 'random' | 'limits'>
}

/** What every room may ask for. */
export interface Deps {
  env: Env
  clock: () => number
  newId: () => string
  store: Store
  log: Logger
  didit: Didit
  ledger: Ledger
  auth: Auth
  identifyPerson: IdentifyPerson
  readConnection: () => Connection
  metrics: Metrics
  /** Somebody else changed this session (null: it is not known which): what is kept of it is forgotten. */
  changed: (sessionId: string | null) => void
  evidence: EvidenceReader
  decisions: Decisions
  /** Begins what runs beside requests: first what an earlier run left unfinished. */
  start: () => Promise<void>
  /** Ends what runs beside requests. */
  stop: () => Promise<void>
}

/** The composition root: the one place that knows every room. */
export function makeDeps(world: World): Deps {
  const { env, clock, newId, store, log } = world
  const connection = makeConnectionWatch({ clock })
  const metrics = world.metrics ?? makeMetrics({ ofProcess: false })
  const onCall = (report: CallReport) => {
    connection.heard(report)
    metrics.upstream(report)
  }
  const didit = createDidit({ ...world.didit, clock, onCall })
  metrics.watchBudget(() => didit.budget())
  const ledger = makeLedger({ clock })
  const evidence = makeEvidenceReader({ didit, clock })
  const decisions = makeDecisions({ ...world, didit, ledger, evidence, undoMs: env.undoSeconds * 1000 })
  const auth = makeAuth({ store, secret: world.authSecret, publicUrl: env.publicUrl, newId })
  return {
    env,
    clock,
    newId,
    store,
    log,
    didit,
    ledger,
    auth,
    identifyPerson: makeIdentifyPerson({ auth, store }),
    readConnection: () => connection.read(didit.budget()),
    metrics,
    changed: (sessionId) => {
      if (sessionId !== null) evidence.forget(sessionId)
    },
    evidence,
    decisions,
    start: async () => {
      await decisions.worker.start()
    },
    stop: async () => {
      await decisions.worker.stop()
      await didit.close()
    },
  }
}
