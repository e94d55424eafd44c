import { SessionPage } from '@verdict/contract/session'
import { IndexFacets, IndexProgress } from '@verdict/contract/session-index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Agent, House } from '../testing/index.ts'
import { makeHouse } from '../testing/index.ts'
import { countryCodeFor } from '../sessions/country-codes.ts'
import { callsTo } from '../sessions/testing/house-reading.ts'

describe('the list of all sessions', () => {
  let house: House
  let reviewer: Agent
  beforeAll(async () => {
    house = await makeHouse({ sessions: 1700 })
    reviewer = await house.signIn('reviewer')
  })
  afterAll(() => house.close())

  const page = async (query: Record<string, string>) => {
    const response = await reviewer.get(`/api/sessions?${new URLSearchParams(query).toString()}`)
    expect(response.status).toBe(200)
    return SessionPage.parse(await response.json())
  }
  const all = async (query: Record<string, string>) => {
    const rows: SessionPage['rows'] = []
    let cursor: string | null = null
    let pages = 0
    do {
      const next: SessionPage = await page({ ...query, ...(cursor === null ? {} : { cursor }) })
      rows.push(...next.rows)
      cursor = next.nextCursor
      pages += 1
      house.clock.advance(4_000)
    } while (cursor !== null && pages < 200)
    return rows
  }

  const timesOf = (rows: SessionPage['rows']) => rows.map(({ createdAt }) => Date.parse(createdAt))

  it('gives each of more than a hundred companies once, both ways, whatever the page size', async () => {
    const newest = await all({ kind: 'business', limit: '100' })
    const ids = newest.map(({ id }) => id).toSorted()
    expect(ids.length).toBeGreaterThan(100)
    expect(new Set(ids).size).toBe(ids.length)
    for (const limit of ['23', '100']) {
      const oldest = await all({ kind: 'business', limit, sort: 'oldest' })
      expect(oldest.map(({ id }) => id).toSorted()).toEqual(ids)
      expect(timesOf(oldest)).toEqual(timesOf(oldest).toSorted((a, b) => a - b))
    }
  }, 60_000)

  it('merges people and companies by time, each once', async () => {
    const query = { from: '2026-01-14', limit: '40' }
    const newest = await all(query)
    expect(new Set(newest.map(({ kind }) => kind))).toEqual(new Set(['user', 'business']))
    expect(newest.length).toBeGreaterThan(80)
    expect(timesOf(newest)).toEqual(timesOf(newest).toSorted((a, b) => b - a))
    const oldest = await all({ ...query, sort: 'oldest' })
    expect(oldest.map(({ id }) => id)).toEqual(newest.map(({ id }) => id).toReversed())
    const first = await page(query)
    expect(first.count).toEqual({ value: newest.length, exact: true })
  })

  it('counts what Didit itself does not count to the end', async () => {
    const companies = await all({ kind: 'business', limit: '100' })
    expect(companies.length).toBeGreaterThan(100)
    expect((await page({ kind: 'business', limit: '5' })).count).toEqual({ value: companies.length, exact: true })
  })

  it('filters by status, kind, text and day', async () => {
    const declined = await all({ status: 'Declined,Approved', kind: 'user', limit: '100', from: '2026-01-13' })
    expect(new Set(declined.map(({ status }) => status))).toEqual(new Set(['Declined', 'Approved']))
    const one = declined[3]
    expect(one).toBeDefined()
    const found = await page({ q: one?.id ?? '' })
    expect(found.rows.map(({ id }) => id)).toEqual([one?.id])
    const day = one?.createdAt.slice(0, 10) ?? ''
    const ofDay = await all({ from: day, to: day })
    expect(ofDay.map(({ id }) => id)).toContain(one?.id)
    expect(new Set(ofDay.map(({ createdAt }) => createdAt.slice(0, 10)))).toEqual(new Set([day]))
    expect((await page({ workflow: 'not-an-id' })).rows).toEqual([])
  })

  it('finds companies by the code that people have, and the other way round', async () => {
    const companies = await all({ kind: 'business', limit: '100' })
    const two = companies.find(({ country }) => country?.length === 2)?.country ?? ''
    const [byTwo, byThree] = await Promise.all([
      page({ kind: 'business', country: two }),
      page({ kind: 'business', country: countryCodeFor('user', two) }),
    ])
    expect(byTwo.rows.length).toBeGreaterThan(0)
    expect(byThree.rows.map(({ id }) => id)).toEqual(byTwo.rows.map(({ id }) => id))
  })

  it('asks Didit nothing for a list that is known', async () => {
    const before = (await callsTo(house, '/v3/')).length
    await page({ kind: 'user', limit: '21', status: 'Declined' })
    expect((await callsTo(house, '/v3/')).length).toBe(before)
  })

  it('refuses a cursor that it did not make, or of the other direction', async () => {
    const { nextCursor } = await page({ limit: '5' })
    for (const query of [`cursor=xyz`, `sort=oldest&cursor=${nextCursor}`]) {
      const response = await reviewer.get(`/api/sessions?${query}`)
      expect(response.status).toBe(422)
      expect(await response.json()).toMatchObject({ code: 'invalid-input', fields: [{ path: 'cursor' }] })
    }
  })
})

describe('how far the index is', () => {
  it('is told, with counts of each value that agree with the lists', async () => {
    const house = await makeHouse({ sessions: 300 })
    try {
      const reviewer = await house.signIn('reviewer')
      const get = async (path: string) => (await reviewer.get(path)).json()
      expect(IndexProgress.parse(await get('/api/index'))).toMatchObject({ phase: 'starting', known: 0, comparedAt: null })
      const all = SessionPage.parse(await get('/api/sessions?limit=1'))
      const progress = IndexProgress.parse(await get('/api/index'))
      expect(progress).toMatchObject({ phase: 'watching', known: 300, expected: { value: 300, exact: true } })
      expect(progress.unread).toBeGreaterThan(200)
      expect(all).toMatchObject({ complete: true, count: { value: 300, exact: true } })
      const facets = IndexFacets.parse(await get('/api/index/facets?kind=user'))
      for (const [status, n] of Object.entries(facets.status)) {
        const page = SessionPage.parse(await get(`/api/sessions?kind=user&limit=1&status=${encodeURIComponent(status)}`))
        expect([status, page.count]).toEqual([status, { value: n, exact: true }])
      }
      expect(Object.keys(facets.kind).toSorted()).toEqual(['business', 'user'])
      const everywhere = IndexFacets.parse(await get('/api/index/facets'))
      expect(Object.keys(everywhere.country).filter((code) => code !== '' && code.length !== 3)).toEqual([])
      const metrics = await (await reviewer.get('/metrics')).text()
      expect(metrics).toContain('verdict_index_sessions{of="known"} 300')
      expect(metrics).toContain('verdict_index_phase{phase="watching"} 1')
      expect(metrics).toContain('verdict_index_compared_seconds{of="all"} 0')
      const warned = SessionPage.parse(await get('/api/sessions?warning=DOCUMENT_EXPIRED'))
      expect(warned.complete).toBe(false)
    } finally {
      await house.close()
    }
  })

  it('keeps what is gone for as long as the policy says, and longer what is on hold', async () => {
    const house = await makeHouse({ sessions: 40 })
    try {
      const reviewer = await house.signIn('reviewer')
      const { rows } = SessionPage.parse(await (await reviewer.get('/api/sessions')).json())
      const [gone, held] = rows.map(({ id }) => id)
      for (const sessionId of [gone, held]) await house.control('act', { sessionId, kind: 'delete' })
      await house.deps.index.reconcile()
      const { version, policy } = await house.deps.policies.current()
      const retention = { ...policy.retention, goneRowDays: 3, legalHold: [String(held).toUpperCase()] }
      const by = { id: 'm', name: 'Manager', email: 'm@verdict.example', roles: [], permissions: [] }
      await house.deps.policies.change(by, { expectedVersion: version, policy: { ...policy, retention }, note: 'Three days.' })
      expect(await house.deps.index.purge()).toBe(0)
      house.clock.advance(4 * 86_400_000)
      expect(await house.deps.index.purge()).toBe(1)
      const kept = await house.deps.store.selectFrom('session_index_gone').select('id').execute()
      expect(kept.map(({ id }) => id)).toEqual([held])
      const record = await house.deps.store.selectFrom('ledger_entries').select('body').where('action', '=', 'index.purged').execute()
      expect(record).toHaveLength(1)
    } finally {
      await house.close()
    }
  })
})
