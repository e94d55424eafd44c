import { SessionPage, WorkflowList } from '@verdict/contract/session'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Agent, House } from '../testing/index.ts'
import { makeHouse } from '../testing/index.ts'
import { callsTo, detailOf, oneInReview, recorded } from './testing/house-reading.ts'

const unknownId = '00000000-0000-4000-8000-000000000000'

describe('a case', () => {
  let house: House
  let reviewer: Agent
  let id: string
  beforeAll(async () => {
    house = await makeHouse({ sessions: 120 })
    reviewer = await house.signIn('reviewer')
    id = await oneInReview(reviewer)
    await house.deps.settled()
  })
  afterAll(() => house.close())

  it('comes with its evidence, what may be done, and its workflow by name', async () => {
    const detail = await detailOf(reviewer, id)
    expect(detail.evidenceHash).toMatch(/^[0-9a-f]{64}$/)
    expect(detail.stale).toBe(false)
    expect(detail.workflow?.label).toEqual(expect.any(String))
    expect(detail.actions.approve).toEqual({ allowed: true, reason: null })
    expect(detail.actions.report.allowed).toBe(false)
    expect(detail.sections.length).toBeGreaterThan(2)
  })

  it('has the same hash at every reading and for everybody', async () => {
    const first = await detailOf(reviewer, id)
    house.clock.advance(3_700_000)
    const second = await detailOf(await house.signIn('senior'), id.toUpperCase())
    expect(second.evidenceHash).toBe(first.evidenceHash)
    expect(second.asOf).not.toBe(first.asOf)
  })

  it('asks Didit once a minute at most, however many look', async () => {
    house.clock.advance(120_000)
    const before = (await callsTo(house, `/v3/session/${id}/decision/`)).length
    await Promise.all(Array.from({ length: 10 }, () => detailOf(reviewer, id)))
    await detailOf(reviewer, id)
    expect((await callsTo(house, `/v3/session/${id}/decision/`)).length - before).toBe(1)
  })

  it('is recorded as looked at once per person and hour', async () => {
    const other = await house.signIn('reviewer2')
    house.clock.advance(3_700_000)
    const before = (await recorded(house, id)).filter(({ action }) => action === 'session.viewed').length
    for (const agent of [reviewer, other, reviewer, other]) await detailOf(agent, id)
    const viewed = (await recorded(house, id)).filter(({ action }) => action === 'session.viewed')
    expect(viewed.length - before).toBe(2)
    house.clock.advance(3_700_000)
    await detailOf(reviewer, id)
    expect((await recorded(house, id)).filter(({ action }) => action === 'session.viewed').length - before).toBe(3)
  })

  it('is not known under a malformed id, which Didit is not asked about', async () => {
    const before = (await callsTo(house, '')).length
    for (const odd of ['x', '123', '../../etc', `${id}x`]) {
      const response = await reviewer.get(`/api/sessions/${encodeURIComponent(odd)}`)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ code: 'not-found', title: 'There is no such session' })
    }
    expect((await callsTo(house, '')).length).toBe(before)
    expect((await reviewer.get(`/api/sessions/${unknownId}`)).status).toBe(404)
  })

  it('is shown with a status that nobody knows', async () => {
    const body = {
      session_id: id,
      status: 'Quarantined',
      session_kind: 'user',
      features: ['SOUL_CHECK'],
      soul_checks: [{ node_id: 'n', status: 'SPOTLESS' }],
    }
    house.deps.evidence.forget(id)
    await house.control('faults', { match: `GET /v3/session/${id}/decision/`, kind: 'status', status: 200, times: 1, body })
    const detail = await detailOf(reviewer, id)
    expect(detail.status).toBe('Quarantined')
    expect(detail.sections.map(({ kind, raw, runs }) => [kind, raw, runs.map(({ status }) => status)])).toEqual([
      ['other', 'SOUL_CHECK', []],
      ['other', 'soul_checks', ['SPOTLESS']],
    ])
    expect(detail.actions.approve.reason).toContain('Quarantined')
    house.deps.evidence.forget(id)
  })

  it('keeps the key, session links and tokens in the house', async () => {
    const texts: string[] = []
    for (const path of ['/api/queue', '/api/sessions?limit=100', `/api/sessions/${id}`, `/api/sessions/${id}/timeline`, '/api/workflows']) {
      const response = await reviewer.get(path)
      expect(response.status, path).toBe(200)
      texts.push(await response.text())
    }
    const company = await oneInReview(reviewer, 'business')
    texts.push(await (await reviewer.get(`/api/sessions/${company}`)).text(), ...house.logLines)
    for (const text of texts) {
      expect(text).not.toMatch(/session_?url|session_?token|emulator-key|X-Amz|Signature=|didit\.house|\/media\/[0-9a-f]{8}-/i)
      expect(text).not.toMatch(/https?:\/\/verify/i)
    }
  })

  it('lists workflows once each, by their published name', async () => {
    const { workflows } = WorkflowList.parse(await (await reviewer.get('/api/workflows')).json())
    expect(workflows.length).toBeGreaterThan(1)
    expect(new Set(workflows.map((workflow) => workflow.id)).size).toBe(workflows.length)
  })
})

describe('with Didit in trouble', () => {
  it('shows what was read before and says so; for what was not read it says what is wrong', async () => {
    const house = await makeHouse({ sessions: 60 })
    try {
      const reviewer = await house.signIn('reviewer')
      const id = await oneInReview(reviewer)
      const before = await detailOf(reviewer, id)
      await house.deps.settled()
      house.clock.advance(120_000)
      await house.control('faults', { kind: 'drop' })
      // Shown at once while Didit is asked behind it; once that has failed the page says so.
      expect(await detailOf(reviewer, id)).toMatchObject({ asOf: before.asOf })
      await vi.waitFor(async () => {
        const after = await detailOf(reviewer, id)
        expect(after).toMatchObject({ stale: true, asOf: before.asOf, evidenceHash: before.evidenceHash })
      })
      const unread = await reviewer.get(`/api/sessions/${unknownId}`)
      expect(unread.status).toBe(503)
      expect(await unread.json()).toMatchObject({ code: 'upstream-unreachable' })
      house.clock.advance(3_700_000)
      expect(await detailOf(reviewer, id)).toMatchObject({ stale: true, asOf: before.asOf })
      house.clock.advance(31 * 86_400_000)
      const again = await house.signIn('reviewer')
      expect((await again.get(`/api/sessions/${id}`)).status).toBe(503)
    } finally {
      await house.close()
    }
  })

  it.each([
    ['a web page', { kind: 'status', status: 502, html: true, body: '<html>bad gateway</html>' }, 503],
    ['a web page for an answer', { kind: 'status', status: 200, html: true, body: '<html>hello</html>' }, 502],
    ['half an answer', { kind: 'malformed' }, 502],
    ['a refused key', { kind: 'status', status: 403, body: { detail: 'You do not have permission to perform this action.' } }, 502],
  ])('turns %s into a sentence', async (_, fault, status) => {
    const house = await makeHouse({ sessions: 30 })
    try {
      const reviewer = await house.signIn('reviewer')
      const { rows } = SessionPage.parse(await (await reviewer.get('/api/sessions')).json())
      house.clock.advance(10_000)
      await house.control('faults', { match: 'GET /v3/', ...fault })
      const response = await reviewer.get(`/api/sessions/${rows[0]?.id}`)
      expect(response.status).toBe(status)
      expect(await response.json()).toMatchObject({ title: expect.any(String), detail: expect.stringMatching(/\.$/) })
      for (const path of ['/api/queue', '/api/sessions']) expect((await reviewer.get(path)).status, path).toBe(200)
    } finally {
      await house.close()
    }
  })
})
