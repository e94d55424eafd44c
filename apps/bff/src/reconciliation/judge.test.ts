import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOursAlone, judgeCompany } from './judge-company.ts'
import { judgeTrail, SETTLED_MS } from './judge-trail.ts'
import type { OwnDecision } from './judge-trail.ts'

const since = Date.UTC(2026, 0, 15, 9)
const now = since + 86_400_000
const iso = (at: number) => new Date(at).toISOString()

const settled = (ledgerSeq: number, outcome: string, at: number): OwnDecision => ({
  id: `decision-${ledgerSeq}`,
  ledgerSeq,
  outcome,
  stage: 'settled',
  wroteAt: at,
  endedAt: at,
  marksBefore: 0,
})
type Entry = Record<'user' | 'new_status' | 'comment' | 'created_at', string>
const mark = (seq: number) => `Checks passed. [Ada Probe, Verdict ledger ${seq}]`

describe('a trail', () => {
  const step = fc.record({
    who: fc.constantFrom('ours', 'stranger', 'console', 'system', 'note'),
    status: fc.constantFrom('Approved', 'Declined', 'Resubmitted'),
  })

  it('gives every change that is not ours exactly one finding, and ours none, in any mixture and order of pages', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), fc.boolean(), (steps, newestFirst) => {
        const own: OwnDecision[] = []
        const reviews = steps.map(({ who, status }, index) => {
          const at = since + 1000 + index
          if (who === 'ours') own.push(settled(index + 1, status, at))
          return {
            uuid: `review-${index}`,
            activity_type: 'STATUS_UPDATED',
            actor_type: who === 'console' ? 'CONSOLE_USER' : who === 'system' ? 'SYSTEM' : who === 'note' ? 'CONSOLE_USER' : 'API_KEY',
            actor_display: who === 'console' ? 'Grace Probe' : who === 'note' ? 'Unknown' : 'API Client',
            new_status: status,
            previous_status: who === 'note' ? null : 'In Review',
            comment: who === 'ours' ? mark(index + 1) : 'words',
            created_at: iso(at),
          }
        })
        const shown = newestFirst ? reviews.toReversed() : reviews
        const { findings, unsure } = judgeTrail({ reviews: shown, complete: true, own, since, now })
        expect(unsure).toBe(false)
        expect(findings.map(({ ref, kind }) => [ref, kind])).toEqual(
          steps.flatMap(({ who }, index) =>
            who === 'stranger' ? [[`review-${index}`, 'key-elsewhere']] : who === 'console' ? [[`review-${index}`, 'console']] : [],
          ),
        )
      }),
    )
  })

  it('is not blamed for what is under way, for what may not have been read, or for what was before', () => {
    const entry = {
      uuid: 'review',
      activity_type: 'STATUS_UPDATED',
      actor_type: 'API_KEY',
      new_status: 'Approved',
      previous_status: 'In Review',
      comment: mark(7),
      created_at: iso(since + 1),
    }
    const writing: OwnDecision = { ...settled(7, 'Approved', since), stage: 'writing', endedAt: null }
    expect(judgeTrail({ reviews: [entry], complete: true, own: [writing], since, now })).toEqual({ findings: [], unsure: true })
    const missing = [settled(8, 'Approved', since + 1)]
    expect(judgeTrail({ reviews: [], complete: false, own: missing, since, now }).findings).toEqual([])
    expect(judgeTrail({ reviews: [], complete: true, own: missing, since, now: since + SETTLED_MS })).toEqual({
      findings: [],
      unsure: true,
    })
    expect(judgeTrail({ reviews: [], complete: true, own: missing, since, now }).findings).toMatchObject([{ kind: 'not-shown' }])
    const old = { ...entry, comment: null, created_at: iso(since - 1) }
    expect(judgeTrail({ reviews: [old], complete: true, own: [], since, now })).toEqual({ findings: [], unsure: false })
  })
})

describe('a company', () => {
  const judge = (status: string, reviews: Entry[], over: Partial<Parameters<typeof judgeCompany>[0]> = {}) =>
    judgeCompany({ wire: { status, reviews }, own: [], ownEdits: [], lastStatus: 'In Review', since, now, ...over })
  const entry = (user: string, new_status: string, comment = '', at = since + 5000) => ({ user, new_status, comment, created_at: iso(at) })

  it('cannot be attributed where nothing says who changed it', () => {
    expect(judge('Approved', []).findings).toMatchObject([{ kind: 'unattributed', before: 'In Review', status: 'Approved' }])
    expect(judge('Approved', [], { lastStatus: 'In Progress' }).findings).toEqual([])
    expect(judge('Approved', [], { lastStatus: null }).findings).toEqual([])
    expect(judge('Kyc Expired', [], { lastStatus: 'Approved' }).findings).toEqual([])
  })

  it('is explained by Didit itself, by its console, by us', () => {
    expect(judge('Approved', [entry('System', 'Approved')]).findings).toEqual([])
    expect(judge('Approved', [entry('grace@example.com', 'Approved')]).findings).toMatchObject([{ kind: 'console' }])
    const own = [settled(3, 'Approved', since + 5000)]
    expect(judge('Approved', [entry('API Client', 'Approved', mark(3))], { own }).findings).toEqual([])
    expect(judge('Approved', [entry('API Client', 'Approved')]).findings).toMatchObject([{ kind: 'key-elsewhere' }])
  })

  it('is not blamed for an entry that repeats the status, as a correction writes it', () => {
    expect(judge('In Review', [entry('API Client', 'In Review')]).findings).toEqual([])
    expect(judge('In Review', [entry('API Client', 'In Review')], { lastStatus: null, ownEdits: [since + 4000] }).findings).toEqual([])
  })

  it('is ours alone only where every hand is known', () => {
    const own = [settled(3, 'Approved', since + 5000)]
    const alone = (...reviews: Entry[]) => isOursAlone({ wire: { status: 'Approved', reviews }, own, ownEdits: [], since })
    expect(alone(entry('API Client', 'Approved', mark(3)), entry('System', 'In Review'), entry('Unknown', 'Declined'))).toBe(true)
    expect(alone(entry('API Client', 'Approved', mark(4)))).toBe(false)
    expect(alone(entry('API Client', 'Approved'))).toBe(false)
    expect(alone(entry('grace@example.com', 'Approved'))).toBe(false)
    expect(alone(entry('API Client', 'Approved', '', since - 1))).toBe(true)
  })
})
