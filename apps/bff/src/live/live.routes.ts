import { Hono } from 'hono'
import type { Person } from '../lib/person.ts'
import { signedIn } from '../http/access.ts'
import type { AppEnv } from '../http/app-env.ts'
import type { Live } from './make-live.ts'

/** Who the cookie belongs to, without prolonging the sign-in: an open tab alone must not keep it alive. */
export type IdentifyQuietly = (headers: Headers) => Promise<Person | undefined>

const idOf = (header: string | undefined): number | null => (header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : null)

/** Mounted at `/api/events`. */
export function liveRoutes({ live, identifyQuietly }: { live: Pick<Live, 'open'>; identifyQuietly: IdentifyQuietly }) {
  return new Hono<AppEnv>().get(
    '/',
    signedIn({ summary: 'Live changes as server-sent events; resumes after Last-Event-ID', answers: { 200: 'text/event-stream' } }),
    async (c) => {
      const cookie = c.req.header('cookie') ?? ''
      const lastId = idOf(c.req.header('last-event-id'))
      const body = await live.open(c.var.person, lastId, () => identifyQuietly(new Headers({ cookie })))
      return c.body(body, 200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    },
  )
}
