import { SavedView, SavedViewList } from '@verdict/contract/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Agent, House, Seat } from '../testing/index.ts'
import { makeHouse } from '../testing/index.ts'

let house: House
const agents = new Map<Seat, Agent>()
beforeAll(async () => {
  house = await makeHouse({ sessions: 5 })
  for (const seat of ['reviewer', 'reviewer2', 'auditor'] as const) agents.set(seat, await house.signIn(seat))
})
afterAll(() => house.close())

const as = (seat: Seat): Agent => {
  const agent = agents.get(seat)
  if (!agent) throw new Error(`${seat} did not sign in`)
  return agent
}
const namesOf = async (seat: Seat) => SavedViewList.parse(await (await as(seat).get('/api/views')).json()).views.map(({ name }) => name)
const save = async (seat: Seat, body: object) => as(seat).post('/api/views', body)

describe('saved views', () => {
  it('are one’s own until they are shared, and only their maker removes them', async () => {
    const mine = await save('reviewer', { name: 'Spain, declined', search: { status: 'Declined', country: 'ESP' } })
    expect(mine.status).toBe(201)
    expect(await namesOf('reviewer2')).toEqual([])
    const shared = SavedView.parse(
      await (await save('reviewer', { name: 'Hits', search: { warning: 'POSSIBLE_MATCH_FOUND' }, shared: true })).json(),
    )
    expect(await namesOf('reviewer2')).toEqual(['Hits'])
    expect(await namesOf('reviewer')).toEqual(['Hits', 'Spain, declined'])
    expect((await as('reviewer2').delete(`/api/views/${shared.id}`)).status).toBe(404)
    expect((await as('reviewer').delete(`/api/views/${shared.id}`)).status).toBe(204)
    expect(await namesOf('reviewer2')).toEqual([])
    const entries = await house.deps.store
      .selectFrom('ledger_entries')
      .select(['action', 'body'])
      .where('action', 'like', 'view.%')
      .execute()
    expect(entries.map(({ action }) => action)).toEqual(['view.saved', 'view.saved', 'view.removed'])
    expect(entries.filter(({ body }) => body.includes('ESP'))).toEqual([])
  })

  it('are kept but not shared by those who change nothing', async () => {
    expect((await save('auditor', { name: 'Mine', search: {} })).status).toBe(201)
    expect((await save('auditor', { name: 'Ours', search: {}, shared: true })).status).toBe(403)
    expect(await namesOf('reviewer2')).toEqual([])
  })

  it.each([
    ['no name', { name: ' ', search: {} }],
    ['a search that is none', { name: 'a', search: { status: 3 } }],
    ['a search without end', { name: 'a', search: Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k${index}`, 'x'])) }],
  ])('are refused with %s', async (_, body) => {
    expect((await save('reviewer', body)).status).toBe(422)
  })
})
