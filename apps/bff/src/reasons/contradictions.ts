import type { Outcome } from '@verdict/contract/decision'
import type { SessionFacts } from './session-facts.ts'

interface Rule {
  outcome: Outcome
  /** Which codes of the catalogue say so; a house names its own codes after the same things. */
  code: RegExp
  /** What in the evidence says the opposite, or null. `today` is an ISO day. */
  against: (facts: SessionFacts, today: string) => string | null
}

const dateWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const inWords = (day: string) => dateWords.format(new Date(`${day}T00:00:00Z`))
const saysExpired = (facts: SessionFacts) => facts.warningCodes.some((code) => /EXPIRED/u.test(code))

function stillValid(facts: SessionFacts, today: string): string | null {
  const soonest = facts.expires.toSorted()[0]
  if (soonest === undefined || soonest < today || saysExpired(facts)) return null
  return `The document is valid until ${inWords(soonest)}.`
}

/** Only what the evidence settles by itself: a person's own eye may well see what a check did not. */
const rules: readonly Rule[] = [
  { outcome: 'Declined', code: /expired/iu, against: stillValid },
  {
    outcome: 'Declined',
    code: /^document-invalid$/u,
    against: (facts, today) => {
      const valid = facts.check('identityDocument').clean ? stillValid(facts, today) : null
      return valid === null ? null : `${valid} It was accepted, and nothing was remarked on it.`
    },
  },
  {
    outcome: 'Declined',
    code: /liveness/iu,
    against: (facts) => {
      const { runs, clean } = facts.check('liveness')
      if (runs === 0) return 'There was no liveness check.'
      return clean ? 'The liveness check passed, and nothing was remarked on it.' : null
    },
  },
  {
    outcome: 'Declined',
    code: /watch-?list|sanction|(?:^|[-_.])pep(?:[-_.]|$)/iu,
    against: ({ hits }) => {
      if (hits.all === 0) return 'There is no watch-list hit.'
      return hits.confirmed === 0 ? 'No watch-list hit is judged a confirmed match.' : null
    },
  },
  {
    outcome: 'Approved',
    code: /hits?-cleared|false-positive/iu,
    against: ({ hits }) => {
      if (hits.all === 0) return 'There is no watch-list hit to clear.'
      if (hits.confirmed === 0) return null
      return hits.confirmed === 1
        ? 'A watch-list hit stands as a confirmed match.'
        : `${hits.confirmed} watch-list hits stand as confirmed matches.`
    },
  },
  {
    outcome: 'Resubmitted',
    code: /^address-outdated$/u,
    against: (facts) => (facts.check('proofOfAddress').runs === 0 ? 'There is no proof of address in this session.' : null),
  },
  {
    outcome: 'Resubmitted',
    code: /^contact-unverified$/u,
    against: (facts) => {
      const contacts = [facts.check('phone'), facts.check('email')].filter(({ runs }) => runs > 0)
      return contacts.length > 0 && contacts.every(({ clean }) => clean) ? 'Phone and e-mail were verified.' : null
    },
  },
]

/** Why the evidence says the opposite of this reason; null when it does not. */
export function contradiction(outcome: Outcome, reasonCode: string, facts: SessionFacts, today: string): string | null {
  for (const rule of rules) {
    if (rule.outcome !== outcome || !rule.code.test(reasonCode)) continue
    const against = rule.against(facts, today)
    if (against !== null) return against
  }
  return null
}
