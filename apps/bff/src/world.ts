import type { DiditOptions } from '@verdict/didit'
import type { Timer } from './decisions/decision-worker.ts'
import type { Env } from './env.ts'
import type { Logger } from './lib/logger.ts'
import type { Store } from './store/open-store.ts'
import type { Metrics } from './system/metrics.ts'
import type { WebFiles } from './web/web-files.ts'

/** What `main` and tests bring: everything that touches the world. */
export interface World {
  env: Env
  clock: () => number
  newId: () => string
  timer: Timer
  store: Store
  log: Logger
  authSecret: string
  /** 32 bytes, for decisions that are kept. */
  keepKey: Uint8Array
  /** True: a lock keeps every other process off this store. Several share a PostgreSQL. */
  alone: boolean
  /** Milliseconds that never jump; `clock` by default. */
  steady?: () => number
  metrics?: Metrics
  /** The built pages; none in tests that do not want them. */
  web?: WebFiles
  /** Told, besides the house, which session changed. */
  told?: (sessionId: string | null) => void
  didit: Pick<DiditOptions, 'apiKey' | 'baseUrl' | 'transport' | 'mediaTransport' | 'sleep' | 'random' | 'limits'>
}
