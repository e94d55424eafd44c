import { permissionsOf } from '@verdict/contract/access'
import type { SessionStatus } from '@verdict/contract/session'
import { describe, expect, it } from 'vitest'
import { pastAsks } from './past-asks.ts'
import { adaptSession } from './session.adapt.ts'
import { sessionActions } from './session-actions.ts'
import { wireDecision } from './testing/wire-decisions.ts'

const registry_checks = [{ node_id: 'r', status: 'Approved', company: { uuid: '33333333-3333-4333-8333-333333333333' } }]
const everything = permissionsOf(['manager', 'analyst'])
const actionsOf = (status: string, kind: string, permissions = everything) =>
  sessionActions(
    adaptSession({ ...wireDecision(), ...(kind === 'business' ? { registry_checks } : {}), status, session_kind: kind }, () => null),
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

describe('how often it was asked before', () => {
  const own = [
    { ledgerSeq: 7, at: '2026-01-02T10:00:00.000Z', steps: [{ nodeId: 'n3', feature: 'liveness' }] },
    {
      ledgerSeq: 9,
      at: '2026-01-04T10:00:00.000Z',
      steps: [
        { nodeId: 'n3', feature: 'liveness' },
        { nodeId: 'n1', feature: 'nfc' },
      ],
    },
  ]
  const reviews = [
    { user: 'API Client', new_status: 'Resubmitted', comment: 'Blur. [A, Verdict ledger 7]', created_at: '2026-01-02T10:00:01Z' },
    {
      user: 'ann@desk.example',
      new_status: 'RESUBMITTED',
      comment: 'Like [A, Verdict ledger 7] once.',
      created_at: '2026-01-03T08:00:00Z',
    },
    { user: 'Unknown', new_status: 'Resubmitted', comment: 'Only a note.', created_at: '2026-01-03T09:00:00Z' },
    { user: 'ann@desk.example', new_status: 'Approved', comment: null, created_at: '2026-01-03T10:00:00Z' },
  ]

  it('counts ours by step, and those of others, which name no step, once', () => {
    const session = adaptSession({ ...wireDecision(), reviews }, () => null)
    const { steps, askedElsewhere } = sessionActions(session, everything, pastAsks({ reviews }, own)).resubmit
    expect(steps.filter(({ askedBefore }) => askedBefore > 0)).toMatchObject([
      { feature: 'liveness', askedBefore: 2, lastAsked: '2026-01-04T10:00:00.000Z' },
    ])
    expect(askedElsewhere).toEqual({ count: 1, last: '2026-01-03T08:00:00Z' })
  })
})

describe('single runs', () => {
  const runsIn = (extra: object) => {
    const actions = sessionActions(
      adaptSession({ session_id: 'x', status: 'In Review', ...extra }, () => null),
      everything,
    )
    const tell = ({ runs }: { runs: readonly { runId: string; nodeId: string | null; allowed: boolean }[] }) =>
      runs.map(({ runId, nodeId, allowed }) => [runId, nodeId, allowed])
    return { override: tell(actions.override), correct: tell(actions.correct) }
  }

  it('calls a step without a name by Didit’s word for it, and refuses what one name would leave open', () => {
    expect(runsIn({ liveness_checks: [{ status: 'Declined' }] }).override).toEqual([['liveness-1', 'default', true]])
    const two = runsIn({ liveness_checks: [{ status: 'Declined' }], face_matches: [{ status: 'Declined' }] })
    expect(two.override.map(([, , allowed]) => allowed)).toEqual([false, false])
    expect(runsIn({ voice_checks: [{ node_id: 'v', status: 'Declined' }] }).override).toEqual([['other-1', 'v', false]])
  })

  it('corrects the newest of documents without a name, and nothing of people in a company', () => {
    const id_verifications = [{ status: 'Approved' }, { status: 'Approved' }]
    expect(runsIn({ id_verifications }).correct.map(([, , allowed]) => allowed)).toEqual([false, true])
    expect(runsIn({ id_verifications, session_kind: 'business' }).correct.map(([, , allowed]) => allowed)).toEqual([false, false])
    expect(runsIn({ registry_checks: [{ node_id: 'r', company: {} }] }).correct).toEqual([['registry-1', 'r', false]])
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
