import { FourEyesPolicy } from '@verdict/contract/policy/four-eyes'
import { describe, expect, it } from 'vitest'
import { whySecond, withoutVerdict, type SecondFacts } from './why-second.ts'

const plain: SecondFacts = { status: 'In Review', settled: null, confirmedHits: 0, warningCodes: [], country: 'PRT' }
const why = (rules: Partial<FourEyesPolicy>, facts: Partial<SecondFacts>, outcome: 'Approved' | 'Declined' | 'Resubmitted' = 'Approved') =>
  whySecond(FourEyesPolicy.parse(rules), { ...plain, ...facts }, { kind: 'decision', outcome }).map(({ code }) => code)

describe('why one person is not enough', () => {
  it.each([
    ['nothing speaks against it', {}, {}, 'Approved', []],
    ['decided at Didit', {}, { status: 'Approved' }, 'Declined', ['overturn']],
    ['its approval has expired', {}, { status: 'Kyc Expired' }, 'Approved', ['overturn']],
    ['decided by this house', {}, { settled: 'Declined' }, 'Approved', ['overturn']],
    ['asked again by this house', {}, { settled: 'Resubmitted' }, 'Approved', []],
    ['overturning is free', { overturn: false }, { status: 'Approved' }, 'Declined', []],
    ['a confirmed match is approved', {}, { confirmedHits: 1 }, 'Approved', ['confirmed-match']],
    ['a confirmed match is declined', {}, { confirmedHits: 1 }, 'Declined', []],
    ['a chosen warning', { warningCodes: ['NAME_MISMATCH'] }, { warningCodes: ['NAME_MISMATCH', 'X'] }, 'Declined', ['warning-code']],
    ['a chosen country', { countries: ['PRT'] }, {}, 'Resubmitted', ['country']],
  ] as const)('%s', (_name, rules, facts, outcome, codes) => {
    expect(why({ ...rules } as Partial<FourEyesPolicy>, { ...facts }, outcome)).toEqual(codes)
  })

  it('counts a bulk only above the number, and never when there is none', () => {
    const size = (count: number, bulkOver: number | null) =>
      whySecond(FourEyesPolicy.parse({ bulkOver }), null, { kind: 'bulk', size: count }).length
    expect([size(20, 20), size(21, 20), size(1000, null)]).toEqual([0, 1, 0])
  })

  it('tells no outcome to those from whom it is withheld', () => {
    const both = whySecond(
      FourEyesPolicy.parse({}),
      { ...plain, confirmedHits: 2, status: 'Kyc Expired' },
      { kind: 'decision', outcome: 'Approved' },
    )
    expect(both).toHaveLength(2)
    expect(withoutVerdict(both).join(' ')).not.toMatch(/approves/u)
    expect(withoutVerdict(both.slice(1))).toEqual(['The policy asks for two people.'])
  })
})
