import type { Context } from 'hono'
import { detail } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { objectsAt, textAt } from '../json-value.ts'
import type { Session } from '../store/session.ts'
import type { JsonObject } from '../world/types.ts'

const CORRECTABLE = new Set(['Approved', 'Declined', 'In Review', 'Kyc Expired'])

/** The session of the route, ready to be changed. */
export function writable(c: Context<EmulatorEnv>): Session {
  const { sessions } = c.get('application')
  const session = sessions.write(c.get('session').facts.sessionId)
  if (session === undefined) throw detail(404, 'Not found.')
  return session
}

/** `node_id` of the query, else of the body. */
export function nodeOf(c: Context, body: JsonObject): string | null {
  return c.req.query('node_id') ?? textAt(body, 'node_id')
}

/** The record to correct: of the node named, else the most recent; throws Didit's two 404s. */
export function recordOf(session: Session, array: string, name: string, nodeId: string | null): JsonObject {
  if (session.facts.kind === 'business' || !CORRECTABLE.has(session.facts.status)) throw detail(404, 'No Session matches the given query.')
  const items = objectsAt(session.decision, array)
  const record = nodeId === null ? items.at(-1) : items.find((item) => item['node_id'] === nodeId)
  if (record !== undefined) return record
  throw detail(404, nodeId === null ? `The session does not have a ${name}.` : `The session does not have a ${name} for node '${nodeId}'.`)
}
