import { Policy } from '@verdict/contract/policy'
import { describe, expect, it } from 'vitest'
import { onTop } from './merge-policies.ts'
import { policyDifferences } from './policy.differences.ts'

/** A policy in which nothing is empty, so that every leaf can be changed. */
const full = Policy.parse({
  queue: { workflowLevels: { 'wf-1': 60 }, urgentWorkflows: ['wf-1', 'wf-2'] },
  holds: { Approved: 3, Declined: 4, Resubmitted: 5 },
  reasons: {
    Declined: [
      { code: 'a', label: 'One', applicantText: { en: 'Sorry' } },
      { code: 'b', label: 'Two' },
      { code: 'c', label: 'Three' },
    ],
  },
  fourEyes: { warningCodes: ['X', 'Y'], countries: ['DEU', 'FRA'] },
  access: { secondFactorRoles: ['admin', 'manager'] },
  retention: { legalHold: ['s-1', 's-2'] },
})
const copy = (): Policy => structuredClone(full)
const lines = (after: Policy, before: Policy = full) => policyDifferences(before, after).map(({ section, line }) => `${section} · ${line}`)

type Change = [path: string, make: (leaf: unknown) => unknown]

function other(leaf: unknown): unknown {
  if (typeof leaf === 'number') return leaf + 1
  if (typeof leaf === 'boolean') return !leaf
  return `${String(leaf)}Z`
}

/** Every way to change one leaf, and to turn, shorten or lengthen one list. */
function changesOf(value: unknown, path = ''): Change[] {
  if (Array.isArray(value)) {
    const below = value.flatMap((item, at) => changesOf(item, `${path}.${String(at)}`))
    return [
      ...below,
      ...(value.length > 1 ? [[path, () => value.toReversed()] satisfies Change] : []),
      [path, () => value.slice(1)] satisfies Change,
    ]
  }
  if (typeof value !== 'object' || value === null) return [[path, other]]
  const entries = Object.entries(value)
  const below = entries.flatMap(([key, item]) => changesOf(item, path === '' ? key : `${path}.${key}`))
  const isTable = /(?:applicantText|workflowLevels)$/u.test(path)
  return isTable && entries.length > 0 ? [...below, [path, () => ({})]] : below
}

function changed(path: string, make: (leaf: unknown) => unknown): Policy {
  const after: unknown = copy()
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const parent = keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], after) as Record<string, unknown>
  parent[last] = make(parent[last])
  return after as Policy
}

describe('differences in words', () => {
  it('are none between a policy and itself', () => {
    expect(policyDifferences(full, copy())).toEqual([])
  })

  it('leave out no leaf and no list of the contract, in neither direction', () => {
    const all = changesOf(full)
    expect(all.length).toBeGreaterThan(80)
    for (const [path, make] of all) {
      const after = changed(path, make)
      expect(lines(after), path).not.toEqual([])
      expect(lines(full, after), `${path}, back`).not.toEqual([])
    }
  })

  it('say figures, switches and lists with what stood before', () => {
    const after = copy()
    after.holds.Declined = null
    after.fourEyes.blind = true
    after.fourEyes.countries = ['FRA', 'USA']
    after.queue.workflowLevels = { 'wf-2': 30 }
    expect(policyDifferences(full, after, { workflow: (id) => `Flow ${id}`, country: (code) => code }).map(({ line }) => line)).toEqual([
      'Decline: as UNDO_SECONDS says, before 4 seconds',
      'The second person decides blind: on, before off',
      'Issuing countries: adds USA',
      'Issuing countries: takes out DEU',
      'Service level of Flow wf-1: the common one, before 60 minutes',
      'Service level of Flow wf-2: 30 minutes, before the common one',
    ])
  })

  it('say what happens to a reason', () => {
    const after = copy()
    const [one, two, three] = after.reasons.Declined
    if (!one || !two || !three) throw new Error('The policy has three declines.')
    const added = { code: 'd', label: 'Four', commentRequired: true, applicantText: {}, retired: false }
    after.reasons.Declined = [two, { ...one, retired: true, applicantText: { de: 'Leider' } }, { ...three, label: 'Third' }, added]
    expect(lines(after)).toEqual([
      'Reasons · Decline: adds “Four” (d), needs a rationale in place 4',
      'Reasons · Decline: “One” is retired: no longer offered',
      'Reasons · Decline: “One” text for the applicant in English taken out, before “Sorry”',
      'Reasons · Decline: “One” text for the applicant in German: “Leider”, before none',
      'Reasons · Decline: “Three” is called “Third”',
      'Reasons · Decline: the order is “Two”, “One”, “Third”, “Four”',
    ])
  })
})

describe('a change on top of another', () => {
  it('takes over whatever only the other changed, and keeps what was typed', () => {
    const all = changesOf(full)
    for (const [path, make] of all) {
      const theirs = changed(path, make)
      expect(onTop({ base: full, now: theirs, mine: copy() }), path).toEqual(theirs)
      expect(onTop({ base: full, now: copy(), mine: theirs }), path).toEqual(theirs)
      expect(onTop({ base: full, now: theirs, mine: theirs }), path).toEqual(theirs)
    }
  })

  it('keeps both sides of a list and of a reason', () => {
    const theirs = copy()
    const mine = copy()
    theirs.fourEyes.countries = ['FRA', 'USA']
    mine.fourEyes.countries = ['DEU', 'FRA', 'ESP']
    theirs.reasons.Declined = theirs.reasons.Declined.map((entry) => (entry.code === 'a' ? { ...entry, retired: true } : entry))
    mine.reasons.Declined = mine.reasons.Declined.map((entry) => (entry.code === 'a' ? { ...entry, label: 'First' } : entry)).toReversed()
    const both = onTop({ base: full, now: theirs, mine })
    expect(both.fourEyes.countries).toEqual(['FRA', 'ESP', 'USA'])
    expect(both.reasons.Declined.map(({ code, label, retired }) => [code, label, retired])).toEqual([
      ['c', 'Three', false],
      ['b', 'Two', false],
      ['a', 'First', true],
    ])
  })

  it('leaves what both changed as it was typed', () => {
    const theirs = copy()
    const mine = copy()
    theirs.holds.Approved = 30
    mine.holds.Approved = 60
    expect(onTop({ base: full, now: theirs, mine }).holds.Approved).toBe(60)
  })
})
