import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { EmulatorEnv } from '../http/env.ts'
import type { Upstream } from '../upstream.ts'
import { act, ActInput } from './act.ts'
import { FaultInput } from './faults.ts'
import { webhookControls } from './webhook-controls.ts'
import { readControl } from './read-control.ts'

const ResetInput = z.strictObject({
  seed: z.number().int().min(0).max(0xffff_ffff).optional(),
  sessions: z.number().int().min(0).max(2_000_000).optional(),
  /** Epoch ms, an ISO instant, or `now`. */
  epoch: z.union([z.number().int(), z.iso.datetime(), z.literal('now')]).optional(),
})

const limit = z.number().int().min(1).optional()
const LimitsInput = z.union([
  z.strictObject({ off: z.literal(true) }),
  z.strictObject({ get: limit, write: limit, create: limit, pdf: limit, updateData: limit, updatePoaData: limit }),
])

function instant(epoch: z.infer<typeof ResetInput>['epoch'], upstream: Upstream): number {
  if (epoch === undefined) return upstream.plan.epoch
  if (epoch === 'now') return upstream.now()
  return typeof epoch === 'number' ? epoch : Date.parse(epoch)
}

/** `/__emulator/*`: no key, never part of Didit. */
export function controlRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>().basePath('/__emulator')

  routes.post('/reset', async (c) => {
    const input = await readControl(c, ResetInput)
    await upstream.dispatcher.stop()
    const { seed = upstream.plan.seed, sessions = upstream.plan.sessions } = input
    upstream.reset({ seed, sessions, epoch: instant(input.epoch, upstream) })
    return c.json({ ...upstream.plan })
  })

  routes.get('/applications', (c) =>
    c.json({
      applications: upstream.applications.map(({ id, key, name, sessions }) => ({
        id,
        key,
        name,
        sessions: sessions.world.size,
        workflows: sessions.world.workflows,
      })),
    }),
  )

  routes.get('/scenarios', (c) => {
    const { world } = upstream.applications[0]?.sessions ?? {}
    return c.json({
      scenarios: (world?.scenarios ?? []).map((scenario, position) => ({ ...scenario, sessionId: stagedId(upstream, position) })),
    })
  })

  routes.get('/requests', (c) => {
    const since = c.req.query('since') ?? '0'
    return c.json([...(/^\d+$/.test(since) ? upstream.journal.since(Number(since)) : upstream.journal.from(since))])
  })
  routes.delete('/requests', (c) => {
    upstream.journal.clear()
    return c.body(null, 204)
  })

  routes.get('/emails', (c) => c.json({ emails: upstream.emails }))

  routes.get('/faults', (c) => c.json({ faults: upstream.faults.list() }))
  routes.post('/faults', async (c) => c.json(upstream.faults.add(await readControl(c, FaultInput)), 201))
  routes.delete('/faults', (c) => clearFaults(c, upstream))
  routes.delete('/faults/:id{\\d+}', (c) =>
    upstream.faults.remove(Number(c.req.param('id'))) ? c.body(null, 204) : c.json({ error: 'There is no such fault.' }, 404),
  )

  routes.post('/limits', async (c) => {
    const input = await readControl(c, LimitsInput)
    const { limits } = upstream.limiter
    for (const name of Object.keys(limits)) {
      if ('off' in input) Object.assign(limits, { [name]: Infinity })
    }
    if (!('off' in input)) Object.assign(limits, input)
    upstream.limiter.clear()
    return c.body(null, 204)
  })

  routes.post('/act', async (c) => {
    const input = await readControl(c, ActInput)
    const outcome = act(upstream, input, upstream.originOf(c))
    return outcome.ok ? c.json(outcome.done) : c.json({ error: outcome.error }, outcome.status)
  })

  routes.route('/webhooks', webhookControls(upstream))
  routes.all('/*', (c) => c.json({ error: `There is no control ${c.req.method} ${c.req.path}.` }, 404))
  return routes
}

function clearFaults(c: Context, upstream: Upstream): Response {
  upstream.faults.clear()
  return c.body(null, 204)
}

/** The newest sessions play each scenario once, in order. */
function stagedId(upstream: Upstream, position: number): string | null {
  const world = upstream.applications[0]?.sessions.world
  return world === undefined || position >= world.size ? null : world.facts(world.size - 1 - position).sessionId
}
