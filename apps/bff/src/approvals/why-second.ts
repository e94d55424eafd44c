import type { Outcome } from '@verdict/contract/decision'
import type { FourEyesPolicy } from '@verdict/contract/policy/four-eyes'

export type WhyCode = 'overturn' | 'confirmed-match' | 'warning-code' | 'country' | 'bulk' | 'blocklist-removal' | 'sharing'

/** Why one person is not enough, in words for people. */
export interface Why {
  code: WhyCode
  text: string
}

/** What the rules ask about a session. */
export interface SecondFacts {
  status: string
  /** What this house settled for it last, if it decided it. */
  settled: Outcome | null
  confirmedHits: number
  warningCodes: readonly string[]
  country: string | null
}

export type SecondAct =
  | { kind: 'decision'; outcome: Outcome }
  | { kind: 'bulk'; size: number }
  | { kind: 'blocklistRemoval' }
  | { kind: 'share' }

const decided: ReadonlySet<string> = new Set(['Approved', 'Declined', 'Kyc Expired'])
const inWords = new Intl.ListFormat('en-GB', { type: 'conjunction' })

function overturns({ status, settled }: SecondFacts): string | null {
  if (decided.has(status)) return `It overturns a decision: the session is ${status}.`
  if (settled === 'Approved' || settled === 'Declined') return `It overturns a decision of this house: ${settled}.`
  return null
}

function ofDecision(policy: FourEyesPolicy, facts: SecondFacts, outcome: Outcome): Why[] {
  const why: Why[] = []
  const overturned = policy.overturn ? overturns(facts) : null
  if (overturned !== null) why.push({ code: 'overturn', text: overturned })
  if (policy.confirmedMatch && outcome === 'Approved' && facts.confirmedHits > 0) {
    why.push({ code: 'confirmed-match', text: 'It approves somebody with a confirmed watch-list match.' })
  }
  const codes = [...new Set(facts.warningCodes)].filter((code) => policy.warningCodes.includes(code))
  if (codes.length > 0) why.push({ code: 'warning-code', text: `The session carries ${inWords.format(codes)}.` })
  if (facts.country !== null && policy.countries.includes(facts.country)) {
    why.push({ code: 'country', text: `The policy asks for two people for ${facts.country}.` })
  }
  return why
}

/** Every rule of the policy that asks for a second person for this act. Empty: one person is enough. Pure. */
export function whySecond(policy: FourEyesPolicy, facts: SecondFacts | null, act: SecondAct): Why[] {
  if (act.kind === 'decision') return facts === null ? [] : ofDecision(policy, facts, act.outcome)
  if (act.kind === 'blocklistRemoval') {
    return policy.blocklistRemoval ? [{ code: 'blocklist-removal', text: 'Taking something off the blocklist takes two people.' }] : []
  }
  if (act.kind === 'share') return policy.sharing ? [{ code: 'sharing', text: 'Sharing a session takes two people.' }] : []
  if (policy.bulkOver === null || act.size <= policy.bulkOver) return []
  return [{ code: 'bulk', text: `It decides ${act.size} sessions together; the policy lets one person decide ${policy.bulkOver}.` }]
}

/** For whoever must not know the verdict yet: a rule that applies to one outcome only would tell it. */
export const withoutVerdict = (why: readonly Why[]): string[] => {
  const told = why.filter(({ code }) => code !== 'confirmed-match').map(({ text }) => text)
  return told.length > 0 ? told : ['The policy asks for two people.']
}
