import { BlocklistAsked, BlocklistDone, BlocklistPage, type BlocklistAdd } from '@verdict/contract/blocklist'
import { SessionDetail } from '@verdict/contract/case'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemOf, recordOf, sessionsIn } from '../decisions/testing/decision-desk.ts'
import { makeHouse, type Agent, type House } from '../testing/index.ts'

let house: House
let analyst: Agent
let auditor: Agent
let senior: Agent
let manager: Agent
let full: string
let sessions: string[]

/** Sessions from which all four things can be blocked come first. */
const offersOf = async (id: string) => {
  const detail = SessionDetail.parse(await (await analyst.get(`/api/sessions/${id}`)).json())
  return detail.actions.blocklist.items.filter(({ available }) => available).map(({ item }) => item)
}

beforeAll(async () => {
  house = await makeHouse({ sessions: 200 })
  ;[analyst, auditor, senior, manager] = await Promise.all([
    house.signIn('analyst'),
    house.signIn('auditor'),
    house.signIn('senior'),
    house.signIn('manager'),
  ])
  sessions = await sessionsIn(house, 'In Review')
  for (const id of sessions) if ((await offersOf(id)).length >= 2) sessions = [id, ...sessions.filter((other) => other !== id)]
  full = sessions[0] ?? ''
})
afterAll(async () => house.close())

const list = async (query = '') => BlocklistPage.parse(await (await auditor.get(`/api/blocklist${query}`)).json())
const add = async (agent: Agent, body: Partial<BlocklistAdd>, path = '') =>
  agent.post(`/api/blocklist${path}`, { sessionId: full, items: ['face'], reason: 'Ring of copied documents.', ...body })

describe('the blocklist', () => {
  it('takes what a session brought, keeps who and why, and gives it back', async () => {
    const items = await offersOf(full)
    const done = BlocklistDone.parse(await (await add(analyst, { items })).json())
    expect(done).toMatchObject({ sessionId: full, items })
    const { entries } = await list()
    const mine = entries.filter(({ sessionId }) => sessionId === full)
    expect(mine.map(({ item }) => item).toSorted()).toEqual(items.toSorted())
    for (const entry of mine) expect(entry).toMatchObject({ reason: 'Ring of copied documents.', by: expect.any(String) })
    expect((await list(`?item=${items[0]}`)).entries.every(({ item }) => item === items[0])).toBe(true)

    const picture = mine.find(({ mediaRef }) => mediaRef !== null)
    if (picture) expect((await auditor.get(`/api/sessions/${full}/media/${picture.mediaRef}`)).status).toBe(200)

    const [first] = items
    const asked = await add(analyst, { items: first ? [first] : [], reason: 'Mistake.' }, '/remove')
    expect(asked.status).toBe(202)
    const { approvalId } = BlocklistAsked.parse(await asked.json())
    expect((await list()).entries.filter(({ sessionId, item }) => sessionId === full && item === first)).toHaveLength(1)
    for (const agent of [analyst, senior]) {
      expect((await agent.post(`/api/approvals/${approvalId}`, { verdict: 'approve' })).status).toBe(403)
    }
    expect((await manager.post(`/api/approvals/${approvalId}`, { verdict: 'approve' })).status).toBe(200)
    expect((await list()).entries.filter(({ sessionId, item }) => sessionId === full && item === first)).toEqual([])
    const written = (await recordOf(house, full)).filter(({ action }) => action.startsWith('blocklist'))
    expect(written.map(({ action, outcome, reason, ref }) => [action, outcome, reason, ref])).toEqual([
      ['blocklist.added', null, 'Ring of copied documents.', null],
      ['blocklist.ended', 'done', null, done.ledgerSeq],
      ['blocklist.removed', null, 'Mistake.', null],
      ['blocklist.ended', 'done', null, expect.any(Number)],
    ])
    expect(written[0]?.data).toEqual({ items })
    expect(written[2]).toMatchObject({ who: 'Lena Fischer', data: { askedBy: 'Tomasz Maj', approvalId } })
  })

  it('says whose an entry is only where it knows, and pages', async () => {
    const other = sessions[1] ?? ''
    await house.deps.didit.blocklist.add({ sessionId: other, items: await offersOf(other) })
    const page = await list('?limit=1')
    expect(page.entries).toHaveLength(1)
    expect(page.nextOffset).toBe(1)
    const foreign = (await list()).entries.find(({ sessionId }) => sessionId === other)
    expect(foreign).toMatchObject({ by: null, reason: null })
  })

  it('refuses what the session does not hold before Didit is asked', async () => {
    const lacking = sessions.at(-1) ?? ''
    const offers: string[] = await offersOf(lacking)
    const missing = (['face', 'document', 'phone', 'email'] as const).filter((item) => !offers.includes(item))
    if (missing.length === 0) throw new Error('the world has no session that lacks something')
    const answer = await add(analyst, { sessionId: lacking, items: missing })
    expect(answer.status).toBe(422)
    expect((await problemOf(answer)).fields?.map(({ path }) => path)).toEqual(missing.map((_, index) => `items.${index}`))
    expect((await add(analyst, { sessionId: lacking, reason: ' ' })).status).toBe(422)
    expect((await recordOf(house, lacking)).filter(({ action }) => action.startsWith('blocklist'))).toEqual([])
  })

  it('is written by analysts and read by auditors', async () => {
    const reviewer = await house.signIn('reviewer')
    expect((await add(auditor, {})).status).toBe(403)
    expect((await add(reviewer, {}, '/remove')).status).toBe(403)
    expect((await reviewer.get('/api/blocklist')).status).toBe(403)
    expect((await house.visitor().get('/api/blocklist')).status).toBe(401)
  })

  it('says clearly when Didit has none for this key', async () => {
    await house.control('faults', { match: '/v3/blocklist/', kind: 'status', status: 404, body: { detail: 'Not found.' }, times: 2 })
    const problem = await problemOf(await auditor.get('/api/blocklist'))
    expect(problem).toMatchObject({ code: 'upstream-refused', title: 'Didit offers no blocklist to this key' })
    const id = sessions[2] ?? ''
    const answer = await add(analyst, { sessionId: id, items: (await offersOf(id)).slice(0, 1) })
    expect(await problemOf(answer)).toMatchObject({ title: 'Didit offers no blocklist to this key' })
    expect((await recordOf(house, id)).at(-1)).toMatchObject({ action: 'blocklist.ended', outcome: 'refused' })
    expect((await list()).entries.filter(({ sessionId }) => sessionId === id)).toEqual([])
  })
})
