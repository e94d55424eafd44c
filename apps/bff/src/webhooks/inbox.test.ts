import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PolicyVersion } from '@verdict/contract/policy'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { testStore } from '../testing/house-store.ts'
import { makeHouse } from '../testing/index.ts'
import type { House } from '../testing/index.ts'
import type { Head } from './event-order.ts'
import { orderOf } from './event-order.ts'
import type { HeardEvent } from './inbox-worker.ts'
import { makeInboxWorker } from './inbox-worker.ts'
import { makeInbox } from './inbox.repository.ts'
import { rowsOf, send, SESSION } from './testing/post-event.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

const seconds = (at: number) => Math.floor(at / 1000)

describe('order', () => {
  it('lets no late event overwrite what is newer', async () => {
    house = await makeHouse({ sessions: 5 })
    const now = seconds(house.clock())
    await send(house, { event_id: 'b', created_at: now, status: 'Declined' })
    await house.deps.settled()
    await send(house, { event_id: 'a', created_at: now - 60, status: 'In Review' })
    await house.deps.settled()
    expect(await house.deps.store.selectFrom('webhook_heads').selectAll().execute()).toMatchObject([{ event_id: 'b', status: 'Declined' }])
    expect((await rowsOf(house)).map(({ event_id, state }) => [event_id, state])).toEqual([
      ['a', 'late'],
      ['b', 'done'],
    ])
  })

  it('ends with the newest whatever the order in which events come, repeat and are worked off', () => {
    const event = fc.record({ createdAt: fc.integer({ min: 1, max: 6 }), status: fc.constantFrom('Approved', 'Declined', null) })
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 12 }), fc.infiniteStream(fc.nat()), (events, picks) => {
        const named = events.map((each, index) => ({ ...each, eventId: `e${index}`, trusted: true }))
        const coming = [...named, ...named].map((each) => ({ each, rank: picks.next().value ?? 0 })).toSorted((a, b) => a.rank - b.rank)
        let head: Head | undefined
        for (const { each } of coming) {
          const order = orderOf(each, head)
          if (order === 'late') expect(each.createdAt).toBeLessThan(head?.createdAt ?? 0)
          else head = each
        }
        expect(head?.createdAt).toBe(Math.max(...named.map(({ createdAt }) => createdAt)))
      }),
    )
  })

  it('gives a session its events in the order in which they happened, and believes no status of two in one second', async () => {
    const open = await makeHouse({ sessions: 5 })
    house = open
    await open.deps.webhooks.stop()
    const now = seconds(open.clock())
    for (const [id, offset, status] of [
      ['c', -1, 'Approved'],
      ['a', -9, 'In Review'],
      ['d', -1, 'Declined'],
      ['b', -5, 'Resubmitted'],
    ] as const) {
      await send(open, { event_id: id, created_at: now + offset, status })
    }
    const heard: HeardEvent[] = []
    const worker = makeInboxWorker({
      inbox: makeInbox(open.deps),
      hear: async (events) => void heard.push(...events),
      clock: open.clock,
      timer: open.clock.timer,
      onFailure: (error) => expect.unreachable(String(error)),
    })
    worker.start()
    await worker.idle()
    expect(heard.map(({ eventId, status, order }) => [eventId, status, order])).toEqual([
      ['a', 'In Review', 'news'],
      ['b', 'Resubmitted', 'news'],
      ['c', 'Approved', 'news'],
      ['d', null, 'same-moment'],
    ])
    await worker.stop()
  })
})

describe('what was answered with 200', () => {
  it('is taken once when it comes many times in one moment, among others', async () => {
    const open = await makeHouse({ sessions: 5 })
    house = open
    const answers = await Promise.all(['a', 'b', 'a', 'c', 'a', 'b'].map((event_id) => send(open, { event_id })))
    const taken = await Promise.all(answers.map(async (answer) => Reflect.get(Object(await answer.json()), 'taken')))
    expect(taken.filter(Boolean)).toHaveLength(3)
    expect((await rowsOf(open)).map(({ event_id, times }) => [event_id, times])).toEqual([
      ['a', 3],
      ['b', 2],
      ['c', 1],
    ])
  })

  it('is worked off after a crash between the answer and the work', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verdict-inbox-'))
    const file = join(folder, 'house.sqlite')
    const before = await makeHouse({ sessions: 5, file })
    await before.deps.webhooks.stop()
    expect((await send(before)).status).toBe(200)
    expect(await rowsOf(before)).toMatchObject([{ state: 'waiting' }])
    // Where no lock says that the others are dead, what they had is theirs for a minute.
    if (testStore() === 'sqlite') expect(await makeInbox(before.deps).claim()).toHaveLength(1)
    await before.close()
    const told: (string | null)[] = []
    house = await makeHouse({ sessions: 5, file, changed: (id) => told.push(id) })
    await house.deps.settled()
    expect(told).toEqual([SESSION])
    expect(await rowsOf(house)).toMatchObject([{ state: 'done' }])
    rmSync(folder, { recursive: true })
  })

  it('is tried again when the work fails, and taken over from a worker that died', async () => {
    const open = await makeHouse({ sessions: 5 })
    house = open
    await open.deps.webhooks.stop()
    await send(open)
    const inbox = makeInbox(open.deps)
    expect(await inbox.claim()).toHaveLength(1)
    expect(await inbox.claim()).toHaveLength(0)
    open.clock.advance(61_000)
    let failing = true
    const heard: string[] = []
    const worker = makeInboxWorker({
      inbox,
      hear: async (events) => {
        if (failing) throw new Error('nobody there')
        heard.push(...events.map(({ eventId }) => eventId))
      },
      clock: open.clock,
      timer: open.clock.timer,
      onFailure: () => undefined,
    })
    worker.start()
    await worker.idle()
    expect(await rowsOf(open)).toMatchObject([{ state: 'waiting', tries: 1 }])
    failing = false
    open.clock.advance(5_000)
    await worker.idle()
    expect(heard).toEqual(['event-1'])
    expect(await rowsOf(open)).toMatchObject([{ state: 'done', wake_at: null }])
    await worker.stop()
  })

  it('is let go when the policy says so, but for what is on hold', async () => {
    const open = await makeHouse({ sessions: 5 })
    house = open
    const held = '99999999-2222-4333-8444-555555555555'
    const manager = await open.signIn('manager')
    const { version, policy } = PolicyVersion.parse(await (await manager.get('/api/policy')).json())
    const changed = { ...policy, retention: { ...policy.retention, webhookBodyDays: 7, legalHold: [held] } }
    expect(
      (await manager.request('PUT', '/api/policy', { expectedVersion: version, policy: changed, note: 'shorter' }, {})).status,
    ).toBeLessThan(300)
    await send(open, { event_id: 'old' })
    await send(open, { event_id: 'held', session_id: held })
    await open.deps.settled()
    open.clock.advance(8 * 86_400_000)
    await send(open, { event_id: 'young' })
    await open.deps.settled()
    // The hour of the job has passed too; whichever of the two came first did it.
    await open.deps.webhooks.purge()
    expect((await rowsOf(open)).map(({ event_id }) => event_id)).toEqual(['held', 'young'])
    const record = await open.deps.store.selectFrom('ledger_entries').select('body').where('action', '=', 'webhook.purged').execute()
    expect(record).toHaveLength(1)
    expect(record[0]?.body).toContain('"count":1')
  })
})
