/* The reference: the least that stands between a browser and Didit. No sign-in, no cache, no record. */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { Pool } from 'undici'
import { z } from 'zod'

const upstream = process.env['DIDIT_BASE_URL'] ?? 'http://127.0.0.1:8788'
const pool = new Pool(upstream, { connections: 32, pipelining: 0 })
const Decision = z.looseObject({ session_id: z.string(), status: z.string() })

const app = new Hono()
app.get('/healthz', (c) => c.text('ok'))
app.get('/api/sessions/:id', async (c) => {
  const answer = await pool.request({
    method: 'GET',
    path: `/v3/session/${c.req.param('id')}/decision/`,
    headers: { 'x-api-key': process.env['DIDIT_API_KEY'] ?? 'emulator-key' },
  })
  return c.json(Decision.parse(await answer.body.json()))
})

serve({ fetch: app.fetch, port: Number(process.env['PORT'] ?? 8790), hostname: '127.0.0.1' })
