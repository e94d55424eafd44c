import { createHmac } from 'node:crypto'
import type { House } from '../../testing/index.ts'
import { ORIGIN, WEBHOOK_SECRET } from '../../testing/index.ts'

export const SESSION = '11111111-2222-4333-8444-555555555555'

export const hmac = (text: string, secret: string) => createHmac('sha256', secret).update(text).digest('hex')

/** Posts as Didit would, with these headers. */
export const post = async (house: House, body: string, headers: Record<string, string>): Promise<Response> =>
  house.app.fetch(
    new Request(`${ORIGIN}/webhooks/didit`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }),
  )

export const postSigned = (house: House, body: string, secret = WEBHOOK_SECRET) => post(house, body, { 'x-signature': hmac(body, secret) })

export interface SomeEvent {
  event_id?: string | undefined
  webhook_type?: string | undefined
  session_id?: string | undefined
  status?: string | undefined
  created_at?: number | undefined
  timestamp?: number | undefined
  [more: string]: unknown
}

/** An event of now; what is undefined is left out. */
export function anEvent(house: House, over: SomeEvent = {}): SomeEvent & { timestamp: number; created_at: number } {
  const now = Math.floor(house.clock() / 1000)
  return Object.assign(
    { event_id: 'event-1', webhook_type: 'status.updated', timestamp: now, created_at: now, session_id: SESSION, status: 'Approved' },
    over,
  )
}

/** Posts an event of now, signed over its bytes. */
export const send = async (house: House, over: SomeEvent = {}): Promise<Response> => postSigned(house, JSON.stringify(anEvent(house, over)))

export const rowsOf = async (house: House) =>
  house.deps.store.selectFrom('webhook_events').selectAll().orderBy('received_at').orderBy('event_id').execute()
