import type { Hono } from 'hono'
import { createApp } from './app.ts'
import type { EmulatorEnv } from './http/env.ts'
import type { WorldPlan } from './upstream.ts'
import { DEFAULT_EPOCH, DEFAULT_SEED, DEFAULT_SESSIONS, Upstream } from './upstream.ts'
import type { World } from './world/types.ts'

export interface EmulatorOptions {
  /** Same seed, same bytes. */
  seed?: number
  /** Sessions of our application; the partner has at most 60. */
  sessions?: number
  /** Epoch ms at which the world stands; fixed unless given. */
  epoch?: number
  /** Clock for what happens after the seeding: limits, links, webhooks, new entries. */
  now?: () => number
  webhookFetch?: typeof fetch
  /** Waits before the second and the third attempt, in ms. */
  webhookRetryDelays?: readonly number[]
  /** Origin of media links; the request's own when absent. */
  mediaOrigin?: string
  /** False: no call is refused for its rate. */
  rateLimits?: boolean
}

export interface Emulator {
  /** Answers requests; in process use `app.request(path, init)`. */
  app: Hono<EmulatorEnv>
  /** Forgets every change and derives the world anew; what is left out stays as it was. */
  reset(plan?: Partial<WorldPlan>): void
  /** Our application's seeded world. */
  readonly world: World
  /** Resolves when every webhook is delivered or given up. */
  idle(): Promise<void>
  close(): Promise<void>
}

export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const upstream = new Upstream({
    seed: options.seed ?? DEFAULT_SEED,
    sessions: options.sessions ?? DEFAULT_SESSIONS,
    epoch: options.epoch ?? DEFAULT_EPOCH,
    now: options.now ?? Date.now,
    webhookFetch: options.webhookFetch ?? fetch,
    rateLimits: options.rateLimits ?? true,
    ...(options.webhookRetryDelays === undefined ? {} : { webhookRetryDelays: options.webhookRetryDelays }),
    ...(options.mediaOrigin === undefined ? {} : { mediaOrigin: options.mediaOrigin }),
  })
  return {
    app: createApp(upstream),
    reset: (plan = {}) => upstream.reset({ ...upstream.plan, ...plan }),
    get world() {
      const [ours] = upstream.applications
      if (ours === undefined) throw new Error('the emulator has no application')
      return ours.sessions.world
    },
    idle: () => upstream.dispatcher.idle(),
    close: () => upstream.dispatcher.stop(),
  }
}
