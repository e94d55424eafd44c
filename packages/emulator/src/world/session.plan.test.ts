import { describe, expect, test } from 'vitest'
import { createWorld } from './create-world.ts'
import type { SessionFacts } from './types.ts'

const epoch = Date.UTC(2026, 10, 20, 12)
const HOUR = 3_600_000
const DAY = 24 * HOUR
const UNDER_WAY = new Set(['In Progress', 'Awaiting User', 'Resubmitted', 'Not Started'])

describe.each([1, 3, 7, 42])('600 sessions of seed %i, counted from the epoch', (seed) => {
  const world = createWorld({ seed, sessions: 600, epoch, applicationId: 'app' })
  const facts = [...world.scan(() => true)].map((index) => world.facts(index))
  const waiting = facts.filter((entry) => entry.status === 'In Review')
  const between = (list: readonly SessionFacts[], from: number, to: number): number =>
    list.filter(({ createdAt }) => epoch - createdAt >= from && epoch - createdAt < to).length

  test('about 150 wait, most for less than four hours, none for more than thirty', () => {
    expect(Math.abs(waiting.length - 150)).toBeLessThan(20)
    const share = (from: number, to: number): number => between(waiting, from, to) / waiting.length
    expect(Math.abs(share(0, 4 * HOUR) - 0.85)).toBeLessThan(0.06)
    expect(Math.abs(share(4 * HOUR, 9 * HOUR) - 0.12)).toBeLessThan(0.06)
    expect(share(9 * HOUR, 30 * HOUR)).toBeGreaterThan(0)
    expect(between(waiting, 30 * HOUR, Number.POSITIVE_INFINITY)).toBe(0)
  })

  test('the young ones are evenly spread, the newest minutes old', () => {
    const young = between(waiting, 0, 4 * HOUR)
    for (const hour of [0, 1, 2, 3]) {
      expect(Math.abs(between(waiting, hour * HOUR, (hour + 1) * HOUR) / young - 0.25)).toBeLessThan(0.06)
    }
    expect(between(facts, 0, HOUR / 30)).toBe(0)
    expect(between(waiting, 0, HOUR / 6)).toBeGreaterThan(2)
  })

  test('a few companies wait', () => {
    const companies = waiting.filter((entry) => entry.kind === 'business').length
    expect(companies).toBeGreaterThanOrEqual(6)
    expect(companies).toBeLessThanOrEqual(12)
  })

  test('what is under way is of these days, what is settled goes back a month', () => {
    const underWay = facts.filter((entry) => UNDER_WAY.has(entry.status))
    expect(new Set(underWay.map((entry) => entry.status))).toEqual(UNDER_WAY)
    expect(between(underWay, 0, 3.6 * DAY)).toBe(underWay.length)
    const settled = facts.filter((entry) => entry.status === 'Approved')
    for (const week of [0, 1, 2, 3]) expect(between(settled, week * 7 * DAY, (week + 1) * 7 * DAY)).toBeGreaterThan(20)
    expect(between(facts, 30 * DAY, Number.POSITIVE_INFINITY)).toBe(0)
  })
})
