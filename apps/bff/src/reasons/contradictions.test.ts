import { describe, expect, it } from 'vitest'
import { contradiction } from './contradictions.ts'
import type { SessionFacts } from './session-facts.ts'

const clean = { runs: 1, clean: true }
const marked = { runs: 1, clean: false }
const missing = { runs: 0, clean: false }
const facts = (
  changes: Partial<Omit<SessionFacts, 'check'>> & { checks?: Record<string, { runs: number; clean: boolean }> } = {},
): SessionFacts => {
  const { checks = {}, ...others } = changes
  return {
    status: 'In Review',
    country: 'PRT',
    warningCodes: [],
    mustSee: [],
    hits: { all: 0, confirmed: 0 },
    expires: ['2030-01-01'],
    applicant: { names: [], lastNames: [], numbers: [], birthDays: [], addresses: [], contacts: [] },
    ...others,
    check: (kind) => checks[kind] ?? clean,
  }
}
const today = '2026-01-15'
const against = (outcome: 'Approved' | 'Declined' | 'Resubmitted', code: string, given: SessionFacts) =>
  contradiction(outcome, code, given, today)

describe('a reason against the evidence', () => {
  it.each([
    ['Declined', 'document-expired', facts(), 'The document is valid until 1 Jan 2030.'],
    ['Declined', 'document-invalid', facts(), 'The document is valid until 1 Jan 2030. It was accepted, and nothing was remarked on it.'],
    ['Declined', 'liveness-failed', facts(), 'The liveness check passed, and nothing was remarked on it.'],
    ['Declined', 'liveness-failed', facts({ checks: { liveness: missing } }), 'There was no liveness check.'],
    ['Declined', 'watch-list-match', facts(), 'There is no watch-list hit.'],
    ['Declined', 'watch-list-match', facts({ hits: { all: 3, confirmed: 0 } }), 'No watch-list hit is judged a confirmed match.'],
    ['Declined', 'sanctions-hit', facts({ hits: { all: 3, confirmed: 0 } }), 'No watch-list hit is judged a confirmed match.'],
    ['Approved', 'hits-cleared', facts({ hits: { all: 3, confirmed: 2 } }), '2 watch-list hits stand as confirmed matches.'],
    ['Approved', 'hits-cleared', facts(), 'There is no watch-list hit to clear.'],
    ['Resubmitted', 'address-outdated', facts({ checks: { proofOfAddress: missing } }), 'There is no proof of address in this session.'],
    ['Resubmitted', 'contact-unverified', facts(), 'Phone and e-mail were verified.'],
  ] as const)('%s for %s is refused', (outcome, code, given, words) => {
    expect(against(outcome, code, given)).toBe(words)
  })

  it.each([
    ['Declined', 'document-expired', facts({ expires: ['2026-01-14'] })],
    ['Declined', 'document-expired', facts({ expires: ['2030-01-01', '2020-01-01'] })],
    ['Declined', 'document-expired', facts({ warningCodes: ['DOCUMENT_EXPIRED'] })],
    ['Declined', 'document-expired', facts({ expires: [] })],
    ['Declined', 'document-invalid', facts({ checks: { identityDocument: marked } })],
    ['Declined', 'document-forged', facts()],
    ['Declined', 'not-the-holder', facts()],
    ['Declined', 'liveness-failed', facts({ checks: { liveness: marked } })],
    ['Declined', 'watch-list-match', facts({ hits: { all: 3, confirmed: 1 } })],
    ['Approved', 'hits-cleared', facts({ hits: { all: 3, confirmed: 0 } })],
    ['Approved', 'checks-passed', facts({ hits: { all: 3, confirmed: 3 } })],
    ['Resubmitted', 'address-outdated', facts({ checks: { proofOfAddress: marked } })],
    ['Resubmitted', 'contact-unverified', facts({ checks: { phone: marked } })],
    ['Resubmitted', 'contact-unverified', facts({ checks: { phone: missing, email: missing } })],
    ['Declined', 'peppermint', facts()],
  ] as const)('%s for %s can be given', (outcome, code, given) => {
    expect(against(outcome, code, given)).toBeNull()
  })
})
