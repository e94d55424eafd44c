import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { makeHouse } from '../testing/index.ts'
import type { House } from '../testing/index.ts'
import { mayScrape } from './may-scrape.ts'

let house: House
beforeAll(async () => {
  house = await makeHouse({ sessions: 10 })
})
afterAll(() => house.close())

describe('for operators', () => {
  it('says that it lives', async () => {
    expect((await house.visitor().get('/healthz')).status).toBe(200)
  })

  it('is ready without Didit, and says how that stands', async () => {
    const ready = async () => (await house.visitor().get('/readyz')).json()
    expect(await ready()).toEqual({ ready: true, store: 'writable', upstream: 'unknown' })
    await house.deps.didit.sessions.list({})
    expect(await ready()).toEqual({ ready: true, store: 'writable', upstream: 'answers' })
  })

  it('is not ready when nothing can be kept', async () => {
    const broken = await makeHouse({ sessions: 5 })
    await broken.deps.store.schema.dropTable('schema_migrations').execute()
    const response = await broken.visitor().get('/readyz')
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ ready: false, store: 'failing' })
    await broken.close()
  })

  it('counts by pattern and outcome, and names nobody', async () => {
    const admin = await house.signIn('admin')
    await admin.patch('/api/people/11111111-2222-4333-8444-555555555555', { roles: ['analyst'] })
    const text = await (await house.visitor().get('/metrics')).text()
    expect(text).toContain('verdict_http_request_seconds_count{method="PATCH",route="/api/people/:personId",status="404"} 1')
    expect(text).toContain('verdict_upstream_call_seconds_count{kind="read",outcome="ok"} 1')
    expect(text).toContain('verdict_upstream_budget{budget="reads",of="limit"} 600')
    expect(text).not.toMatch(/11111111|Jonas|@verdict/)
  })

  it.each([
    ['127.0.0.1', undefined, null, true],
    ['::ffff:127.0.0.1', undefined, null, true],
    ['192.0.2.9', undefined, null, false],
    ['192.0.2.9', 'Bearer right-token-0123456', 'right-token-0123456', true],
    ['192.0.2.9', 'Bearer wrong', 'right-token-0123456', false],
    ['127.0.0.1', undefined, 'right-token-0123456', false],
  ])('metrics for %s with %s where the token is %s: %s', (address, authorization, token, allowed) => {
    expect(mayScrape({ address, authorization, token })).toBe(allowed)
  })
})

describe('for integrators', () => {
  const Spec = z.looseObject({
    openapi: z.literal('3.1.0'),
    paths: z.record(
      z.string(),
      z.record(
        z.string(),
        z.looseObject({ parameters: z.array(z.looseObject({ name: z.string() })), responses: z.record(z.string(), z.unknown()) }),
      ),
    ),
  })

  it('describes every API route with what it takes and answers', async () => {
    const spec = Spec.parse(await (await house.visitor().get('/api/openapi.json')).json())
    const operations = Object.entries(spec.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
    const live = house.app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    expect(operations).toEqual(
      expect.arrayContaining([...new Set(live.map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`))]),
    )
    const ledger = spec.paths['/api/ledger']?.['get']
    expect(ledger?.parameters.map(({ name }) => name)).toEqual(['session', 'action', 'who', 'before', 'limit'])
    expect(JSON.stringify(ledger?.responses['200'])).toContain('nextBefore')
    expect(spec.paths['/api/people']?.['post']).toMatchObject({
      requestBody: { content: { 'application/json': { schema: { required: ['name', 'email', 'password', 'roles'] } } } },
    })
  })
})
