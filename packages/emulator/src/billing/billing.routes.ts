import { Hono } from 'hono'
import { authenticate } from '../http/authenticate.ts'
import { bareError } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { jsonBody } from '../http/json-body.ts'
import type { Upstream } from '../upstream.ts'

const LEAST_DOLLARS = 50

/** The organisation's balance, shared by its applications. */
export function billingRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.get('/v3/billing/balance/', authenticate(upstream), (c) =>
    c.json({
      balance: `${(upstream.balance.cents / 100).toFixed(2)}00`,
      auto_refill_enabled: true,
      auto_refill_amount: '500.00',
      auto_refill_threshold: '100.00',
    }),
  )
  routes.post('/v3/billing/top-up/', authenticate(upstream), async (c) => {
    const given = (await jsonBody(c))['amount_in_dollars']
    if (given === undefined || given === null) throw bareError('amount_in_dollars is required.')
    const amount = typeof given === 'string' && given.trim() !== '' ? Number(given) : given
    if (typeof amount !== 'number' || Number.isNaN(amount)) throw bareError('amount_in_dollars must be a number.')
    if (amount < LEAST_DOLLARS) throw bareError(`Amount must be at least $${LEAST_DOLLARS}.`)
    const id = `cs_test_${c.get('application').ids.token(20)}`
    return c.json({ checkout_session_id: id, checkout_session_url: `https://checkout.stripe.com/c/pay/${id}` })
  })
  return routes
}
