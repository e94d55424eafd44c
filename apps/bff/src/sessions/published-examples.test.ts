import { SessionDetail } from '@verdict/contract/case'
import { SessionPage } from '@verdict/contract/session'
import { Trail } from '@verdict/contract/trail'
import { fetchTransport } from '@verdict/didit'
import { describe, expect, it } from 'vitest'
import type { Agent } from '../testing/index.ts'
import { makeHouse } from '../testing/index.ts'
import { publishedAnswers, specDir, specificationMock, withoutSpec } from './testing/published.ts'

const someId = '11111111-2222-3333-4444-555555555555'

/** A house whose upstream is this function. */
async function withUpstream(upstream: (request: Request) => Response, work: (manager: Agent) => Promise<void>): Promise<void> {
  const house = await makeHouse({ sessions: 1, transport: fetchTransport(upstream) })
  try {
    await work(await house.signIn('manager'))
  } finally {
    await house.close()
  }
}

describe.skipIf(specDir === undefined)(`published answers (${specDir === undefined ? withoutSpec : 'from DIDIT_SPEC_DIR'})`, () => {
  const part = (request: Request) => new URL(request.url).pathname

  it.each(publishedAnswers('decision'))('$file: a case', async ({ status, body }) => {
    const upstream = (request: Request) =>
      part(request).endsWith('/decision/') ? Response.json(body, { status }) : Response.json({}, { status: 404 })
    await withUpstream(upstream, async (manager) => {
      const response = await manager.get(`/api/sessions/${someId}`)
      if (status !== 200) {
        expect([404, 429, 502]).toContain(response.status)
        expect(await response.json()).toMatchObject({ title: expect.any(String), detail: expect.any(String) })
        return
      }
      expect(response.status).toBe(200)
      const detail = SessionDetail.parse(await response.json())
      expect(detail.status).toBe('In Review')
      expect(detail.unknown).toEqual({})
      expect(detail.sections.flatMap(({ runs }) => runs).length).toBeGreaterThan(2)
      expect(detail.sections.map(({ kind }) => kind)).not.toContain('other')
      expect(JSON.stringify(detail)).not.toMatch(/media-host|verify\.didit\.me/)
      const trail = await manager.get(`/api/sessions/${someId}/timeline`)
      expect(trail.status).toBe(200)
    })
  })

  it.each(publishedAnswers('sessions-list'))('$file: the list and the queue', async ({ status, body }) => {
    // Not 404: a listed session whose case is not found is taken for deleted.
    const upstream = (request: Request) =>
      part(request) === '/v3/sessions/' ? Response.json(body, { status }) : Response.json({ detail: 'Later.' }, { status: 503 })
    await withUpstream(upstream, async (manager) => {
      for (const path of [
        '/api/sessions?kind=user',
        '/api/sessions?kind=business',
        '/api/sessions',
        '/api/sessions?sort=oldest',
        '/api/queue',
      ]) {
        const response = await manager.get(path)
        expect(response.status, path).toBe(status === 200 ? 200 : 502)
      }
      if (status !== 200) return
      const page = SessionPage.parse(await (await manager.get('/api/sessions')).json())
      expect(page.rows.length).toBeGreaterThan(1)
    })
  })

  it.each(publishedAnswers('reviews-list'))('$file: the trail', async ({ status, body }) => {
    const decision = { session_id: someId, session_kind: 'user', status: 'In Review', reviews: [] }
    const upstream = (request: Request) => (part(request).endsWith('/reviews/') ? Response.json(body, { status }) : Response.json(decision))
    await withUpstream(upstream, async (manager) => {
      const response = await manager.get(`/api/sessions/${someId}/timeline`)
      expect(response.status).toBe(200)
      const trail = Trail.parse(await response.json())
      expect(trail.diditMissing === null).toBe(status === 200)
    })
  })

  it('a mock of the specification, serving its examples, lists sessions and opens a case', async () => {
    await withUpstream(specificationMock(), async (manager) => {
      const page = SessionPage.parse(await (await manager.get('/api/sessions')).json())
      expect(page.rows.length).toBeGreaterThan(0)
      const detail = SessionDetail.parse(await (await manager.get(`/api/sessions/${page.rows[0]?.id}`)).json())
      expect(detail.sections.length).toBeGreaterThan(3)
      expect((await manager.get('/api/queue')).status).toBe(200)
      expect((await manager.get('/api/workflows')).status).toBe(200)
      expect((await manager.get(`/api/sessions/${someId}/timeline`)).status).toBe(200)
      expect((await manager.post(`/api/sessions/${someId}/notes`, { text: 'A note.' })).status).toBe(201)
    })
  })
})
