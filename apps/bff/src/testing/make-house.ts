import { fetchTransport } from '@verdict/didit'
import type { Transport } from '@verdict/didit'
import { createEmulator } from '@verdict/emulator'
import type { Emulator } from '@verdict/emulator'
import { createApp } from '../app.ts'
import type { App } from '../app.ts'
import { makeDeps } from '../deps.ts'
import type { Deps } from '../deps.ts'
import { readEnv } from '../env.ts'
import { createLogger } from '../lib/logger.ts'
import { DEMO_PASSWORD, seedDemoStaff } from '../people/demo-staff.ts'
import type { StoreKind } from '../store/store-kind.ts'
import type { WebFiles } from '../web/web-files.ts'
import { Agent, ORIGIN } from './agent.ts'
import { makeHouseClock } from './house-clock.ts'
import type { HouseClock } from './house-clock.ts'
import { openGivenStore, openHouseStore, testStore } from './house-store.ts'

/** The instant at which the house opens and the emulator's world stands. */
export const HOUSE_EPOCH = Date.UTC(2026, 0, 15, 9)

export const WEBHOOK_SECRET = 'house-webhook-secret'

export interface HouseOptions {
  sessions?: number
  seed?: number
  /** A database that outlives the house: a file, and on PostgreSQL the database that stands for it. In memory by default. */
  file?: string
  /** A database that somebody else made: a SQLite file or `postgres://…`. */
  address?: string
  /** Another house on whose store this one stands as another process would: with a `file` on PostgreSQL by a pool of its own. */
  beside?: House | undefined
  /** False: other houses may live on the same store, as on PostgreSQL. */
  alone?: boolean
  /** Where it keeps things; `TEST_STORE` by default. */
  store?: StoreKind
  /** Variables as in the environment. */
  env?: Record<string, string>
  /** Stands in for the emulator's transport, for what a network can do to us. */
  transport?: Transport
  apiKey?: string
  keepKey?: Uint8Array
  /** False: nobody is seated. */
  staff?: boolean
  /** The built pages. */
  web?: WebFiles
  /** True: the emulator's webhooks reach the house. */
  webhooks?: boolean
  /** Told, besides the house, which session a webhook was about. */
  changed?: (sessionId: string | null) => void
  /** An emulator that another house already uses. */
  emulator?: Emulator
  clock?: HouseClock
}

export type Seat = 'reviewer' | 'reviewer2' | 'senior' | 'analyst' | 'manager' | 'auditor' | 'admin'

export interface House {
  app: App
  deps: Deps
  clock: HouseClock
  emulator: Emulator
  /** Every line that was logged. */
  logLines: string[]
  /** Nobody yet: a browser without a cookie. */
  visitor(): Agent
  signIn(seat: Seat): Promise<Agent>
  /** Posts to the emulator's controls: `control('faults', { kind: 'drop' })`. */
  control(name: string, body: unknown): Promise<unknown>
  close(): Promise<void>
}

/** The whole house in one process without a port: emulator, client, bff and store. Close it in the end. */
export async function makeHouse(options: HouseOptions = {}): Promise<House> {
  const clock = options.clock ?? makeHouseClock(HOUSE_EPOCH)
  const emulator =
    options.emulator ??
    createEmulator({
      seed: options.seed ?? 1,
      sessions: options.sessions ?? 120,
      epoch: HOUSE_EPOCH,
      now: clock,
      webhookFetch: async (input, init) => app.fetch(new Request(input, init)),
    })
  const logLines: string[] = []
  const env = readEnv({
    LOG_LEVEL: 'info',
    UNDO_SECONDS: '5',
    RECONCILE_SECONDS: '0',
    DIDIT_WEBHOOK_SECRETS: WEBHOOK_SECRET,
    ...options.env,
  })
  const kind = options.store ?? testStore()
  const { store, close: closeStore } =
    options.address === undefined
      ? await openHouseStore(kind, options.file, options.beside?.deps.store)
      : await openGivenStore(options.address)
  const newId = () => crypto.randomUUID()
  const deps: Deps = makeDeps({
    env,
    clock,
    newId,
    timer: (ms, work) => clock.timer(ms, work),
    store,
    log: createLogger(env.logLevel, { write: (line: string) => void logLines.push(line) }),
    ...(options.web === undefined ? {} : { web: options.web }),
    ...(options.changed === undefined ? {} : { told: options.changed }),
    authSecret: 'house-secret-house-secret-house-secret',
    keepKey: options.keepKey ?? new Uint8Array(32).fill(7),
    alone: options.alone ?? kind === 'sqlite',
    didit: {
      apiKey: options.apiKey ?? 'emulator-key',
      baseUrl: 'http://didit.house',
      transport: options.transport ?? fetchTransport((request) => emulator.app.fetch(request)),
      sleep: (ms, signal) => clock.sleep(ms, signal),
      random: () => 0.5,
    },
  })
  if (options.staff !== false) await seedDemoStaff(deps)
  await deps.start()
  const app: App = createApp(deps)
  if (options.webhooks === true) {
    await control(emulator, 'webhooks', { destination: { url: `${ORIGIN}/webhooks/didit`, secret: WEBHOOK_SECRET } })
  }
  const visitor = () => new Agent((request) => app.fetch(request))
  return {
    app,
    deps,
    clock,
    emulator,
    logLines,
    visitor,
    signIn: async (seat) => {
      const agent = visitor()
      const response = await agent.post('/api/auth/sign-in/email', { email: `${seat}@verdict.example`, password: DEMO_PASSWORD })
      if (response.status !== 200) throw new Error(`${seat} could not sign in: ${response.status} ${await response.text()}`)
      return agent
    },
    control: (name, body) => control(emulator, name, body),
    close: async () => {
      await deps.stop()
      await closeStore()
      await emulator.close()
    },
  }
}

async function control(emulator: Emulator, name: string, body: unknown): Promise<unknown> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await emulator.app.request(`/__emulator/${name}`, init)
  const text = await response.text()
  if (response.status >= 400) throw new Error(`control ${name}: ${response.status} ${text}`)
  return text === '' ? null : JSON.parse(text)
}
