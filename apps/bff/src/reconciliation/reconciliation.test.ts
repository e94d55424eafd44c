import { SessionPage } from '@verdict/contract/session'
import { AlarmList, ReconciliationRun, SessionAlarms } from '@verdict/contract/alarms'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accepted, decide, letPass, oneSession, problemOf, readDecision, sessionsIn } from '../decisions/testing/decision-desk.ts'
import { makeHouse } from '../testing/index.ts'
import type { Agent, House } from '../testing/index.ts'

let house: House
let manager: Agent
let reviewer: Agent
beforeEach(async () => {
  house = await makeHouse({ sessions: 160, webhooks: true })
  ;[manager, reviewer] = await Promise.all([house.signIn('manager'), house.signIn('reviewer')])
})
afterEach(() => house.close())

/** Somebody who has the key calls Didit directly. */
const byKey = async (sessionId: string, newStatus: string, comment?: string): Promise<void> => {
  const response = await house.emulator.app.request(`/v3/session/${sessionId}/update-status/`, {
    method: 'PATCH',
    headers: { 'x-api-key': 'emulator-key', 'content-type': 'application/json' },
    body: JSON.stringify({ new_status: newStatus, ...(comment === undefined ? {} : { comment }) }),
  })
  expect(response.status).toBe(200)
}
const heard = async () => {
  await house.emulator.idle()
  await house.deps.settled()
}
const run = async () => {
  const response = await manager.post('/api/reconciliation/run')
  expect(response.status).toBe(200)
  return ReconciliationRun.parse(await response.json())
}
const alarms = async (view = 'open', agent = manager) => AlarmList.parse(await (await agent.get(`/api/alarms?view=${view}`)).json())

describe('the key used elsewhere', () => {
  it('raises an alarm within one cycle: on the page, on the case, on record, once', async () => {
    const id = await oneSession(house)
    await byKey(id, 'Approved', 'quick fix')
    await heard()
    expect(await run()).toMatchObject({ checked: 1, raised: 1, left: 0, problem: null })
    const page = await alarms('open', await house.signIn('auditor'))
    expect(page.counts).toEqual({ open: 1, acknowledged: 0, console: 0 })
    expect(page.alarms).toMatchObject([
      {
        kind: 'key-elsewhere',
        sessionId: id,
        status: 'Approved',
        before: 'In Review',
        actor: 'API Client',
        comment: 'quick fix',
        open: true,
      },
    ])
    const ofCase = SessionAlarms.parse(await (await reviewer.get(`/api/sessions/${id}/alarms`)).json())
    expect(ofCase.alarms).toEqual(page.alarms)
    const record = await house.deps.store.selectFrom('ledger_entries').select('seq').where('action', '=', 'alarm.raised').execute()
    expect(record).toEqual([{ seq: page.alarms[0]?.ledgerSeq }])
    await house.control('webhooks', { deliver: { sessionId: id } })
    await heard()
    expect(await run()).toMatchObject({ checked: 1, raised: 0 })
    expect(await (await manager.get('/metrics')).text()).toContain('verdict_alarms{of="open"} 1')
  })

  it.each([
    ['names a number that is no decision', () => 'Fine. [Ada, Verdict ledger 999999]', /999999 of the ledger is no decision/],
    ['copies the mark of an undone decision', (seq: number) => `Fine. [Ada, Verdict ledger ${seq}]`, /was undone before it was sent/],
  ])('is noticed where it %s', async (_, comment, said) => {
    const id = await oneSession(house)
    const made = await accepted(await decide(house, reviewer, id))
    expect((await reviewer.delete(`/api/decisions/${made.id}`)).status).toBe(200)
    const { ledgerSeq } = await readDecision(reviewer, made.id)
    await byKey(id, 'Approved', comment(ledgerSeq))
    await heard()
    await run()
    expect((await alarms()).alarms).toMatchObject([{ kind: 'key-elsewhere', said: expect.stringMatching(said) }])
  })

  it('is noticed where it repeats the mark of a decision that was sent', async () => {
    const id = await oneSession(house)
    const made = await accepted(await decide(house, reviewer, id))
    await letPass(house, 6000)
    const { ledgerSeq } = await readDecision(reviewer, made.id)
    await byKey(id, 'Declined', `No. [Ada, Verdict ledger ${ledgerSeq}]`)
    await byKey(id, 'Approved', `Yes. [Ada, Verdict ledger ${ledgerSeq}]`)
    await heard()
    await run()
    expect((await alarms()).alarms.map(({ said }) => said).toSorted()).toEqual([
      expect.stringMatching(/more than once/),
      expect.stringMatching(/decided otherwise/),
    ])
  })

  it('is noticed too where the webhook was lost: the index sees that the session moved', async () => {
    const id = await oneSession(house)
    await (await house.signIn('manager')).get('/api/sessions')
    await house.deps.settled()
    await house.control('webhooks', { destination: null })
    await byKey(id, 'Approved')
    await house.deps.index.reconcile()
    await house.deps.settled()
    expect(await run()).toMatchObject({ checked: 1, raised: 1 })
  })

  it('is found by the job itself, without anybody asking', async () => {
    const alone = await makeHouse({ sessions: 60, webhooks: true, env: { RECONCILE_SECONDS: '60' } })
    const before = house
    house = alone
    const id = await oneSession(alone)
    await byKey(id, 'Declined')
    await heard()
    alone.clock.advance(60_000)
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    const watcher = await alone.signIn('manager')
    expect((await alarms('open', watcher)).alarms).toMatchObject([{ kind: 'key-elsewhere', sessionId: id }])
    await alone.close()
    house = before
  })
})

describe('no alarm', () => {
  it('for decisions of ours, for Didit’s own changes, nor for what happened before the house was opened', async () => {
    const [first, second] = await sessionsIn(house, 'In Review')
    if (first === undefined || second === undefined) throw new Error('the world is too small')
    await accepted(await decide(house, reviewer, first))
    await letPass(house, 6000)
    await house.control('act', { kind: 'status', sessionId: second, status: 'Approved', actor: 'system' })
    const [old] = await sessionsIn(house, 'Declined')
    await house.control('webhooks', { deliver: { sessionId: old } })
    await heard()
    expect(await run()).toMatchObject({ checked: 3, raised: 0, noted: 0 })
    house.clock.advance(120_000)
    expect(await run()).toMatchObject({ raised: 0 })
  })

  it('and no call to Didit where the webhook shows that the decision was ours', async () => {
    const id = await oneSession(house)
    await (await house.signIn('manager')).get('/api/sessions')
    await accepted(await decide(house, reviewer, id))
    await letPass(house, 6000)
    await heard()
    await house.control('faults', { match: '/reviews/', kind: 'drop' })
    expect(await run()).toMatchObject({ checked: 1, raised: 0, left: 0, problem: null })
    await house.emulator.app.request('/__emulator/faults', { method: 'DELETE' })
    await byKey(id, 'Declined', 'nightly script')
    await heard()
    expect(await run()).toMatchObject({ checked: 1, raised: 1 })
  })

  it('for a decision in Didit’s console, which is shown as what it is', async () => {
    const id = await oneSession(house)
    await house.control('act', { kind: 'status', sessionId: id, status: 'Declined', actor: 'colleague@verdict.example', comment: 'Seen' })
    await heard()
    expect(await run()).toMatchObject({ raised: 0, noted: 1 })
    expect((await alarms()).counts).toEqual({ open: 0, acknowledged: 0, console: 1 })
    expect((await alarms('console')).alarms).toMatchObject([{ kind: 'console', actor: 'colleague', status: 'Declined', open: false }])
    await house.deps.settled()
    const row = async () => SessionPage.parse(await (await reviewer.get(`/api/sessions?q=${id}`)).json()).rows[0]
    expect(await row()).toMatchObject({ status: 'Declined', elsewhere: { kind: 'console', actor: 'colleague' } })
    await house.control('act', { kind: 'status', sessionId: id, status: 'In Review', actor: 'system' })
    await heard()
    expect(await row()).toMatchObject({ status: 'In Review', elsewhere: null })
  })

  it('for a company that we decided, corrected or did not touch', async () => {
    const [first, second] = await sessionsIn(house, 'In Review', 'business')
    if (first === undefined || second === undefined) throw new Error('the world is too small')
    await accepted(await decide(house, await house.signIn('senior'), first))
    await letPass(house, 6000)
    await heard()
    await house.deps.reconciliation.mark(second)
    expect(await run()).toMatchObject({ checked: 2, raised: 0 })
  })
})

describe('companies, which have no trail', () => {
  it('show the key used elsewhere by their short entries', async () => {
    const id = await oneSession(house, 'In Review', 'business')
    await byKey(id, 'Approved')
    await heard()
    await run()
    expect((await alarms()).alarms).toMatchObject([{ kind: 'key-elsewhere', sessionId: id, status: 'Approved' }])
  })
})

describe('a decision of ours that Didit’s trail lacks', () => {
  it('raises an alarm, but only when Didit has had time', async () => {
    const id = await oneSession(house)
    await accepted(await decide(house, reviewer, id))
    await letPass(house, 6000)
    await house.deps.store.updateTable('decisions').set({ ledger_seq: 777 }).where('session_id', '=', id).execute()
    await house.deps.reconciliation.mark(id)
    const first = await run()
    expect(first.left).toBe(1)
    house.clock.advance(3_600_000)
    await run()
    expect((await alarms()).alarms.map(({ kind }) => kind).toSorted()).toEqual(['key-elsewhere', 'not-shown'])
  })
})

describe('an alarm', () => {
  it('is acknowledged once, with a note, on record, by a manager', async () => {
    const id = await oneSession(house)
    await byKey(id, 'Approved')
    await heard()
    await run()
    const [alarm] = (await alarms()).alarms
    const path = `/api/alarms/${alarm?.id}/acknowledge`
    expect((await reviewer.post(path, { note: 'mine' })).status).toBe(403)
    expect((await (await house.signIn('auditor')).post(path, { note: 'mine' })).status).toBe(403)
    expect((await manager.post(path, { note: ' ' })).status).toBe(422)
    const answers = await Promise.all([manager.post(path, { note: 'A script of ours.' }), manager.post(path, { note: 'Twice.' })])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused && (await problemOf(refused)).title).toMatch(/has acknowledged this alarm/)
    const page = await alarms('acknowledged')
    expect(page.counts).toEqual({ open: 0, acknowledged: 1, console: 0 })
    expect(page.alarms[0]?.acknowledged?.ledgerSeq).toBeGreaterThan(alarm?.ledgerSeq ?? Infinity)
  })
})

describe('Didit out of reach', () => {
  it('leaves what is to be compared for the next cycle and says so', async () => {
    const id = await oneSession(house)
    await byKey(id, 'Approved')
    await heard()
    await house.control('faults', { match: '/reviews/', kind: 'drop' })
    const stopped = await run()
    expect(stopped).toMatchObject({ checked: 0, left: 1, problem: expect.stringContaining('did not answer') })
    expect((await alarms()).reconciliation.problem).toBe(stopped.problem)
    await house.emulator.app.request('/__emulator/faults', { method: 'DELETE' })
    expect(await run()).toMatchObject({ raised: 1, left: 0, problem: null })
  })
})
