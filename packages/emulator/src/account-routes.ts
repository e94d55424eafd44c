import { Hono } from 'hono'
import type { EmulatorEnv } from './http/env.ts'
import type { Upstream } from './upstream.ts'

/** Everything that an application has beside sessions. */
export function accountRoutes(_upstream: Upstream): Hono<EmulatorEnv> {
  return new Hono<EmulatorEnv>()
}
