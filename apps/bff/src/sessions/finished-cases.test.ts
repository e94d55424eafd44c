import { SessionDetail } from '@verdict/contract/case'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../testing/index.ts'
import { makeHouse } from '../testing/index.ts'
import { makeFinishedCases } from './finished-cases.ts'
import { detailOf, oneInReview } from './testing/house-reading.ts'

describe('answers of cases that are kept', () => {
  let house: House
  let id: string
  let detail: SessionDetail
  beforeAll(async () => {
    house = await makeHouse({ sessions: 60 })
    const reviewer = await house.signIn('reviewer')
    id = await oneInReview(reviewer)
    detail = await detailOf(reviewer, id)
  })
  afterAll(() => house.close())

  it('are made once for the same reading and the same parts, and anew for any other', async () => {
    const cases = makeFinishedCases()
    const read = await house.deps.evidence.read(id, 'cached')
    let made = 0
    const make = () => {
      made += 1
      return { ...detail, secret: 'not in the contract' }
    }
    const first = cases.get(read, [['sessions.read'], null], make)
    expect(cases.get({ ...read }, [['sessions.read'], null], make)).toBe(first)
    expect(made).toBe(1)
    cases.get(read, [['sessions.read', 'decisions.make'], null], make)
    cases.get({ ...read, stale: true }, [['sessions.read'], null], make)
    cases.get({ ...read, wire: { ...read.wire } }, [['sessions.read'], null], make)
    expect(made).toBe(4)
    const json = new TextDecoder().decode(first.bytes)
    expect(json).not.toContain('not in the contract')
    expect(SessionDetail.parse(JSON.parse(json))).toEqual(detail)
  })

  it('take no more room than they may', async () => {
    const read = await house.deps.evidence.read(id, 'cached')
    const cases = makeFinishedCases(100)
    let made = 0
    for (let turn = 0; turn < 2; turn++) {
      cases.get(read, [], () => {
        made += 1
        return detail
      })
    }
    expect(made).toBe(2)
  })

  it('give each person their own actions, and what was decided at once', async () => {
    const [auditor, senior] = [await house.signIn('auditor'), await house.signIn('senior')]
    expect((await detailOf(auditor, id)).actions.approve.allowed).toBe(false)
    const before = await detailOf(senior, id)
    expect(before).toMatchObject({ decision: null, actions: { approve: { allowed: true } } })
    const input = {
      outcome: 'Declined',
      reasonCode: 'policy',
      comment: 'Seen.',
      evidenceHash: before.evidenceHash,
      dispositions: [],
    }
    expect((await senior.post(`/api/sessions/${id}/decisions`, input)).status).toBe(202)
    expect((await detailOf(senior, id)).decision).toMatchObject({ outcome: 'Declined', state: 'held' })
  })
})
