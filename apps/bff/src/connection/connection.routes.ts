import { Connection } from '@verdict/contract/connection'
import { Hono } from 'hono'
import { signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'

/** Mounted at `/api/connection`. */
export function connectionRoutes({ readConnection }: { readConnection: () => Connection }) {
  return new Hono<AppEnv>().get('/', signedIn({ summary: 'How things stand with Didit', answers: { 200: Connection } }), (c) =>
    answer(c, Connection, readConnection(), 200),
  )
}
