import { DecisionList } from '@verdict/contract/decision'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeHouse, type Agent, type House } from '../testing/index.ts'
import {
  accepted,
  decide,
  letPass,
  oneSession,
  problemOf,
  readDecision,
  recordLines,
  recordOf,
  sessionsIn,
  statusOf,
  timesApplied,
  writesTo,
} from './testing/decision-desk.ts'

let house: House
let reviewer: Agent
let second: Agent
let senior: Agent
let sessions: string[]
const next = (): string => {
  const id = sessions.shift()
  if (id === undefined) throw new Error('no session left')
  return id
}

beforeAll(async () => {
  house = await makeHouse({ sessions: 200 })
  ;[reviewer, second, senior] = await Promise.all([house.signIn('reviewer'), house.signIn('reviewer2'), house.signIn('senior')])
  sessions = await sessionsIn(house, 'In Review')
})
afterAll(async () => house.close())

const nameOf = async (agent: Agent): Promise<string> => String(Reflect.get(Object(await (await agent.get('/api/me')).json()), 'name'))

describe('deciding a session', () => {
  it('holds the decision, then sends it once, signed, and records both', async () => {
    const id = next()
    const made = await accepted(await decide(house, reviewer, id, { comment: 'Portrait and chip agree.' }))
    expect(made.state).toBe('held')
    expect(Date.parse(made.sendsAt ?? '') - house.clock()).toBe(5000)
    await letPass(house, 4000)
    expect(await writesTo(house, id)).toEqual([])

    await letPass(house, 2000)
    const decision = await readDecision(reviewer, made.id)
    const name = await nameOf(reviewer)
    expect(decision).toMatchObject({ state: 'settled', by: { name }, problem: null, sendsAt: null })
    const writes = await writesTo(house, id)
    expect(writes.map(({ body }) => body)).toEqual([
      {
        new_status: 'Approved',
        comment: `Evidence read, checks passed. Portrait and chip agree. [${name}, Verdict ledger ${decision.ledgerSeq}]`,
      },
    ])
    expect(await statusOf(house, id)).toBe('Approved')
    const [intent, outcome] = await recordOf(house, id)
    expect(intent).toMatchObject({
      seq: decision.ledgerSeq,
      action: 'decision.made',
      reason: 'Evidence read, checks passed',
      data: { outcome: 'Approved', reasonCode: 'checks-passed', comment: 'Portrait and chip agree.' },
    })
    expect(outcome).toMatchObject({ action: 'decision.settled', outcome: 'Approved', ref: decision.ledgerSeq, who: 'Verdict' })
  })

  it('is refused with the differences when the evidence is not what was read', async () => {
    const id = next()
    const { hash } = await house.deps.evidence.read(id, 'cached')
    await house.control('act', { sessionId: id, kind: 'status', status: 'Declined' })
    house.clock.advance(30_000)
    const answer = await decide(house, reviewer, id, { evidenceHash: hash })
    expect(answer.status).toBe(409)
    const problem = await problemOf(answer)
    expect(problem.code).toBe('evidence-changed')
    expect(problem.changes).toContain('Status is now Declined, was In Review')
    expect(await recordOf(house, id)).toEqual([])
    expect(await writesTo(house, id)).toEqual([])
  })

  it('lets exactly one of two reviewers decide in the same tick, and tells the other who was first', async () => {
    for (const id of [next(), next(), next()]) {
      await house.deps.evidence.read(id, 'cached')
      const answers = await Promise.all([
        decide(house, reviewer, id, { outcome: 'Declined', reasonCode: 'policy' }),
        decide(house, second, id),
        decide(house, senior, id),
      ])
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409, 409])
      const first = await accepted(answers.find(({ status }) => status === 202) ?? new Response())
      const winner = await readDecision(senior, first.id)
      for (const answer of answers.filter(({ status }) => status === 409)) {
        const problem = await problemOf(answer)
        expect(problem.code).toBe('already-decided')
        expect(problem.title).toContain(winner.by.name)
        expect(problem.detail).toContain(winner.outcome)
      }
      expect(await recordLines(house, id)).toEqual([`${winner.by.name} decision.made`])
    }
    await letPass(house, 6000)
  })

  it('takes two spellings of an id for one session', async () => {
    const id = next()
    const { hash } = await house.deps.evidence.read(id, 'cached')
    await accepted(await decide(house, reviewer, id.toUpperCase(), { evidenceHash: hash }))
    expect((await decide(house, second, id, { evidenceHash: hash })).status).toBe(409)
    await letPass(house, 6000)
  })

  it('cannot be had from a state that forbids it', async () => {
    const id = await oneSession(house, 'In Progress')
    const problem = await problemOf(await decide(house, senior, id))
    expect(problem).toMatchObject({ code: 'state-forbids', status: 409 })
    expect(problem.detail).toContain('Nothing was recorded')
    expect(await recordOf(house, id)).toEqual([])
  })

  it('lets a senior overturn with a second person, and nobody below', async () => {
    const id = await oneSession(house, 'Approved')
    const refusal = await decide(house, reviewer, id, { outcome: 'Declined', reasonCode: 'policy' })
    expect(refusal.status).toBe(403)
    expect(await problemOf(refusal)).toMatchObject({ code: 'not-allowed', title: 'This session is already Approved' })
    const made = await accepted(await decide(house, senior, id, { outcome: 'Declined', reasonCode: 'policy' }))
    expect(made).toMatchObject({ state: 'awaiting_second', sendsAt: null, why: ['It overturns a decision: the session is Approved.'] })
    await letPass(house, 60_000)
    expect(await readDecision(senior, made.id)).toMatchObject({ state: 'awaiting_second' })
    expect(await writesTo(house, id)).toEqual([])
  })

  it('asks for a resubmission by Didit’s names, with an e-mail that stays out of the record', async () => {
    const id = next()
    const { wire } = await house.deps.evidence.read(id, 'cached')
    const nodeId = wire.id_verifications?.[0]?.node_id ?? ''
    const made = await accepted(
      await decide(house, reviewer, id, {
        outcome: 'Resubmitted',
        reasonCode: 'image-unreadable',
        comment: '',
        resubmit: [{ nodeId, feature: 'identityDocument' }],
        notify: { email: 'applicant@example.com', language: 'fr' },
      }),
    )
    await letPass(house, 6000)
    expect(await readDecision(reviewer, made.id)).toMatchObject({ state: 'settled', problem: null })
    const [write] = await writesTo(house, id)
    expect(write?.body).toMatchObject({
      new_status: 'Resubmitted',
      nodes_to_resubmit: [{ node_id: nodeId, feature: 'OCR' }],
      send_email: true,
      email_address: 'applicant@example.com',
      email_language: 'fr',
    })
    const [intent] = await recordOf(house, id)
    expect(intent?.data).toMatchObject({ resubmit: [{ nodeId, feature: 'identityDocument' }], notify: { language: 'fr' } })
    expect(JSON.stringify(await recordOf(house, id))).not.toContain('applicant@')
    expect(house.logLines.join('')).not.toContain('applicant@')
    expect((await house.deps.decisions.book.find(made.id))?.notify_email).toBeNull()
  })

  it('refuses steps that the session does not have', async () => {
    const id = next()
    const answer = await decide(house, reviewer, id, {
      outcome: 'Resubmitted',
      reasonCode: 'image-unreadable',
      resubmit: [{ nodeId: 'nowhere', feature: 'identityDocument' }],
    })
    expect(answer.status).toBe(422)
    expect((await problemOf(answer)).fields).toEqual([{ path: 'resubmit.0', message: 'This session has no such step.' }])
    expect(await recordOf(house, id)).toEqual([])
  })

  it('is for people who decide', async () => {
    const id = next()
    for (const seat of ['analyst', 'auditor', 'admin'] as const) {
      expect((await decide(house, await house.signIn(seat), id)).status, seat).toBe(403)
    }
    expect((await decide(house, house.visitor(), id)).status).toBe(401)
    expect((await decide(house, reviewer, '00000000-0000-4000-8000-000000000000', { evidenceHash: 'a'.repeat(64) })).status).toBe(404)
    expect(await writesTo(house, id)).toEqual([])
  })
})

describe('a held decision', () => {
  it('can be undone by its maker: nothing is ever sent', async () => {
    const id = next()
    const made = await accepted(await decide(house, reviewer, id))
    const answer = await reviewer.delete(`/api/decisions/${made.id}`)
    expect(answer.status).toBe(200)
    await letPass(house, 60_000)
    expect(await readDecision(reviewer, made.id)).toMatchObject({ state: 'undone' })
    expect(await writesTo(house, id)).toEqual([])
    const name = await nameOf(reviewer)
    expect(await recordLines(house, id)).toEqual([`${name} decision.made`, `${name} decision.undone undone`])
    await accepted(await decide(house, second, id))
    await letPass(house, 6000)
  })

  it('can be undone by a senior, but by no other reviewer', async () => {
    const id = next()
    const made = await accepted(await decide(house, reviewer, id))
    expect((await second.delete(`/api/decisions/${made.id}`)).status).toBe(403)
    expect((await second.post(`/api/decisions/${made.id}/send`)).status).toBe(403)
    expect((await senior.delete(`/api/decisions/${made.id}`)).status).toBe(200)
    expect((await senior.delete('/api/decisions/none')).status).toBe(404)
  })

  it('leaves at once when asked to, once, and is then too late to undo', async () => {
    const id = next()
    const made = await accepted(await decide(house, reviewer, id))
    expect((await reviewer.post(`/api/decisions/${made.id}/send`)).status).toBe(200)
    await house.deps.decisions.worker.settle()
    const decision = await readDecision(reviewer, made.id)
    expect(decision.state).toBe('settled')
    for (const answer of [await reviewer.delete(`/api/decisions/${made.id}`), await reviewer.post(`/api/decisions/${made.id}/send`)]) {
      expect(answer.status).toBe(409)
      expect(await problemOf(answer)).toMatchObject({ code: 'decision-not-held', title: 'This decision is already settled' })
    }
    await letPass(house, 10_000)
    expect(await timesApplied(house, id, decision.ledgerSeq)).toBe(1)
    expect(await recordLines(house, id)).toHaveLength(3)
  })

  it('stands in its maker’s list until a minute after its end', async () => {
    const id = next()
    const mine = async (agent: Agent) =>
      DecisionList.parse(await (await agent.get('/api/decisions')).json()).decisions.map((each) => each.id)
    const made = await accepted(await decide(house, reviewer, id))
    expect(await mine(reviewer)).toContain(made.id)
    expect(await mine(second)).not.toContain(made.id)
    await letPass(house, 6000)
    expect(await mine(reviewer)).toContain(made.id)
    house.clock.advance(61_000)
    expect(await mine(reviewer)).not.toContain(made.id)
  })
})

describe('without time for undoing', () => {
  it('sends at once, and still writes it down first', async () => {
    const eager = await makeHouse({ sessions: 40, env: { UNDO_SECONDS: '0' } })
    const agent = await eager.signIn('reviewer')
    const id = await oneSession(eager)
    const made = await accepted(await decide(eager, agent, id))
    await eager.deps.decisions.worker.settle()
    expect(await readDecision(agent, made.id)).toMatchObject({ state: 'settled' })
    expect((await recordOf(eager, id)).map(({ action }) => action)).toEqual(['decision.made', 'decision.settled'])
    await eager.close()
  })
})
