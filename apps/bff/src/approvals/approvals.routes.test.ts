import { SessionDetail } from '@verdict/contract/case'
import { LedgerPage } from '@verdict/contract/record'
import { Trail } from '@verdict/contract/trail'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  accepted,
  decide,
  letPass,
  problemOf,
  readDecision,
  recordLines,
  recordOf,
  sessionsIn,
  statusOf,
  timesApplied,
  writesTo,
} from '../decisions/testing/decision-desk.ts'
import { makeHouse, type Agent, type House } from '../testing/index.ts'
import { answerTo, oneMore, readApproval, setRules, waitingFor } from './testing/approval-desk.ts'

let house: House
let reviewer: Agent
let senior: Agent
let manager: Agent
let auditor: Agent
let approved: string[]
let inReview: string[]
const take = (from: string[]): string => {
  const id = from.shift()
  if (id === undefined) throw new Error('no session left')
  return id
}
const decline = { outcome: 'Declined', reasonCode: 'policy', comment: 'Not ours.' } as const
const caseFor = async (agent: Agent, id: string): Promise<SessionDetail> =>
  SessionDetail.parse(await (await agent.get(`/api/sessions/${id}`)).json())

/** A senior overturns an approval; it waits. */
const overturn = async (agent: Agent = senior) => {
  const sessionId = take(approved)
  const made = await accepted(await decide(house, agent, sessionId, decline))
  return { sessionId, made, approvalId: made.approvalId ?? '' }
}

beforeAll(async () => {
  house = await makeHouse({ sessions: 200 })
  ;[reviewer, senior, manager, auditor] = (await Promise.all(
    (['reviewer', 'senior', 'manager', 'auditor'] as const).map((seat) => house.signIn(seat)),
  )) as [Agent, Agent, Agent, Agent]
  approved = await sessionsIn(house, 'Approved')
  inReview = await sessionsIn(house, 'In Review')
})
afterAll(async () => house.close())

describe('what waits for a second person', () => {
  it('is listed for who may answer it, with why, and sent once under both names', async () => {
    const { sessionId, made, approvalId } = await overturn()
    expect(made).toMatchObject({ state: 'awaiting_second', sendsAt: null })
    const mine = await readApproval(senior, approvalId)
    expect(mine).toMatchObject({ mine: true, answer: { allowed: false }, waitsFor: 'a senior reviewer or a manager, but not who asked' })
    const list = await waitingFor(manager)
    expect(list.waiting.map(({ id }) => id)).toContain(approvalId)
    expect(list.forMe).toBeGreaterThan(0)
    expect((await waitingFor(reviewer)).forMe).toBe(0)

    const shown = await caseFor(manager, sessionId)
    expect(shown.awaiting).toMatchObject({ approvalId, mine: false, why: ['It overturns a decision: the session is Approved.'] })
    expect(shown.actions.approve.allowed || shown.actions.decline.allowed).toBe(false)

    await letPass(house, 60_000)
    expect(await writesTo(house, sessionId)).toEqual([])
    expect((await answerTo(manager, approvalId, { verdict: 'approve', comment: 'Seen too.' })).status).toBe(200)
    expect(await readDecision(senior, made.id)).toMatchObject({ state: 'held', second: { by: { name: 'Lena Fischer' } } })
    await letPass(house, 6000)
    const decision = await readDecision(senior, made.id)
    expect(decision.state).toBe('settled')
    const writes = await writesTo(house, sessionId)
    expect(writes.map(({ body }) => body?.comment)).toEqual([
      `Outside our acceptance policy. Not ours. [Priya Raman and Lena Fischer, Verdict ledger ${decision.ledgerSeq}]`,
    ])
    expect(await timesApplied(house, sessionId, decision.ledgerSeq)).toBe(1)
    expect(await statusOf(house, sessionId)).toBe('Declined')
    expect((await recordLines(house, sessionId)).filter((line) => !line.includes('session.'))).toEqual([
      'Priya Raman decision.made',
      'Lena Fischer approval.answered agreed',
      'Verdict decision.settled Declined',
    ])
    expect((await recordOf(house, sessionId))[0]?.data).toMatchObject({ policyVersion: 0, second: [expect.stringContaining('overturns')] })
  })

  it('is never answered by who asked, by who lacks the role, or by a second account of who asked', async () => {
    const { sessionId, approvalId } = await overturn()
    const twin = await oneMore(house, 'senior+night@verdict.example', 'P. Raman', ['manager', 'senior'])
    for (const [agent, why] of [
      [senior, 'You asked for it'],
      [twin, 'Two accounts of one person'],
    ] as const) {
      const refusal = await answerTo(agent, approvalId, { verdict: 'approve' })
      expect(refusal.status).toBe(403)
      expect((await problemOf(refusal)).detail).toContain(why)
    }
    for (const seat of ['reviewer', 'auditor', 'analyst', 'admin'] as const) {
      const agent = await house.signIn(seat)
      expect((await agent.post(`/api/approvals/${approvalId}`, { verdict: 'approve' })).status, seat).toBe(403)
    }
    expect(await readApproval(manager, approvalId)).toMatchObject({ stage: 'second', second: null })
    const row = house.deps.store
      .updateTable('approvals')
      .set((eb) => ({ second_by_id: eb.ref('made_by_id') }))
      .where('id', '=', approvalId)
    await expect(row.execute()).rejects.toThrow(/check/iu)
    const decision = house.deps.store
      .updateTable('decisions')
      .set((eb) => ({ second_by_id: eb.ref('made_by_id') }))
      .where('approval_id', '=', approvalId)
    await expect(decision.execute()).rejects.toThrow(/check/iu)
    await letPass(house, 60_000)
    expect(await writesTo(house, sessionId)).toEqual([])
    await senior.delete(`/api/approvals/${approvalId}`)
  })

  it('can be taken back by who asked, and by nobody else', async () => {
    const { sessionId, made, approvalId } = await overturn()
    expect((await manager.delete(`/api/approvals/${approvalId}`)).status).toBe(403)
    expect((await manager.delete(`/api/decisions/${made.id}`)).status).toBe(403)
    expect((await senior.delete(`/api/decisions/${made.id}`)).status).toBe(200)
    expect(await readApproval(manager, approvalId)).toMatchObject({ stage: 'withdrawn' })
    const late = await answerTo(manager, approvalId, { verdict: 'approve' })
    expect(late.status).toBe(409)
    expect((await problemOf(late)).code).toBe('approval-over')
    await letPass(house, 60_000)
    expect(await writesTo(house, sessionId)).toEqual([])
    expect((await caseFor(manager, sessionId)).awaiting).toBeNull()
  })

  it('is void with the words of who said no, and the case is open again', async () => {
    const { sessionId, made, approvalId } = await overturn()
    expect((await answerTo(manager, approvalId, { verdict: 'reject' })).status).toBe(422)
    expect((await answerTo(manager, approvalId, { verdict: 'reject', comment: 'The chip agrees.' })).status).toBe(200)
    expect(await readDecision(senior, made.id)).toMatchObject({
      state: 'void',
      problem: 'Lena Fischer did not agree: The chip agrees. Nothing was sent.',
    })
    await letPass(house, 60_000)
    expect(await writesTo(house, sessionId)).toEqual([])
    expect((await accepted(await decide(house, senior, sessionId, decline))).state).toBe('awaiting_second')
  })

  it('is void when the evidence is no longer what the first person read, and says so to both', async () => {
    const { sessionId, made, approvalId } = await overturn()
    await house.control('act', { sessionId, kind: 'status', status: 'Kyc Expired' })
    const answer = await answerTo(manager, approvalId, { verdict: 'approve' })
    expect(answer.status).toBe(409)
    const problem = await problemOf(answer)
    expect(problem.code).toBe('evidence-changed')
    expect(problem.changes?.join()).toContain('Status is now Kyc Expired')
    expect(await readDecision(senior, made.id)).toMatchObject({
      state: 'void',
      changes: expect.arrayContaining([expect.stringContaining('Kyc Expired')]),
    })
    expect(await readApproval(manager, approvalId)).toMatchObject({ stage: 'void' })
    expect(await writesTo(house, sessionId)).toEqual([])
  })

  it('is not answered on other evidence than the one that was asked about', async () => {
    const { made, approvalId } = await overturn()
    const answer = await manager.post(`/api/approvals/${approvalId}`, { verdict: 'approve', evidenceHash: 'a'.repeat(64) })
    expect(answer.status).toBe(409)
    expect(await readDecision(senior, made.id)).toMatchObject({ state: 'awaiting_second' })
    await senior.delete(`/api/decisions/${made.id}`)
  })

  it('is answered once when two answer at once', async () => {
    const { sessionId, approvalId } = await overturn()
    const other = await oneMore(house, 'third@verdict.example', 'Hana Sato', ['senior'])
    const answers = await Promise.all([
      answerTo(manager, approvalId, { verdict: 'approve' }),
      answerTo(other, approvalId, { verdict: 'reject', comment: 'No.' }),
      answerTo(other, approvalId, { verdict: 'approve' }),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    await letPass(house, 6000)
    const { stage } = await readApproval(manager, approvalId)
    expect((await writesTo(house, sessionId)).length).toBe(stage === 'approved' ? 1 : 0)
  })

  it('can be undone by either of the two while it is held, and is marked overdue, never dropped', async () => {
    const { sessionId, made, approvalId } = await overturn()
    house.clock.advance(25 * 3_600_000)
    const again = await house.signIn('manager')
    const waiting = (await waitingFor(again)).waiting.find(({ id }) => id === approvalId)
    expect(waiting).toMatchObject({ overdue: true, stage: 'second' })
    expect((await waitingFor(again)).overdue).toBeGreaterThan(0)
    expect((await answerTo(again, approvalId, { verdict: 'approve' })).status).toBe(200)
    expect((await again.delete(`/api/decisions/${made.id}`)).status).toBe(200)
    await letPass(house, 60_000)
    expect(await writesTo(house, sessionId)).toEqual([])
    ;[reviewer, senior, manager, auditor] = (await Promise.all(
      (['reviewer', 'senior', 'manager', 'auditor'] as const).map((seat) => house.signIn(seat)),
    )) as [Agent, Agent, Agent, Agent]
  })
})

describe('a blind second look', () => {
  let third: Agent
  beforeAll(async () => {
    third = await oneMore(house, 'blind@verdict.example', 'Noor Haddad', ['senior', 'reviewer'])
    await setRules(manager, { blind: true, countries: [] })
  })
  afterAll(async () => setRules(manager, { blind: false }))

  /** Everything that this person can read about a session. */
  const allWords = async (agent: Agent, sessionId: string, made: { id: string; approvalId: string }): Promise<string> => {
    const paths = [
      `/api/sessions/${sessionId}`,
      `/api/sessions/${sessionId}/timeline`,
      `/api/approvals`,
      `/api/approvals/${made.approvalId}`,
      `/api/decisions/${made.id}`,
      `/api/ledger?session=${sessionId}`,
      '/api/queue?limit=200',
      '/api/decisions',
    ]
    const texts = await Promise.all(paths.map(async (path) => (await agent.get(path)).text()))
    return [...texts, await (await decide(house, agent, sessionId)).text()].join('\n')
  }

  it('tells no possible second person anything of the first verdict, by any door', async () => {
    const sessionId = take(approved)
    const made = await accepted(await decide(house, senior, sessionId, { ...decline, comment: 'Marker-of-first.' }))
    const known = { id: made.id, approvalId: made.approvalId ?? '' }
    for (const agent of [manager, third, reviewer]) {
      const words = await allWords(agent, sessionId, known)
      expect(words.includes('Marker-of-first')).toBe(false)
      expect(words).toContain(known.approvalId)
      expect((await caseFor(agent, sessionId)).decision).toBeNull()
      expect(await readApproval(agent, known.approvalId)).toMatchObject({ ask: null, blind: true })
    }
    expect((await allWords(senior, sessionId, known)).includes('Marker-of-first')).toBe(true)
    const record = LedgerPage.parse(await (await auditor.get(`/api/ledger?session=${sessionId}`)).json())
    expect(JSON.stringify(record)).toContain('Marker-of-first')
    const trail = Trail.parse(await (await manager.get(`/api/sessions/${sessionId}/timeline`)).json())
    expect(trail.entries.some(({ who }) => who === 'Withheld')).toBe(true)
    await senior.delete(`/api/decisions/${made.id}`)
  })

  it('sends what both chose', async () => {
    const { sessionId, made, approvalId } = await overturn()
    expect((await answerTo(manager, approvalId, { verdict: 'approve' })).status).toBe(422)
    expect((await answerTo(manager, approvalId, { outcome: 'Declined', reasonCode: 'document-forged', comment: 'Font.' })).status).toBe(200)
    await letPass(house, 6000)
    expect(await readDecision(manager, made.id)).toMatchObject({ state: 'settled' })
    expect(await writesTo(house, sessionId)).toHaveLength(1)
  })

  it('goes to a third person when they differ, who is neither of the two and sees both', async () => {
    const { sessionId, made, approvalId } = await overturn()
    expect((await answerTo(manager, approvalId, { outcome: 'Resubmitted', reasonCode: 'selfie-unclear' })).status).toBe(200)
    for (const agent of [senior, manager]) expect((await answerTo(agent, approvalId, { verdict: 'approve' })).status).toBe(403)
    const shown = await readApproval(third, approvalId)
    expect(shown).toMatchObject({
      stage: 'third',
      ask: { outcome: 'Declined' },
      second: { outcome: 'Resubmitted', by: { name: 'Lena Fischer' } },
    })
    await letPass(house, 60_000)
    expect(await writesTo(house, sessionId)).toEqual([])
    expect((await answerTo(third, approvalId, { verdict: 'approve', comment: 'With the first.' })).status).toBe(200)
    await letPass(house, 6000)
    const decision = await readDecision(third, made.id)
    expect(decision).toMatchObject({ state: 'settled', second: { by: { name: 'Noor Haddad' } } })
    expect((await writesTo(house, sessionId))[0]?.body?.comment).toContain('[Priya Raman and Noor Haddad, ')
  })

  it('sends nothing when two want to ask again, and tells all three that the steps are still to be chosen', async () => {
    const { sessionId, made, approvalId } = await overturn()
    await answerTo(manager, approvalId, { outcome: 'Resubmitted', reasonCode: 'selfie-unclear' })
    expect((await answerTo(third, approvalId, { outcome: 'Resubmitted', reasonCode: 'selfie-unclear' })).status).toBe(200)
    const problem = 'Lena Fischer and Noor Haddad would ask the applicant again. Nothing was sent: choose the steps in the case.'
    expect(await readDecision(senior, made.id)).toMatchObject({ state: 'void', problem })
    for (const agent of [senior, manager, third])
      expect(await readApproval(agent, approvalId)).toMatchObject({ stage: 'rejected', problem })
    await letPass(house, 60_000)
    expect(await writesTo(house, sessionId)).toEqual([])
    expect((await caseFor(third, sessionId)).awaiting).toBeNull()
  })

  it('sends the second verdict under the names of those who wanted it', async () => {
    await setRules(manager, { blind: true, countries: [], warningCodes: [], overturn: true })
    const sessionId = (await sessionsIn(house, 'Kyc Expired'))[0] ?? ''
    const made = await accepted(await decide(house, senior, sessionId, decline))
    const approvalId = made.approvalId ?? ''
    expect((await answerTo(manager, approvalId, { outcome: 'Approved', reasonCode: 'checks-passed' })).status).toBe(200)
    const unfit = await answerTo(third, approvalId, { outcome: 'Resubmitted', reasonCode: 'selfie-unclear' })
    expect(unfit.status).toBe(422)
    expect((await answerTo(third, approvalId, { outcome: 'Approved', reasonCode: 'checks-passed', comment: 'Fine.' })).status).toBe(200)
    expect(await readDecision(senior, made.id)).toMatchObject({ state: 'void' })
    await letPass(house, 6000)
    const writes = await writesTo(house, sessionId)
    expect(writes.map(({ body }) => [body?.new_status, body?.comment])).toEqual([
      ['Approved', expect.stringMatching(/^Evidence read, checks passed\. Fine\. \[Noor Haddad and Lena Fischer, Verdict ledger \d+\]$/u)],
    ])
  })
})

describe('rules by evidence', () => {
  it('ask for a second person for a chosen warning, and carry the version of the policy that applied', async () => {
    const sessionId = take(inReview)
    const { warnings } = await caseFor(reviewer, sessionId)
    const code = warnings[0]?.code ?? ''
    await setRules(manager, { warningCodes: [code] })
    const made = await accepted(await decide(house, reviewer, sessionId))
    expect(made).toMatchObject({ state: 'awaiting_second', why: [`The session carries ${code}.`] })
    const [intent] = await recordOf(house, sessionId)
    const { version } = await house.deps.policies.current()
    expect((await recordOf(house, sessionId)).find(({ action }) => action === 'decision.made')?.data).toMatchObject({
      policyVersion: version,
    })
    expect(intent).toBeDefined()
    await setRules(manager, { warningCodes: [] })
    expect((await answerTo(senior, made.approvalId ?? '', { verdict: 'approve' })).status).toBe(200)
    await letPass(house, 6000)
    expect(await writesTo(house, sessionId)).toHaveLength(1)
  })
})
