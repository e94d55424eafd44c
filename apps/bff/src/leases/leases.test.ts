import { SessionDetail } from '@verdict/contract/case'
import { type Lease, LeaseTaken, Presence } from '@verdict/contract/lease'
import { Problem } from '@verdict/contract/problem'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accepted, decide, oneSession, recordOf, sessionsIn } from '../decisions/testing/decision-desk.ts'
import { makeHouse, type Agent, type House } from '../testing/index.ts'
import { readEvents } from '../testing/sse-reader.ts'

let house: House
let ana: Agent
let ben: Agent
let senior: Agent
let sessions: string[]
let id: string
beforeAll(async () => {
  house = await makeHouse({ sessions: 200 })
  ;[ana, ben, senior] = await Promise.all([house.signIn('reviewer'), house.signIn('reviewer2'), house.signIn('senior')])
  sessions = await sessionsIn(house, 'In Review')
})
afterAll(() => house.close())
beforeEach(() => {
  id = sessions.pop() ?? ''
})

const take = (agent: Agent, body: object = {}) => agent.post(`/api/sessions/${id}/lease`, body)
const taken = async (answer: Response) => {
  expect(answer.status).toBe(200)
  return LeaseTaken.parse(await answer.json())
}
const presence = async (agent: Agent) => Presence.parse(await (await agent.get(`/api/sessions/${id}/presence`)).json())
const nameOf = async (agent: Agent) => ((await (await agent.get('/api/me')).json()) as { name: string }).name
const refused = async (answer: Response, code: string, status = 409) => {
  const problem = Problem.parse(await answer.json())
  expect([answer.status, problem.code]).toEqual([status, code])
  return problem
}

describe('a lease', () => {
  it('is held by one person, renewed by them and refused to others with who and since when', async () => {
    const first = await taken(await take(ana))
    expect(Date.parse(first.until) - house.clock()).toBe(90_000)
    house.clock.advance(60_000)
    const again = await taken(await take(ana))
    expect(again.since).toBe(first.since)
    expect(Date.parse(again.until) - house.clock()).toBe(90_000)
    const problem = await refused(await take(ben), 'leased')
    expect(problem.holder).toMatchObject({ name: await nameOf(ana), since: first.since, until: again.until })
  })

  it('ends by itself', async () => {
    await take(ana)
    house.clock.advance(90_000)
    expect((await presence(ben)).lease).toBeNull()
    expect((await taken(await take(ben))).holder.name).toBe(await nameOf(ben))
    await refused(await take(ana), 'leased')
  })

  it('is got by one of twenty who ask at once', async () => {
    const people = [ana, ben, senior]
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => [index % 3, await take(people[index % 3] ?? ana)] as const),
    )
    const winners = new Set(answers.filter(([, answer]) => answer.status === 200).map(([who]) => who))
    expect(winners.size).toBe(1)
    expect(answers.filter(([, answer]) => answer.status === 409).length).toBeGreaterThan(12)
  })

  it('is shared by the tabs of one person and given back when the last one leaves', async () => {
    await take(ana, { tab: 'tab-one-1' })
    await take(ana, { tab: 'tab-two-2' })
    const first = Presence.parse(await (await ana.delete(`/api/sessions/${id}/lease?tab=tab-one-1`)).json())
    expect(first.lease?.holder.name).toBe(await nameOf(ana))
    await refused(await take(ben), 'leased')
    const last = Presence.parse(await (await ana.delete(`/api/sessions/${id}/lease?tab=tab-two-2`)).json())
    expect(last).toEqual({ lease: null, here: [] })
    await taken(await take(ben))
  })

  it('of somebody else is not given back', async () => {
    await take(ana)
    await ben.delete(`/api/sessions/${id}/lease`)
    await refused(await take(ben), 'leased')
  })

  it('is taken over by a senior with a note, on record, and only by a senior', async () => {
    await take(ana)
    await refused(await take(ben, { takeover: true, note: 'please' }), 'not-allowed', 403)
    await refused(await take(senior, { takeover: true }), 'invalid-input', 422)
    const lease: Lease = await taken(await take(senior, { takeover: true, note: 'Ana has left for today.' }))
    expect(lease.takenFrom).toMatchObject({ name: await nameOf(ana), note: 'Ana has left for today.' })
    const renewed = await taken(await take(senior))
    expect(renewed.takenFrom).toEqual(lease.takenFrom)
    expect((await refused(await decide(house, ana, id), 'leased')).holder?.name).toBe(await nameOf(senior))
    const entry = (await recordOf(house, id)).find(({ action }) => action === 'lease.taken-over')
    expect(entry).toMatchObject({ who: await nameOf(senior), reason: 'Ana has left for today.' })
    await senior.delete(`/api/sessions/${id}/lease`)
    expect((await taken(await take(ana))).takenFrom).toBeNull()
    await accepted(await decide(house, ana, id))
  })

  it('keeps others from deciding, but nobody needs one', async () => {
    await take(ana)
    const problem = await refused(await decide(house, ben, id), 'leased')
    expect(problem.title).toBe(`${await nameOf(ana)} is on this case`)
    house.clock.advance(91_000)
    await accepted(await decide(house, ben, id))
    await refused(await decide(house, ana, id), 'already-decided')
  })

  it('stands in the case, with what it keeps others from doing', async () => {
    const read = async (agent: Agent) => SessionDetail.parse(await (await agent.get(`/api/sessions/${id}`)).json())
    const before = await read(ben)
    expect(before.lease).toBeNull()
    await take(ana)
    const [mine, theirs] = [await read(ana), await read(ben)]
    expect([mine.lease?.holder.name, theirs.lease?.holder.name]).toEqual([await nameOf(ana), await nameOf(ana)])
    expect(mine.actions).toEqual(before.actions)
    expect(theirs.actions.approve).toEqual({ allowed: false, reason: `${await nameOf(ana)} is on this case.` })
    expect(theirs.actions.note.allowed).toBe(true)
    house.clock.advance(90_000)
    expect(await read(ben)).toMatchObject({ lease: null, actions: before.actions })
  })

  it('outlives the house', async () => {
    const { clock, emulator } = house
    const file = `${process.env['TMPDIR'] ?? '/tmp'}/verdict-lease-${process.pid}-${crypto.randomUUID()}.sqlite`
    const first = await makeHouse({ file, emulator, clock })
    await (await first.signIn('reviewer')).post(`/api/sessions/${id}/lease`)
    await first.deps.stop()
    await first.deps.store.destroy()
    const second = await makeHouse({ file, emulator, clock, staff: false })
    const answer = await (await second.signIn('reviewer2')).post(`/api/sessions/${id}/lease`)
    expect(answer.status).toBe(409)
    await second.deps.stop()
    await second.deps.store.destroy()
  })
})

describe('presence', () => {
  it('tells who has a case open, readers too, and goes by itself', async () => {
    const auditor = await house.signIn('auditor')
    await auditor.post(`/api/sessions/${id}/presence`, { tab: 'reader-tab' })
    house.clock.advance(1000)
    await take(ana, { tab: 'worker-tab' })
    await take(ana, { tab: 'worker-tab-2' })
    expect((await presence(ben)).here.map(({ name }) => name)).toEqual([await nameOf(auditor), await nameOf(ana)])
    await auditor.delete(`/api/sessions/${id}/presence?tab=reader-tab`)
    expect((await presence(ben)).here.map(({ name }) => name)).toEqual([await nameOf(ana)])
    house.clock.advance(90_000)
    expect(await presence(ben)).toEqual({ lease: null, here: [] })
  })

  it('is heard live by whoever may read the case, and renewing is silent', async () => {
    const [analyst, admin] = [await house.signIn('analyst'), await house.signIn('admin')]
    const [heard, deaf] = [readEvents(await analyst.get('/api/events')), readEvents(await admin.get('/api/events'))]
    await take(ana, { tab: 'worker-tab' })
    const names = (messages: { data: Record<string, unknown> }[]) => messages.map(({ data }) => data['kind'])
    expect(names(await heard.all(2))).toEqual([undefined, 'presence'])
    await take(ana, { tab: 'worker-tab' })
    expect(names(await heard.all())).toEqual([])
    await ana.delete(`/api/sessions/${id}/lease`)
    expect(names(await heard.all(1))).toEqual(['presence'])
    expect(names(await deaf.all())).toEqual([undefined])
    await heard.leave()
    await deaf.leave()
  })

  it('is refused for what is no session id', async () => {
    expect((await ana.post('/api/sessions/nonsense/lease')).status).toBe(422)
    expect(await oneSession(house)).toBeTruthy()
  })
})
