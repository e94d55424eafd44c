import type { SessionRow } from '@verdict/contract/session'
import { describe, expect, it } from 'vitest'
import { inHours } from './service-level.ts'
import { whyHere } from './why-here.ts'

const now = Date.UTC(2026, 0, 15, 12)
const row = (hoursAgo: number, more: Partial<SessionRow> = {}): SessionRow => ({
  id: 'x',
  kind: 'user',
  number: 1,
  status: 'In Review',
  name: null,
  country: null,
  documentType: null,
  vendorData: null,
  email: null,
  phone: null,
  workflow: null,
  createdAt: new Date(now - hoursAgo * 3_600_000).toISOString(),
  hasPortrait: false,
  features: null,
  warnings: null,
  warningCount: null,
  ...more,
})
const why = (input: Partial<Parameters<typeof whyHere>[0]>) =>
  whyHere({ row: row(1), amlHits: null, resubmissions: null, now, oldest: false, ...input })

describe('why a row is here', () => {
  it('is at least because it is its turn', () => {
    expect(why({})).toEqual([{ code: 'in-turn', text: 'In turn' }])
    expect(why({ row: row(1, { createdAt: '' }) })).toEqual([{ code: 'in-turn', text: 'In turn' }])
  })

  it('tells of the service level near its end and after it', () => {
    expect(why({ row: row(3) })).toEqual([{ code: 'in-turn', text: 'In turn' }])
    expect(why({ row: row(3.5) })).toEqual([{ code: 'near-level', text: '30 m left of the 4 h level' }])
    expect(why({ row: row(5) })).toEqual([{ code: 'over-level', text: 'Waits 5 h 0 m, over the 4 h level' }])
  })

  it('tells the weightiest reason first', () => {
    const warnings = [{ code: 'X', severity: 'declines' as const, title: 'Document expired' }]
    const reasons = why({ row: row(5, { kind: 'business', warnings }), amlHits: 2, resubmissions: 1, oldest: true })
    expect(reasons.map(({ code }) => code)).toEqual(['over-level', 'watch-list', 'declining-warning', 'returned', 'company', 'oldest'])
    expect(reasons[1]?.text).toBe('2 watch-list hits')
  })
})

it('writes ages short', () => {
  expect([0, 59 * 60_000, 3.5 * 3_600_000, 51 * 3_600_000].map(inHours)).toEqual(['0 m', '59 m', '3 h 30 m', '2 d 3 h'])
})
