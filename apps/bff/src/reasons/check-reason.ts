import type { DecisionInput, Outcome } from '@verdict/contract/decision'
import type { ReasonCatalogue, ReasonEntry } from '@verdict/contract/policy/reasons'
import { checkApplicantText, findTippingOff, type TextProblem } from './applicant-text.ts'
import { contradiction } from './contradictions.ts'
import type { SessionFacts } from './session-facts.ts'

export interface ReasonProblem {
  /** `invalid-input`: it is not a reason here; `reason-refused`: it must not be given for this evidence. */
  code: 'invalid-input' | 'reason-refused'
  path: string
  message: string
}

export type ReasonGiven = Pick<DecisionInput, 'outcome' | 'reasonCode' | 'comment' | 'notify'>

const textWords: Readonly<Record<TextProblem['kind'], (found: string) => string>> = {
  'tipping-off': (found) =>
    `The applicant is written to and must not learn of a suspicion: take out “${found}”, or decide without the e-mail.`,
  'personal-data': (found) =>
    `The applicant is written to, perhaps at somebody else’s address: take out “${found}”, or decide without the e-mail.`,
}

const offered = (catalogue: ReasonCatalogue, outcome: Outcome) => catalogue[outcome].filter(({ retired }) => !retired)

/** The entry that a reviewer may choose now, or one made of an integrator's own code where the policy takes those. */
export function reasonFor(catalogue: ReasonCatalogue, outcome: Outcome, code: string): ReasonEntry | undefined {
  const entry = catalogue[outcome].find((known) => known.code === code)
  if (entry) return entry.retired ? undefined : entry
  return catalogue.otherCodes ? { code, label: code, commentRequired: false, applicantText: {}, retired: false } : undefined
}

/** What is wrong with a reason, given this evidence. Pure. `today` is an ISO day. Empty: it can be given. */
export function checkReason(given: ReasonGiven, catalogue: ReasonCatalogue, facts: SessionFacts, today: string): ReasonProblem[] {
  const { outcome, reasonCode, comment, notify } = given
  const entry = reasonFor(catalogue, outcome, reasonCode)
  if (!entry) {
    const codes = offered(catalogue, outcome).map(({ code }) => code)
    return [{ code: 'invalid-input', path: 'reasonCode', message: `Choose one of: ${codes.join(', ')}.` }]
  }
  const problems: ReasonProblem[] = []
  if (entry.commentRequired && comment === '') {
    problems.push({ code: 'invalid-input', path: 'comment', message: `“${entry.label}” needs a rationale.` })
  }
  const against = contradiction(outcome, reasonCode, facts, today)
  if (against !== null) problems.push({ code: 'reason-refused', path: 'reasonCode', message: `“${entry.label}” is not so: ${against}` })
  if (notify) {
    for (const { kind, found } of checkApplicantText(comment, facts.applicant)) {
      problems.push({ code: 'reason-refused', path: 'comment', message: textWords[kind](found) })
    }
  }
  return problems
}

/**
 * The words that stand for the reason where the applicant may read them: their own text, else the label when it tells
 * of no suspicion, else nothing.
 */
export function wordsForApplicant(entry: ReasonEntry, language: string): string {
  const own = entry.applicantText[language] ?? entry.applicantText['en'] ?? ''
  if (own !== '') return own
  // A bare code says nothing to a person.
  if (entry.label === entry.code) return ''
  return findTippingOff(entry.label) === null ? `${entry.label}.` : ''
}

/** Texts of a catalogue that must not reach an applicant, by path. */
export function checkCatalogue(catalogue: ReasonCatalogue): { path: string; message: string }[] {
  const outcomes = ['Approved', 'Declined', 'Resubmitted'] as const
  return outcomes.flatMap((outcome) => {
    const codes = catalogue[outcome].map(({ code }) => code)
    const twice = catalogue[outcome].flatMap(({ code }, index) =>
      codes.indexOf(code) < index ? [{ path: `policy.reasons.${outcome}.${index}.code`, message: `The code ${code} is there twice.` }] : [],
    )
    const none =
      offered(catalogue, outcome).length === 0 ? [{ path: `policy.reasons.${outcome}`, message: 'At least one reason stays.' }] : []
    const texts = catalogue[outcome].flatMap(({ applicantText }, index) =>
      Object.entries(applicantText).flatMap(([language, text]) => {
        const found = findTippingOff(text)
        if (found === null) return []
        return [
          {
            path: `policy.reasons.${outcome}.${index}.applicantText.${language}`,
            message: `The applicant must not learn of a suspicion: take out “${found}”.`,
          },
        ]
      }),
    )
    return [...twice, ...none, ...texts]
  })
}
