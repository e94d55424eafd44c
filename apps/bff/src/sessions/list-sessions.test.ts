import fc from 'fast-check'
import { SessionPage } from '@verdict/contract/session'
import type { SessionRow as WireRow } from '@verdict/didit/wire/session-list'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Agent, House } from '../testing/index.ts'
import { makeHouse } from '../testing/index.ts'
import { countryCodeFor } from './country-codes.ts'
import { readAfter } from './read-after.ts'
import type { Mark } from './session-cursor.ts'
import type { ReadPage } from './session-sequence.ts'
import { newestFirst, oldestFirst } from './session-sequence.ts'

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
  })

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

  it('says "at least" where Didit stops counting', async () => {
    const { count } = await page({ kind: 'business', limit: '5' })
    expect(count).toEqual({ value: 100, exact: false })
    expect((await page({ kind: 'user', limit: '5' })).count.exact).toBe(true)
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

  it('asks Didit once for the same page within three seconds', async () => {
    const asked = async () => {
      const response = await house.emulator.app.request('/__emulator/requests')
      const journal = (await response.json()) as { path: string }[]
      return journal.filter(({ path }) => path === '/v3/sessions/').length
    }
    house.clock.advance(10_000)
    const before = await asked()
    await Promise.all(Array.from({ length: 8 }, () => page({ kind: 'user', limit: '21' })))
    await page({ kind: 'user', limit: '21' })
    expect((await asked()) - before).toBe(1)
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

/** Sessions that come and go while somebody pages through them. */
const rowOf = (number: number): WireRow => ({
  session_id: `id-${number}`,
  status: 'In Review',
  created_at: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
})

describe('paging while the list changes', () => {
  for (const sort of ['newest', 'oldest'] as const) {
    for (const capped of [false, true]) {
      it(`${sort} first${capped ? ', without a count' : ''}: what stays is given once and in order`, async () => {
        const change = fc.record({ add: fc.nat(4), remove: fc.array(fc.nat(200), { maxLength: 4 }) })
        await fc.assert(
          fc.asyncProperty(
            fc.integer({ min: 0, max: 60 }),
            fc.integer({ min: 1, max: 20 }),
            fc.array(change, { maxLength: 30 }),
            async (start, size, changes) => {
              let alive = Array.from({ length: start }, (_, index) => index)
              const stays = new Set(alive)
              let newest = start
              const readPage: ReadPage = async (offset, limit) => {
                const order = alive.toReversed()
                const rows = order.slice(offset, offset + limit).map(rowOf)
                const count = capped ? Math.min(25, order.length) : order.length
                return { rows, count, exact: !capped || count < 25, more: offset + limit < order.length }
              }
              let total: number | undefined
              const totals = { get: () => total, set: (value: number) => void (total = value), clear: () => void (total = undefined) }
              const sequence = sort === 'newest' ? newestFirst(readPage) : oldestFirst(readPage, totals)
              const seen: string[] = []
              let after: Mark | null = null
              for (let step = 0; step < 100; step += 1) {
                const { found, more } = await readAfter({ sequence, sort, after, size })
                seen.push(...found.map(({ row }) => row.session_id))
                after = found.at(-1)?.mark ?? after
                if (!more || found.length === 0) break
                const { add, remove } = changes[step] ?? { add: 0, remove: [] }
                for (const victim of remove) {
                  const gone = alive[victim % Math.max(1, alive.length)]
                  alive = alive.filter((number) => number !== gone)
                  if (gone !== undefined) stays.delete(gone)
                }
                for (let index = 0; index < add; index += 1) alive.push(newest++)
              }
              expect(new Set(seen).size).toBe(seen.length)
              const expected = [...stays].map((number) => `id-${number}`)
              expect(seen.filter((id) => expected.includes(id)).toSorted()).toEqual(expected.toSorted())
            },
          ),
          { numRuns: 300 },
        )
      })
    }
  }
})
