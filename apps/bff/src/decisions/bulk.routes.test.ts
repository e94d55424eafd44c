import { Bulk, BulkCases } from '@verdict/contract/decision-bulk'
import { PolicyVersion } from '@verdict/contract/policy'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerTo, readApproval, setRules } from '../approvals/testing/approval-desk.ts'
import { makeHouse, type Agent, type House } from '../testing/index.ts'
import { accepted, decide, letPass, problemOf, recordOf, sessionsIn, statusOf, writesTo } from './testing/decision-desk.ts'

let house: House
let reviewer: Agent
let second: Agent
let senior: Agent
let manager: Agent
let sessions: string[]
const some = (count: number): string[] => sessions.splice(0, count)

beforeAll(async () => {
  house = await makeHouse({ sessions: 300 })
  ;[reviewer, second, senior, manager] = (await Promise.all(
    (['reviewer', 'reviewer2', 'senior', 'manager'] as const).map((seat) => house.signIn(seat)),
  )) as [Agent, Agent, Agent, Agent]
  sessions = await sessionsIn(house, 'In Review')
})
afterAll(async () => house.close())

const read = async (agent: Agent, sessionIds: string[], outcome = 'Declined'): Promise<BulkCases> =>
  BulkCases.parse(await (await agent.post('/api/decisions/bulk/read', { sessionIds, outcome })).json())
const items = ({ cases }: BulkCases) =>
  cases.map(({ sessionId, evidenceHash, mustSee }) => ({ sessionId, evidenceHash, seen: mustSee.map(({ id }) => id) }))
const send = async (agent: Agent, cases: unknown, rest: Record<string, unknown> = {}) =>
  agent.post('/api/decisions/bulk', { items: cases, outcome: 'Declined', reasonCode: 'policy', comment: 'One ring.', ...rest })
const made = async (answer: Response): Promise<Bulk> => {
  if (answer.status !== 202) throw new Error(`not accepted: ${answer.status} ${await answer.text()}`)
  return Bulk.parse(await answer.json())
}

describe('deciding several sessions at once', () => {
  it('reads each on record, holds each, and sends each once with its own ledger entry', async () => {
    const ids = some(4)
    const cases = await read(reviewer, ids)
    expect(cases.cases.map(({ refusal }) => refusal)).toEqual([null, null, null, null])
    for (const id of ids) expect((await recordOf(house, id)).map(({ action }) => action)).toContain('session.viewed')
    const bulk = await made(await send(reviewer, items(cases)))
    expect(bulk.items.map(({ result, state }) => [result, state])).toEqual(ids.map(() => ['held', 'held']))
    await letPass(house, 7000)
    for (const id of ids) {
      expect(await statusOf(house, id)).toBe('Declined')
      expect(await writesTo(house, id)).toHaveLength(1)
    }
    const after = Bulk.parse(await (await reviewer.get(`/api/decisions/bulk/${bulk.id}`)).json())
    expect(after.items.every(({ state }) => state === 'settled')).toBe(true)
  })

  it('refuses one with its reason and takes the others', async () => {
    const [changed = '', taken = '', fine = ''] = some(3)
    const cases = await read(reviewer, [changed, taken, fine])
    await house.control('act', { sessionId: changed, kind: 'status', status: 'Kyc Expired' })
    await accepted(await decide(house, second, taken))
    const bulk = await made(await send(reviewer, items(cases)))
    const by = (id: string) => bulk.items.find(({ sessionId }) => sessionId === id)
    expect(by(changed)).toMatchObject({ result: 'refused', why: [expect.stringContaining('The evidence has changed since you read it.')] })
    expect(by(taken)).toMatchObject({ result: 'refused', why: ['A decision for it is under way already.'] })
    expect(by(fine)).toMatchObject({ result: 'held' })
    await letPass(house, 7000)
    expect(await writesTo(house, changed)).toEqual([])
    const later = Bulk.parse(await (await senior.get(`/api/decisions/bulk/${bulk.id}`)).json())
    const left = later.items.filter(({ result }) => result === 'refused')
    expect(left.map(({ sessionId, why }) => [sessionId, why])).toEqual([changed, taken].toSorted().map((id) => [id, by(id)?.why]))
  })

  it('is undone as a whole by its maker or a senior, and by nobody else', async () => {
    const ids = some(3)
    const bulk = await made(await send(reviewer, items(await read(reviewer, ids))))
    expect((await second.delete(`/api/decisions/bulk/${bulk.id}`)).status).toBe(403)
    const undone = Bulk.parse(await (await reviewer.delete(`/api/decisions/bulk/${bulk.id}`)).json())
    expect(undone.items.map(({ state }) => state)).toEqual(['undone', 'undone', 'undone'])
    await letPass(house, 60_000)
    for (const id of ids) expect(await writesTo(house, id)).toEqual([])
  })

  it('waits as one approval over the policy’s number, also when it is cut into pieces', async () => {
    await muchLater()
    await setRules(manager, { bulkOver: 3 })
    const [first, rest] = [some(2), some(3)]
    expect((await made(await send(reviewer, items(await read(reviewer, first))))).approvalId).toBeNull()
    const bulk = await made(await send(reviewer, items(await read(reviewer, rest))))
    expect(bulk).toMatchObject({ sendsAt: null, approvalId: expect.any(String) })
    expect(bulk.items.map(({ result }) => result)).toEqual(['needs-second', 'needs-second', 'needs-second'])
    const approvalId = bulk.approvalId ?? ''
    const approval = await readApproval(senior, approvalId)
    expect(approval).toMatchObject({ kind: 'bulk', why: ['It decides 5 sessions together; the policy lets one person decide 3.'] })
    expect(approval.sessions.map(({ id }) => id).toSorted()).toEqual(rest.toSorted())
    expect((await answerTo(reviewer, approvalId, { verdict: 'approve' })).status).toBe(403)
    await letPass(house, 60_000)
    for (const id of rest) expect(await writesTo(house, id)).toEqual([])
    expect((await answerTo(senior, approvalId, { verdict: 'approve' })).status).toBe(200)
    await letPass(house, 10_000)
    for (const id of rest) {
      const writes = await writesTo(house, id)
      expect(writes).toHaveLength(1)
      expect(writes[0]?.body?.comment).toContain('[Ines Duarte and Priya Raman, ')
    }
  })

  it('lets a case with a rule of its own wait on its own', async () => {
    await muchLater()
    await setRules(manager, { bulkOver: 20 })
    const [decided = ''] = await sessionsIn(house, 'Approved')
    const [plain = ''] = some(1)
    const bulk = await made(await send(senior, items(await read(senior, [decided, plain]))))
    const by = (id: string) => bulk.items.find(({ sessionId }) => sessionId === id)
    expect(by(decided)).toMatchObject({ result: 'needs-second', why: ['It overturns a decision: the session is Approved.'] })
    expect(by(plain)).toMatchObject({ result: 'held' })
    expect(Bulk.parse(await (await senior.delete(`/api/decisions/bulk/${bulk.id}`)).json()).items.map(({ state }) => state)).toEqual([
      'undone',
      'undone',
    ])
  })

  it('takes no session twice, no resubmission, and nobody who does not decide', async () => {
    const [id = ''] = some(1)
    const [item] = items(await read(reviewer, [id]))
    expect((await send(reviewer, [item, item])).status).toBe(422)
    expect((await send(reviewer, [item], { outcome: 'Resubmitted' })).status).toBe(422)
    expect((await send(await house.signIn('analyst'), [item])).status).toBe(403)
    expect(
      (await reviewer.post('/api/decisions/bulk', { items: [{ sessionId: id }], outcome: 'Declined', reasonCode: 'policy' })).status,
    ).toBe(422)
  })
})

describe('a reason', () => {
  const policyNow = async () => PolicyVersion.parse(await (await manager.get('/api/policy')).json())

  it('is one of the catalogue, with a rationale where the catalogue says so', async () => {
    const [id = ''] = some(1)
    const { version, policy } = await policyNow()
    const Declined = policy.reasons.Declined.map((entry) =>
      entry.code === 'policy'
        ? { ...entry, label: 'Not ours', commentRequired: true }
        : entry.code === 'data-mismatch'
          ? { ...entry, retired: true }
          : entry,
    )
    const changed = await manager.put('/api/policy', {
      expectedVersion: version,
      policy: { ...policy, reasons: { ...policy.reasons, Declined, otherCodes: false } },
      note: 'Why',
    })
    expect(changed.status).toBe(200)
    const unknown = await decide(house, reviewer, id, { outcome: 'Declined', reasonCode: 'because' })
    expect(unknown.status).toBe(422)
    expect((await problemOf(unknown)).fields).toEqual([{ path: 'reasonCode', message: expect.stringContaining('document-forged') }])
    expect((await decide(house, reviewer, id, { outcome: 'Declined', reasonCode: 'data-mismatch' })).status).toBe(422)
    expect(
      (await problemOf(await decide(house, reviewer, id, { outcome: 'Declined', reasonCode: 'policy', comment: '' }))).fields?.[0]?.path,
    ).toBe('comment')
    const decision = await accepted(await decide(house, reviewer, id, { outcome: 'Declined', reasonCode: 'policy' }))
    await letPass(house, 7000)
    expect((await writesTo(house, id))[0]?.body?.comment).toMatch(/^Not ours\. Seen\./u)
    expect(decision.state).toBe('held')
  })

  it('is refused where the evidence says the opposite, and where a warning that declines was not seen', async () => {
    const [id = ''] = some(1)
    const refused = await decide(house, reviewer, id, { outcome: 'Declined', reasonCode: 'watch-list-match' })
    expect(refused.status).toBe(422)
    expect((await problemOf(refused)).code).toBe('reason-refused')
    const severe = await severeOne()
    const unseen = await decide(house, senior, severe, { outcome: 'Approved', seen: [] })
    expect(unseen.status).toBe(422)
    const problem = await problemOf(unseen)
    expect(problem.code).toBe('warnings-unseen')
    expect(problem.fields?.[0]?.path).toMatch(/^warnings\.[0-9a-f]+$/u)
    expect((await decide(house, senior, severe, { outcome: 'Approved' })).status).toBe(202)
  })

  it('never tips off nor names the applicant where Didit writes to them', async () => {
    const [id = ''] = some(1)
    const { name } = (await read(reviewer, [id])).cases[0] ?? {}
    const notify = { email: 'applicant@example.com', language: 'en' }
    for (const comment of ['We suspect fraud.', `Dear ${name ?? ''}, no.`]) {
      const refused = await decide(house, reviewer, id, { outcome: 'Declined', reasonCode: 'fraud-suspected', comment, notify })
      expect(refused.status).toBe(422)
      expect((await problemOf(refused)).fields?.[0]?.path).toBe('comment')
    }
    await accepted(
      await decide(house, reviewer, id, { outcome: 'Declined', reasonCode: 'fraud-suspected', comment: 'Not possible.', notify }),
    )
    await letPass(house, 7000)
    expect((await writesTo(house, id))[0]?.body?.comment).toMatch(/^Not possible\. \[Ines Duarte, /u)
  })

  it('keeps the applicant’s texts in the catalogue free of suspicion', async () => {
    const { version, policy } = await policyNow()
    const Declined = policy.reasons.Declined.map((entry, index) =>
      index === 0 ? { ...entry, applicantText: { en: 'Reported to the police.' } } : entry,
    )
    const refused = await manager.put('/api/policy', {
      expectedVersion: version,
      policy: { ...policy, reasons: { ...policy.reasons, Declined } },
      note: 'Why',
    })
    expect(refused.status).toBe(422)
    expect((await problemOf(refused)).fields?.[0]?.path).toBe('policy.reasons.Declined.0.applicantText.en')
    expect((await policyNow()).version).toBe(version)
  })
})

describe('the hold of an outcome', () => {
  it('is the policy’s', async () => {
    const { version, policy } = PolicyVersion.parse(await (await manager.get('/api/policy')).json())
    await manager.put('/api/policy', {
      expectedVersion: version,
      policy: { ...policy, holds: { ...policy.holds, Declined: 30 } },
      note: 'Longer',
    })
    const [id = ''] = some(1)
    const { sendsAt } = await accepted(await decide(house, reviewer, id, { outcome: 'Declined', reasonCode: 'policy' }))
    expect(Date.parse(sendsAt ?? '') - house.clock()).toBe(30_000)
    const intent = (await recordOf(house, id)).find(({ action }) => action === 'decision.made')
    expect(intent?.data).toMatchObject({ policyVersion: version + 1 })
  })
})

/** When bulk decisions before no longer count; the manager shows again that it is them. */
async function muchLater(): Promise<void> {
  house.clock.advance(700_000)
  manager = await house.signIn('manager')
}

/** A session that can be decided and carries a warning that declines. */
async function severeOne(): Promise<string> {
  for (const status of ['In Review', 'Declined']) {
    for (const id of await sessionsIn(house, status)) {
      const { cases } = await read(senior, [id], 'Approved')
      if (cases[0]?.refusal === null && cases[0].mustSee.length > 0) return id
    }
  }
  throw new Error('the world has no such session')
}
