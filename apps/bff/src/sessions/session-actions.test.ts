import { permissionsOf } from '@verdict/contract/access'
import type { SessionStatus } from '@verdict/contract/session'
import { describe, expect, it } from 'vitest'
import { adaptSession } from './session.adapt.ts'
import { sessionActions } from './session-actions.ts'
import { wireDecision } from './testing/wire-decisions.ts'

const everything = permissionsOf(['manager', 'analyst'])
const actionsOf = (status: string, kind: string, permissions = everything) =>
  sessionActions(
    adaptSession({ ...wireDecision(), status, session_kind: kind }, () => null),
    permissions,
  )

/** Status → outcomes allowed (A, D, R), report of people and companies (P, C), share (S), correction of people's data (K). */
const table: Readonly<Record<SessionStatus | 'Frozen', string>> = {
  'Not Started': '',
  'In Progress': '',
  'Awaiting User': '',
  'In Review': 'ADRPCSK',
  Approved: 'DRPCSK',
  Declined: 'ARPCSK',
  Resubmitted: 'AD',
  Abandoned: 'ADR',
  Expired: '',
  'Kyc Expired': 'ADRPK',
  Frozen: '',
}

describe('what may be done, by status and kind', () => {
  for (const [status, letters] of Object.entries(table)) {
    for (const kind of ['user', 'business']) {
      it(`${status}, ${kind}`, () => {
        const actions = actionsOf(status, kind)
        const has = (letter: string) => letters.includes(letter)
        expect(actions.approve.allowed).toBe(has('A'))
        expect(actions.decline.allowed).toBe(has('D'))
        expect(actions.resubmit.allowed).toBe(has('R'))
        expect(actions.report.allowed).toBe(has(kind === 'user' ? 'P' : 'C'))
        expect(actions.share.allowed).toBe(has('S'))
        expect(actions.correct.allowed).toBe(kind === 'business' || has('K'))
        for (const action of Object.values(actions)) {
          expect(action.allowed).toBe(action.reason === null)
          if (action.reason !== null) expect(action.reason).toMatch(/^[A-Z].*\.$/)
        }
      })
    }
  }

  it('says why not in words', () => {
    expect(actionsOf('Approved', 'user').approve.reason).toBe('Approved already.')
    expect(actionsOf('In Progress', 'user').decline.reason).toBe('The applicant is still in the flow; Didit takes decisions only after it.')
    expect(actionsOf('Frozen', 'user').approve.reason).toContain('Frozen')
  })

  it('keeps the overturning of a decision to seniors, and everything from auditors', () => {
    const reviewer = permissionsOf(['reviewer'])
    expect(actionsOf('In Review', 'user', reviewer).approve.allowed).toBe(true)
    expect(actionsOf('Declined', 'user', reviewer).approve.reason).toContain('senior')
    const auditor = actionsOf('In Review', 'user', permissionsOf(['auditor']))
    expect([auditor.approve, auditor.note, auditor.blocklist, auditor.amlReview].map(({ allowed }) => allowed)).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(auditor.report.allowed).toBe(true)
  })
})

describe('steps to ask again', () => {
  it('names what can be asked, what would be chosen, what is erased, and why not', () => {
    const { steps } = actionsOf('In Review', 'user').resubmit
    expect(steps.map(({ feature, allowed, suggested }) => [feature, allowed, suggested])).toEqual([
      ['identityDocument', true, false],
      ['liveness', true, true],
      ['faceMatch', true, true],
      ['aml', true, true],
      ['ipAnalysis', true, false],
      ['other', false, false],
    ])
    expect(steps[0]?.erases).toContain('Front')
    expect(steps[5]?.reason).toContain('does not say')
  })

  it('refuses the registry and the people of a company', () => {
    const session = adaptSession(
      {
        session_id: 'x',
        status: 'In Review',
        registry_checks: [{ node_id: 'a', status: 'Declined' }],
        key_people_checks: [{ node_id: 'b', status: 'Declined' }],
      },
      () => null,
    )
    const { resubmit } = sessionActions(session, everything)
    expect(resubmit.steps.map(({ allowed }) => allowed)).toEqual([false, false])
    expect(resubmit.reason).toBe('No step of this session can be asked again.')
  })
})

it('offers to block what the session holds', () => {
  const { items } = actionsOf('Approved', 'user').blocklist
  expect(items.map(({ item, available }) => [item, available])).toEqual([
    ['face', true],
    ['document', true],
    ['phone', false],
    ['email', false],
  ])
})
