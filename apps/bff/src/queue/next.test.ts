import { NextCase, QueueMarks, QueuePage, QueuePeople, type NextInput, type QueueRow } from '@verdict/contract/queue'
import { SessionDetail } from '@verdict/contract/case'
import { PolicyVersion } from '@verdict/contract/policy'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { answerTo, setRules } from '../approvals/testing/approval-desk.ts'
import { accepted, decide, recordLines, recordOf } from '../decisions/testing/decision-desk.ts'
import { makeHouse, type Agent, type House } from '../testing/index.ts'
import { rankOf } from './rank.ts'
import { rankFacts } from './ranking.ts'

let house: House
let ana: Agent
let ben: Agent
let senior: Agent
beforeAll(async () => {
  house = await makeHouse({ sessions: 150 })
  ;[ana, ben, senior] = await Promise.all([house.signIn('reviewer'), house.signIn('reviewer2'), house.signIn('senior')])
  await ana.get('/api/queue')
  await house.deps.settled()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.advance(120_000)
  await house.deps.settled()
  await Promise.all(
    ['snoozes', 'assignments', 'leases', 'presence'].map((table) => house.deps.store.deleteFrom(table as 'leases').execute()),
  )
})

const next = async (agent: Agent, body: z.input<typeof NextInput> = {}) => {
  const answer = await agent.post('/api/queue/next', body)
  expect(answer.status).toBe(200)
  return NextCase.parse(await answer.json())
}
const queue = async (agent: Agent, query = '?limit=200') => QueuePage.parse(await (await agent.get(`/api/queue${query}`)).json())
const ids = (rows: readonly QueueRow[]) => rows.map(({ id }) => id)
const nameOf = async (agent: Agent) => (await (await agent.get('/api/me')).json()) as { id: string; name: string }
const snooze = (agent: Agent, id: string, body: object) =>
  agent.post(`/api/sessions/${id}/snooze`, { reason: 'Waits for a call.', ...body })
const marks = async (answer: Response) => {
  expect(answer.status).toBe(200)
  return QueueMarks.parse(await answer.json())
}

describe('taking the next case', () => {
  it('leases them in the order of the queue, each to one person', async () => {
    const { rows } = await queue(ana)
    const taken = [await next(ana), await next(ben), await next(senior), await next(ana)]
    expect(taken.map(({ session }) => session?.id)).toEqual(ids(rows).slice(0, 4))
    expect(taken[0]?.lease?.holder.name).toBe((await nameOf(ana)).name)
    expect((await queue(ben)).rows[0]?.lease?.holder.name).toBe((await nameOf(ana)).name)
  })

  it('gives twenty who ask at once twenty different cases', async () => {
    const people = [ana, ben, senior]
    const got = await Promise.all(Array.from({ length: 20 }, async (_, index) => (await next(people[index % 3] ?? ana)).session?.id))
    expect(new Set(got).size).toBe(20)
    expect(got).not.toContain(undefined)
  })

  it('never gives a case to two people, however taking, giving back and waiting are mixed', async () => {
    const deed = fc.oneof(
      { weight: 5, arbitrary: fc.record({ do: fc.constant('next' as const), who: fc.nat(2) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('back' as const), who: fc.nat(2) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), who: fc.constantFrom(30_000, 91_000) }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(deed, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }), async (rounds) => {
        const held = new Map<string, { who: number; until: number }>()
        for (const round of rounds) {
          const waits = round.filter((each) => each.do === 'wait')
          for (const { who } of waits) house.clock.advance(who)
          await Promise.all(
            round.map(async (each) => {
              const agent = [ana, ben, senior][each.who]
              if (each.do === 'wait' || !agent) return
              if (each.do === 'back') {
                const mine = [...held].find(([, { who }]) => who === each.who)
                if (!mine) return
                held.delete(mine[0])
                await agent.delete(`/api/sessions/${mine[0]}/lease`)
                return
              }
              const { session, lease } = await next(agent)
              if (!session || !lease) return
              const before = held.get(session.id)
              expect(before === undefined || before.until <= house.clock()).toBe(true)
              held.set(session.id, { who: each.who, until: Date.parse(lease.until) })
            }),
          )
        }
      }),
      { numRuns: process.env['THOROUGH'] === '1' ? 400 : 25 },
    )
  })

  it('skips what is decided, put off, passed over or assigned to others', async () => {
    const [first, second, third, fourth, fifth] = ids((await queue(ana)).rows)
    await accepted(await decide(house, ben, first ?? ''))
    await snooze(ben, second ?? '', { until: new Date(house.clock() + 3_600_000).toISOString() })
    await ben.post(`/api/sessions/${third ?? ''}/assignee`, { personId: (await nameOf(ben)).id })
    expect((await next(ana, { skip: [fourth ?? ''] })).session?.id).toBe(fifth)
    expect((await next(ben)).session?.id).toBe(third)
  })

  it('says what all that waits is waiting for when there is none', async () => {
    const { counts } = await queue(ana, '?view=companies')
    for (let left = counts.companies.value; left > 0; left -= 1) expect((await next(ben, { view: 'companies' })).session).not.toBeNull()
    const none = await next(ana, { view: 'companies' })
    expect(none).toMatchObject({ session: null, lease: null, empty: { waiting: counts.companies.value, leased: counts.companies.value } })
    expect(none.empty?.why).toMatch(/cases wait, none is free: \d+ with colleagues/)
    const nowhere = await next(ana, { country: 'ATA' })
    expect(nowhere.empty?.why).toBe('Nothing waits.')
  })

  it('is for people who decide', async () => {
    expect((await (await house.signIn('auditor')).post('/api/queue/next')).status).toBe(403)
  })
})

describe('putting a case off', () => {
  it('takes it out of the queue until its time, and shows it with who and why', async () => {
    const before = await queue(ana)
    const id = before.rows[0]?.id ?? ''
    const until = new Date(house.clock() + 3_600_000).toISOString()
    const marked = await marks(await snooze(ana, id, { until }))
    expect(marked.snooze).toMatchObject({ by: { name: (await nameOf(ana)).name }, until, reason: 'Waits for a call.' })
    const during = await queue(ben)
    expect(ids(during.rows)).not.toContain(id)
    expect(during.counts.all.value).toBe(before.counts.all.value - 1)
    expect(during.counts.snoozed.value).toBe(1)
    expect((await queue(ben, '?view=snoozed')).rows.map((row) => [row.id, row.snooze?.reason])).toEqual([[id, 'Waits for a call.']])
    house.clock.advance(3_600_000)
    const after = await queue(ben)
    expect(ids(after.rows)).toContain(id)
    expect(after.counts.snoozed.value).toBe(0)
    expect((await recordOf(house, id)).find(({ action }) => action === 'queue.snoozed')?.reason).toBe('Waits for a call.')
  })

  it('ends when what it waits for happens, or when somebody says so', async () => {
    const [one, two] = ids((await queue(ana)).rows)
    await snooze(ana, one ?? '', { untilEvent: 'note' })
    await snooze(ana, two ?? '', { untilEvent: 'status' })
    expect((await queue(ana)).counts.snoozed.value).toBe(2)
    house.clock.advance(1000)
    expect((await ben.post(`/api/sessions/${one ?? ''}/notes`, { text: 'They called.' })).status).toBe(201)
    expect(ids((await queue(ana, '?view=snoozed')).rows)).toEqual([two])
    expect((await marks(await ben.delete(`/api/sessions/${two ?? ''}/snooze`))).snooze).toBeNull()
    expect((await queue(ana)).counts.snoozed.value).toBe(0)
    expect(await recordLines(house, two ?? '')).toContain(`${(await nameOf(ben)).name} queue.woken`)
  })

  it('needs a reason, a time within 30 days or an event, and a case that waits', async () => {
    const id = (await queue(ana)).rows[0]?.id ?? ''
    const status = async (body: object, of = id) => (await snooze(ana, of, body)).status
    expect(await status({})).toBe(422)
    expect(await status({ untilEvent: 'note', reason: ' ' })).toBe(422)
    expect(await status({ until: new Date(house.clock() - 1).toISOString() })).toBe(422)
    expect(await status({ until: new Date(house.clock() + 31 * 86_400_000).toISOString() })).toBe(422)
    expect(await status({ untilEvent: 'note' }, '11111111-2222-4333-8444-555555555555')).toBe(409)
  })
})

describe('giving a case to a person', () => {
  it('puts it first for them, last for others, and on record', async () => {
    const all = ids((await queue(ana)).rows)
    const id = all[5] ?? ''
    const { id: benId, name } = await nameOf(ben)
    expect((await ana.post(`/api/sessions/${id}/assignee`, { personId: benId })).status).toBe(403)
    expect((await marks(await senior.post(`/api/sessions/${id}/assignee`, { personId: benId }))).assignee).toEqual({ id: benId, name })
    expect((await queue(ben)).rows[0]).toMatchObject({ id, why: [expect.anything(), { code: 'assigned', text: 'Assigned to you' }] })
    expect((await queue(ana)).rows.at(-1)).toMatchObject({ id, assignee: { name } })
    expect(ids((await queue(ben, '?view=mine')).rows)).toEqual([id])
    expect((await queue(ana, '?view=mine')).rows).toEqual([])
    expect((await ana.post(`/api/sessions/${id}/assignee`, { personId: null })).status).toBe(403)
    expect((await marks(await ben.post(`/api/sessions/${id}/assignee`, { personId: null }))).assignee).toBeNull()
    const told = (await recordOf(house, id)).filter(({ action }) => action === 'queue.assigned')
    expect(told.map(({ who }) => who)).toEqual([(await nameOf(senior)).name, name])
  })

  it('pages through assigned and free cases without losing or repeating one', async () => {
    const all = ids((await queue(ana)).rows)
    const me = await nameOf(ana)
    await senior.post(`/api/sessions/${all[9] ?? ''}/assignee`, { personId: me.id })
    await senior.post(`/api/sessions/${all[2] ?? ''}/assignee`, { personId: (await nameOf(ben)).id })
    const whole = ids((await queue(ana)).rows)
    expect(new Set(whole)).toEqual(new Set(all))
    const paged: string[] = []
    let cursor: string | null = null
    do {
      const page: QueuePage = await queue(ana, `?limit=3${cursor === null ? '' : `&cursor=${cursor}`}`)
      paged.push(...ids(page.rows))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(paged).toEqual(whole)
  })

  it('is offered for everybody who decides', async () => {
    const { people } = QueuePeople.parse(await (await ana.get('/api/queue/people')).json())
    expect(people.map(({ name }) => name)).toContain((await nameOf(ben)).name)
    expect(people.map(({ id }) => id)).not.toContain((await nameOf(await house.signIn('auditor'))).id)
    expect((await senior.post(`/api/sessions/${(await queue(ana)).rows[0]?.id ?? ''}/assignee`, { personId: 'nobody' })).status).toBe(422)
  })
})

describe('a second look', () => {
  it('stands first for who may give it, once, and for nobody else; then its case is back in its turn', async () => {
    const manager = await house.signIn('manager')
    const all = ids((await queue(ana)).rows)
    const id = all[7] ?? ''
    const seen = SessionDetail.parse(await (await ana.get(`/api/sessions/${id}`)).json()).warnings.map(({ code }) => code)
    await setRules(manager, { warningCodes: seen.slice(0, 1), blind: true })
    const made = await accepted(await decide(house, ana, id))
    const [first, ...rest] = (await queue(senior)).rows
    const look = { code: 'second-look', text: 'Waits for your second look' }
    expect(first).toMatchObject({ id, secondLook: { approvalId: made.approvalId }, why: [look, expect.anything()] })
    expect(ids(rest)).not.toContain(id)
    const mine = await queue(senior, '?view=mine')
    expect([ids(mine.rows), mine.counts.mine.value]).toEqual([[id], 1])
    for (const agent of [ana, ben]) {
      const row = (await queue(agent)).rows.find((each) => each.id === id)
      expect(row?.secondLook).toBeNull()
      expect(row?.why.map(({ code }) => code)).not.toContain('second-look')
    }
    await answerTo(senior, made.approvalId ?? '', { outcome: 'Declined', reasonCode: 'policy', comment: 'Otherwise.' })
    expect((await queue(senior)).rows[0]?.secondLook).toBeNull()
    expect((await queue(manager)).rows[0]).toMatchObject({ id, why: [{ text: 'Waits for you as the third person' }, expect.anything()] })
    await answerTo(manager, made.approvalId ?? '', { verdict: 'reject', comment: 'Neither.' })
    expect((await queue(manager)).rows.every(({ secondLook }) => secondLook === null)).toBe(true)
    await setRules(manager, { warningCodes: [], blind: false })
  })
})

describe('the order of the queue', () => {
  it('follows a change of the policy at once and can be made again from the rows alone', async () => {
    const manager = await house.signIn('manager')
    const now = PolicyVersion.parse(await (await manager.get('/api/policy')).json())
    const before = await queue(ana)
    const forward = { watchListHit: 3000, decliningWarning: 0, returned: 500, company: 4000, urgentWorkflow: 0 }
    const policy = { ...now.policy, queue: { ...now.policy.queue, forward } }
    expect((await manager.put('/api/policy', { expectedVersion: now.version, policy, note: 'Companies first.' })).status).toBe(200)
    const after = await queue(ana)
    expect(after.policy).toBe(now.version + 1)
    expect(ids(after.rows)).not.toEqual(ids(before.rows))
    const rows = await house.deps.store.selectFrom('session_index').selectAll().where('status', '=', 'In Review').execute()
    const offline = rows
      .map((row) => ({ id: row.id, due: rankOf(rankFacts(row), policy.queue).dueAt }))
      .toSorted((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1))
    expect(ids(after.rows)).toEqual(offline.map(({ id }) => id))
    expect(after.rows.map(({ dueAt }) => Date.parse(dueAt))).toEqual(offline.map(({ due }) => due))
  })
})
