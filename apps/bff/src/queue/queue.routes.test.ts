import { QueuePage } from '@verdict/contract/queue'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callsTo, detailOf, oneInReview } from '../sessions/testing/house-reading.ts'
import type { Agent, House } from '../testing/index.ts'
import { makeHouse } from '../testing/index.ts'

describe('the queue', () => {
  let house: House
  let reviewer: Agent
  beforeAll(async () => {
    house = await makeHouse({ sessions: 160 })
    reviewer = await house.signIn('reviewer')
  })
  afterAll(() => house.close())
  beforeEach(async () => {
    await house.deps.settled()
    house.clock.advance(60_000)
    await house.deps.decisions.worker.settle()
  })

  const page = async (query = '') => {
    const response = await reviewer.get(`/api/queue${query}`)
    expect(response.status).toBe(200)
    return QueuePage.parse(await response.json())
  }

  it('holds all that is in review, people and companies, by when it is due', async () => {
    const { rows, counts } = await page('?limit=200')
    const listed = (await (await reviewer.get('/api/sessions?status=In Review&limit=100')).json()) as { rows: { id: string }[] }
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(listed.rows.map(({ id }) => id)))
    const due = rows.map(({ dueAt, id }) => `${dueAt} ${id}`)
    expect(due).toEqual(due.toSorted())
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['user', 'business']))
    expect(counts.all).toEqual({ value: rows.length, exact: true })
  })

  it('fills warnings in the background, once, and then says why each row is here', async () => {
    await page()
    await house.deps.settled()
    const { rows, filling, counts } = await page()
    expect(filling).toBe(false)
    expect(rows.every(({ warnings }) => warnings !== null)).toBe(true)
    for (const row of rows) expect(row.why.length).toBeGreaterThan(0)
    expect(counts.watchList.exact).toBe(true)
    const row = rows.find(({ warningCount }) => (warningCount ?? 0) > 1)
    const detail = await detailOf(reviewer, row?.id ?? '')
    expect(row?.warnings).toEqual(detail.warnings.slice(0, 3).map(({ code, severity, title }) => ({ code, severity, title })))
    expect(row?.warningCount).toBe(detail.warnings.length)
    const before = (await callsTo(house, '/decision/')).length
    house.clock.advance(60_000)
    await page()
    await house.deps.settled()
    expect((await callsTo(house, '/decision/')).length).toBe(before)
  })

  it('shows only what a view is about', async () => {
    const { rows: companies, counts } = await page('?view=companies')
    expect(companies.every(({ kind }) => kind === 'business')).toBe(true)
    expect(counts.companies.value).toBe(companies.length)
    const { rows: watched } = await page('?view=watchList')
    expect(watched.length).toBeGreaterThan(0)
    expect(watched.every(({ why }) => why.some(({ code }) => code === 'watch-list'))).toBe(true)
    const { rows: bulgarian } = await page('?country=ESP')
    expect(bulgarian.every(({ country }) => country === 'ESP')).toBe(true)
  })

  it('pages through without losing or repeating a row', async () => {
    const { rows } = await page('?limit=200')
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const next: QueuePage = await page(`?limit=7${cursor === null ? '' : `&cursor=${cursor}`}`)
      ids.push(...next.rows.map(({ id }) => id))
      cursor = next.nextCursor
    } while (cursor !== null)
    expect(ids).toEqual(rows.map(({ id }) => id))
  })

  it('is read once for everybody', async () => {
    const others = await Promise.all((['reviewer2', 'senior', 'manager'] as const).map((seat) => house.signIn(seat)))
    house.clock.advance(60_000)
    const before = (await callsTo(house, '/v3/sessions/')).length
    await Promise.all([reviewer, ...others, ...others].map((agent) => agent.get('/api/queue')))
    await house.deps.settled()
    expect((await callsTo(house, '/v3/sessions/')).length - before).toBeLessThanOrEqual(3)
  })

  it('loses a session that was decided elsewhere as soon as Didit tells', async () => {
    const id = await oneInReview(reviewer)
    await house.control('act', { sessionId: id, kind: 'status', status: 'Approved', webhook: false })
    house.clock.advance(1_100)
    house.deps.changed(id)
    await house.deps.settled()
    expect((await page()).rows.map((row) => row.id)).not.toContain(id)
  })

  it('marks a session that somebody is deciding', async () => {
    const id = await oneInReview(reviewer)
    const { evidenceHash } = await detailOf(reviewer, id)
    const made = await reviewer.post(`/api/sessions/${id}/decisions`, { outcome: 'Approved', reasonCode: 'checks-passed', evidenceHash })
    expect(made.status).toBe(202)
    const row = (await page()).rows.find((candidate) => candidate.id === id)
    expect(row?.pending).toMatchObject({ outcome: 'Approved', state: 'held' })
    const detail = await detailOf(reviewer, id)
    expect(detail.decision).toMatchObject({ outcome: 'Approved' })
  })

  it('stays as it was last read while Didit is silent, and says as of when', async () => {
    const before = await page()
    await house.control('faults', { kind: 'drop' })
    house.clock.advance(300_000)
    const after = await page()
    expect(after.rows.map(({ id }) => id)).toEqual(before.rows.map(({ id }) => id))
    expect(after.asOf).toBe(before.asOf)
    await house.control('faults', { clear: true }).catch(() => undefined)
  })

  it('is not for analysts', async () => {
    expect((await (await house.signIn('analyst')).get('/api/queue')).status).toBe(403)
  })
})
