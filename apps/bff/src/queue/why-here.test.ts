import { QueuePolicy } from '@verdict/contract/policy/queue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inHours } from './in-hours.ts'
import { rankOf, type RankFacts } from './rank.ts'
import { whyHere } from './why-here.ts'

const now = Date.UTC(2026, 0, 15, 12)
const MINUTE = 60_000
const policy = QueuePolicy.parse({})
const facts = (hoursAgo: number, more: Partial<RankFacts> = {}): RankFacts => ({
  enteredAt: now - hoursAgo * 60 * MINUTE,
  workflowId: null,
  company: false,
  amlHits: null,
  declines: false,
  resubmissions: null,
  ...more,
})
const texts = (input: Partial<Parameters<typeof whyHere>[0]>) =>
  whyHere({ row: { warnings: null }, facts: facts(1), policy, now, assigned: null, look: null, ...input }).map(({ text }) => text)

describe('why a row is here', () => {
  it('tells how long it has waited of what it may', () => {
    expect(texts({})).toEqual(['Waiting 1 h of 4 h'])
    expect(texts({ facts: facts(3.5) })).toEqual(['30 m left of the 4 h level'])
    expect(texts({ facts: facts(5.1) })).toEqual(['1 h 06 m over the 4 h level'])
  })

  it('tells each signal with its minutes', () => {
    const warnings = [{ code: 'X', severity: 'declines' as const, title: 'Document expired' }]
    const all = facts(5, { amlHits: 2, declines: true, resubmissions: 1, workflowId: 'till', company: true })
    const urgent = QueuePolicy.parse({ urgentWorkflows: ['till'], forward: { company: 5 } })
    expect(texts({ row: { warnings }, facts: all, policy: urgent, assigned: { mine: false, name: 'Ana' } })).toEqual([
      '1 h over the 4 h level',
      'Assigned to Ana',
      'Urgent workflow: 120 min earlier',
      '2 watch-list hits: 60 min earlier',
      'Declines: Document expired: 30 min earlier',
      'Came back after being asked again: 60 min earlier',
      'Company: 5 min earlier',
    ])
  })

  it('tells first what waits for one’s own look', () => {
    expect(texts({ facts: facts(5.1), look: { third: false } })).toEqual(['Waits for your second look', '1 h 06 m over the 4 h level'])
    expect(texts({ look: { third: true } })[0]).toBe('Waits for you as the third person')
  })

  it('is silent about what the policy does not count', () => {
    const silent = QueuePolicy.parse({ forward: { watchListHit: 0, returned: 0 } })
    expect(texts({ facts: facts(1, { amlHits: 3, resubmissions: 1 }), policy: silent })).toEqual(['Waiting 1 h of 4 h'])
  })
})

describe('the place of a row', () => {
  const anyFacts: fc.Arbitrary<RankFacts> = fc.record({
    enteredAt: fc.nat(2_000_000_000),
    workflowId: fc.constantFrom(null, 'a', 'b'),
    company: fc.boolean(),
    amlHits: fc.constantFrom(null, 0, 3),
    declines: fc.boolean(),
    resubmissions: fc.constantFrom(null, 0, 1),
  })
  const minutes = fc.nat(10_000)
  const anyPolicy = fc
    .record({ serviceLevelMinutes: fc.integer({ min: 5, max: 10_000 }), watchListHit: minutes, returned: minutes, company: minutes })
    .map(({ serviceLevelMinutes, ...forward }) =>
      QueuePolicy.parse({ serviceLevelMinutes, forward, urgentWorkflows: ['a'], workflowLevels: { b: 30 } }),
    )

  it('moves earlier by exactly the minutes that its reasons say, and never by the moment of looking', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, fc.nat(2_000_000_000), (some, rules, at) => {
        const { dueAt, levelMinutes } = rankOf(some, rules)
        const why = whyHere({ row: { warnings: null }, facts: some, policy: rules, now: at, assigned: null, look: null })
        const earlier = why.reduce((sum, reason) => sum + (reason.minutes ?? 0), 0)
        expect(dueAt).toBe(some.enteredAt + (levelMinutes - earlier) * MINUTE)
        expect(why.length).toBeGreaterThan(0)
      }),
    )
  })
})

it('writes ages short', () => {
  expect([0, 59, 210, 240, 51 * 60, 48 * 60].map((each) => inHours(each * MINUTE))).toEqual([
    '0 m',
    '59 m',
    '3 h 30 m',
    '4 h',
    '2 d 3 h',
    '2 d',
  ])
})
