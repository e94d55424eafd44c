import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeHouse, type Agent, type House } from '../testing/index.ts'
import { readEvents } from '../testing/sse-reader.ts'
import { MOST_PER_PERSON } from './live-hub.ts'
import { makeLiveStream } from './live-stream.ts'

const session = '11111111-2222-4333-8444-555555555555'
let house: House
beforeAll(async () => {
  house = await makeHouse({ sessions: 5 })
})
afterAll(() => house.close())

const listen = async (agent: Agent, lastId?: number) => {
  const answer = await agent.get('/api/events', lastId === undefined ? {} : { 'last-event-id': String(lastId) })
  expect(answer.status).toBe(200)
  return readEvents(answer)
}
const endOf = async (reader: ReturnType<typeof readEvents>) => {
  await reader.all()
  return reader.ended()
}
const kinds = (messages: readonly { name: string; data: Record<string, unknown> }[]) =>
  messages.map(({ name, data }) => (name === 'change' ? data['kind'] : name))

describe('live events', () => {
  it('reach everybody who may hear them, and nobody else', async () => {
    const { publish } = house.deps.live
    const [reviewer, auditor, admin] = await Promise.all(
      (['reviewer', 'auditor', 'admin'] as const).map(async (seat) => listen(await house.signIn(seat))),
    )
    if (!reviewer || !auditor || !admin) throw new Error('somebody is missing')
    await publish([{ kind: 'queue' }, { kind: 'session', sessionId: session }, { kind: 'alarms', sessionId: session }])
    expect(kinds(await reviewer.all(3))).toEqual(['hello', 'queue', 'session'])
    expect(kinds(await auditor.all(4))).toEqual(['hello', 'queue', 'session', 'alarms'])
    expect(kinds(await admin.all(1))).toEqual(['hello'])
    await Promise.all([reviewer, auditor, admin].map((reader) => reader.leave()))
  })

  it('are private when they are about one person', async () => {
    const [one, other] = [await house.signIn('reviewer'), await house.signIn('reviewer2')]
    const me = (await (await one.get('/api/me')).json()) as { id: string }
    const [mine, theirs] = [await listen(one), await listen(other)]
    await house.deps.live.publish({ kind: 'jobs', onlyFor: me.id })
    expect(kinds(await mine.all(2))).toEqual(['hello', 'jobs'])
    expect(kinds(await theirs.all(1))).toEqual(['hello'])
    await Promise.all([mine.leave(), theirs.leave()])
  })

  it('are not heard when what they tell is rolled back', async () => {
    const reader = await listen(await house.signIn('reviewer'))
    await house.deps.store
      .transaction()
      .execute(async (trx) => {
        await house.deps.live.publish({ kind: 'queue' }, trx)
        throw new Error('no')
      })
      .catch(() => undefined)
    expect(kinds(await reader.all(1))).toEqual(['hello'])
    await reader.leave()
  })

  it('resume after a break with everything in between, and say so when that is forgotten', async () => {
    const agent = await house.signIn('reviewer')
    const first = await listen(agent)
    await house.deps.live.publish({ kind: 'queue' })
    const last = (await first.all(2)).at(-1)?.id ?? 0
    await first.leave()
    await house.deps.live.publish({ kind: 'session', sessionId: session })
    await house.deps.live.publish({ kind: 'queue' })
    const again = await listen(agent, last)
    const missed = await again.all(3)
    expect(kinds(missed)).toEqual(['hello', 'session', 'queue'])
    expect(missed.map(({ id }) => id)).toEqual([last, last + 1, last + 2])
    house.clock.advance(20_000)
    house.clock.advance(11 * 60_000)
    await again.all()
    house.clock.advance(20_000)
    await expect
      .poll(async () => {
        const late = await listen(agent, last)
        const said = kinds(await late.all(1))
        await late.leave()
        return said[0]
      })
      .toBe('resync')
    await again.leave()
    const fromElsewhere = await listen(agent, 999_999)
    expect(kinds(await fromElsewhere.all(1))).toEqual(['resync'])
    await fromElsewhere.leave()
  })

  it('beat every twenty seconds, and end with the sign-in or when the person is switched off', async () => {
    const [agent, other, admin] = [await house.signIn('reviewer'), await house.signIn('reviewer2'), await house.signIn('admin')]
    const [mine, theirs] = [await listen(agent), await listen(other)]
    await mine.all()
    house.clock.advance(20_000)
    await mine.all()
    expect(mine.beats()).toBe(1)
    const { id } = (await (await other.get('/api/me')).json()) as { id: string }
    expect((await admin.patch(`/api/people/${id}`, { active: false })).status).toBe(200)
    await expect.poll(() => endOf(theirs)).toBe(true)
    await admin.patch(`/api/people/${id}`, { active: true })
    await mine.all()
    expect(mine.ended()).toBe(false)
    await agent.post('/api/auth/sign-out')
    await expect.poll(() => endOf(mine)).toBe(true)
  })

  it('go to a bounded number of browsers of one person', async () => {
    const agent = await house.signIn('reviewer')
    const readers = []
    for (let index = 0; index < MOST_PER_PERSON; index += 1) readers.push(await listen(agent))
    const refused = await agent.get('/api/events')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('60')
    for (const reader of readers) await reader.leave()
    await (await listen(agent)).leave()
  })
})

describe('a slow reader', () => {
  it('is told to read everything again instead of being sent all it missed', async () => {
    const stream = makeLiveStream(() => undefined)
    for (let id = 1; id <= 10_000; id += 1) stream.send({ id, name: 'change', data: { id } })
    const reader = readEvents(new Response(stream.body))
    const messages = await reader.all()
    expect(messages.length).toBeLessThan(300)
    expect(messages.at(-1)).toEqual({ id: 10_000, name: 'resync', data: {} })
    stream.send({ id: 10_001, name: 'change', data: {} })
    expect((await reader.all()).map(({ id }) => id)).toEqual([10_001])
  })

  it('is let go when it takes nothing for two beats', () => {
    let left = false
    const stream = makeLiveStream(() => {
      left = true
    })
    for (let id = 1; id <= 300; id += 1) stream.send({ id, name: 'change', data: {} })
    stream.beat()
    expect(left).toBe(false)
    stream.beat()
    expect(left).toBe(true)
  })
})
