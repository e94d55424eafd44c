import type { SessionDetail } from '@verdict/contract/case'
import type { DataCorrection } from '@verdict/contract/corrections'
import { outcomes, type DecisionInput } from '@verdict/contract/decision'
import { featureKinds, sessionStatuses, type FeatureKind } from '@verdict/contract/session'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { setRules } from '../approvals/testing/approval-desk.ts'
import { accepted, problemOf, readDecision } from '../decisions/testing/decision-desk.ts'
import { detailOf } from '../sessions/testing/house-reading.ts'
import { makeHouse, type Agent, type House } from './index.ts'

/*
 * Whatever Didit would refuse by rule, the house refuses first, in words and without a call; whatever the house says
 * it would take, it takes. Every kind of check, in every status of a session, by every act that changes something.
 */

const reasonCodes = { Approved: 'checks-passed', Declined: 'policy', Resubmitted: 'wrong-document' } as const
const overrides = ['Approved', 'Declined', 'In Review'] as const
const corrections: readonly Pick<DataCorrection, 'target' | 'values'>[] = [
  { target: 'identityDocument', values: { documentNumber: 'X1', dateOfBirth: '1990-02-03', issuingState: 'ESP', gender: null } },
  { target: 'proofOfAddress', values: { issuer: 'Sample Power', issueDate: '2026-01-02', documentType: 'BANK_STATEMENT' } },
  { target: 'company', values: { companyName: 'Sample Ltd', countryCode: 'es', registryStatus: 'struck off', website: 'sample.example' } },
]
const targetKinds: Readonly<Record<DataCorrection['target'], FeatureKind>> = {
  identityDocument: 'identityDocument',
  proofOfAddress: 'proofOfAddress',
  company: 'registry',
}
/** Didit has no such array: age comes with the liveness check. */
const kinds = featureKinds.filter((kind) => kind !== 'ageEstimation')

let house: House
let senior: Agent
/** One session for each kind of check, and one in which nothing has run. */
const sessionOf = new Map<FeatureKind | 'nothing', string>()
const seen = { taken: 0, refused: 0 }

beforeAll(async () => {
  house = await makeHouse({ sessions: 160, env: { UNDO_SECONDS: '0' } })
  await house.control('limits', { off: true })
  senior = await house.signIn('senior')
  // One person is enough here: what Didit takes is the question.
  await setRules(await house.signIn('manager'), { overturn: false, confirmedMatch: false })
  for (const kind of ['user', 'business'] as const) {
    const page = await house.deps.didit.sessions.list({ kind, limit: 200 })
    for (const { session_id: id } of page.results) {
      const session = await detailOf(senior, id)
      const ran = session.sections.filter(({ runs }) => runs.length > 0).map((section) => section.kind)
      const free = ran.find((one) => !sessionOf.has(one))
      if (ran.length === 0 && !sessionOf.has('nothing')) sessionOf.set('nothing', id)
      else if (free !== undefined) sessionOf.set(free, id)
      if (house.deps.didit.budget().reads.used > 500) house.clock.advance(61_000)
    }
  }
})
afterAll(async () => house.close())

const Writes = z.array(z.looseObject({ seq: z.int(), method: z.string(), status: z.int(), path: z.string() }))
const writesSince = async (seq: number) => {
  const journal = await house.emulator.app.request(`/__emulator/requests?since=${seq}`)
  const entries = Writes.parse(await journal.json())
  return { last: entries.at(-1)?.seq ?? seq, writes: entries.filter(({ method }) => method !== 'GET') }
}
let mark = 0

/** One act and what came of it: taken by the house and by Didit, or by neither. */
const judge = async (what: string, allowed: boolean, act: () => Promise<Response>) => {
  mark = (await writesSince(mark)).last
  const answer = await act()
  const { writes } = await writesSince(mark)
  if (allowed) {
    expect([answer.status, writes.map(({ status }) => status)], `${what}: ${await answer.clone().text()}`).toEqual([
      answer.status < 300 ? answer.status : 200,
      [200],
    ])
    seen.taken += 1
    return
  }
  expect([writes, [403, 404, 409, 422].includes(answer.status)], `${what}: ${answer.status}`).toEqual([[], true])
  const { title, detail } = await problemOf(answer)
  expect(`${title}. ${detail}`, what).toMatch(/^[A-Z].{8,}\.$/)
  seen.refused += 1
}

/** The session as it is now read, after somebody put it into this status. */
const put = async (id: string, status: string): Promise<SessionDetail> => {
  await house.control('act', { sessionId: id, kind: 'status', status, webhook: false })
  house.deps.evidence.forget(id)
  return detailOf(senior, id)
}

const decide = async (session: SessionDetail, input: Partial<DecisionInput>): Promise<Response> => {
  const reasonCode = reasonCodes[input.outcome ?? 'Declined']
  const body = { reasonCode, evidenceHash: session.evidenceHash, seen: session.warnings.map(({ id }) => id), ...input }
  const answer = await senior.post(`/api/sessions/${session.id}/decisions`, body)
  if (answer.status !== 202) return answer
  const { id } = await accepted(answer.clone())
  await house.deps.decisions.worker.settle()
  expect(await readDecision(senior, id)).toMatchObject({ state: 'settled', problem: null })
  return answer
}

const overrideAll = async (id: string, kind: FeatureKind, label: string) => {
  for (const status of overrides) {
    for (const time of ['first', 'again']) {
      const { actions, sections } = await detailOf(senior, id)
      const run = sections.find((section) => section.kind === kind)?.runs[0]
      const named = actions.override.runs.find(({ runId }) => runId === run?.id)
      const allowed = actions.override.allowed && named?.allowed === true && run?.status !== status
      await judge(`${label}, override to ${status}, ${time}`, allowed, async () =>
        senior.patch(`/api/sessions/${id}/features/${named?.nodeId ?? 'nowhere'}`, { status, comment: 'Seen.' }),
      )
    }
  }
}

const correctAll = async (id: string, label: string) => {
  for (const { target, values } of corrections) {
    const { actions, sections } = await detailOf(senior, id)
    const runs = sections.find((section) => section.kind === targetKinds[target])?.runs ?? []
    const named = actions.correct.runs.find(({ runId }) => runs.some((run) => run.id === runId))
    await judge(`${label}, correct ${target}`, actions.correct.allowed && named?.allowed === true, async () =>
      senior.patch(`/api/sessions/${id}/data`, { target, values, reason: 'Misread.', ...(named?.nodeId ? { nodeId: named.nodeId } : {}) }),
    )
  }
}

const decideAll = async (id: string, kind: FeatureKind | 'nothing', status: string) => {
  for (const outcome of outcomes) {
    const session = await put(id, status)
    const { approve, decline, resubmit } = session.actions
    const step = resubmit.steps.find(({ feature }) => feature === kind)
    const may = { Approved: approve.allowed, Declined: decline.allowed, Resubmitted: resubmit.allowed && step?.allowed === true }[outcome]
    const steps = { resubmit: [{ nodeId: step?.nodeId ?? 'nowhere', feature: kind }] }
    await judge(`${kind} in ${status}, ${outcome}`, may, async () =>
      decide(session, { outcome, ...(outcome === 'Resubmitted' ? steps : {}) }),
    )
  }
}

describe.each(sessionStatuses)('a session that is %s', (status) => {
  it.each([...kinds, 'nothing'] as const)('is never refused by Didit for what was known: %s', async (kind) => {
    const id = sessionOf.get(kind) ?? ''
    expect(id, `the world plays ${kind}`).not.toBe('')
    house.clock.advance(61_000)
    await put(id, status)
    if (kind !== 'nothing') await overrideAll(id, kind, `${kind} in ${status}`)
    await correctAll(id, `${kind} in ${status}`)
    await decideAll(id, kind, status)
    // What was asked again is gone; in review it comes back.
    await put(id, 'Resubmitted')
    await put(id, 'In Review')
  })
})

it('has tried both kinds of answer often', () => {
  expect(seen.taken).toBeGreaterThan(500)
  expect(seen.refused).toBeGreaterThan(500)
})
