import type { CaseWarning } from '@verdict/contract/case'
import type { WarningDisposition } from '@verdict/contract/decision'
import type { CaseDraft } from './case-drafts.ts'

export type Answer = WarningDisposition['answer']

/** As the keys 1, 2 and 3 give them. */
export const answersInOrder: readonly Answer[] = ['explained', 'confirmed', 'notRelevant']

export interface WarningAnswer {
  answer: Answer
  note: string
}

export type Answers = Readonly<Record<string, WarningAnswer>>

export function printOf(warning: CaseWarning): string {
  return JSON.stringify([warning.code, warning.severity, warning.title, warning.description, warning.details])
}

/** The answers that still fit the warnings; others are kept in the draft but count no longer. */
export function standingAnswers({ answers, whys }: Pick<CaseDraft, 'answers' | 'whys'>, warnings: readonly CaseWarning[]): Answers {
  const standing: Record<string, WarningAnswer> = {}
  for (const warning of warnings) {
    const given = answers[warning.id]
    if (given && given.print === printOf(warning)) standing[warning.id] = { answer: given.answer, note: whys[warning.id] ?? '' }
  }
  return standing
}

/** Information has no effect on a session, so it may stay unanswered. */
export function needsAnswer(warning: CaseWarning): boolean {
  return warning.severity !== 'information'
}

export function openWarnings(answers: Answers, warnings: readonly CaseWarning[]): CaseWarning[] {
  return warnings.filter((warning) => needsAnswer(warning) && !answers[warning.id])
}

/** The warning to look at next: the first open one after `id`, else the first open one, else `id` itself. */
export function nextOpen(answers: Answers, warnings: readonly CaseWarning[], id: string | null): string | null {
  const at = warnings.findIndex((warning) => warning.id === id)
  const ahead = [...warnings.slice(at + 1), ...warnings.slice(0, Math.max(at, 0))]
  return ahead.find((warning) => !answers[warning.id])?.id ?? id ?? warnings[0]?.id ?? null
}

/** As the contract wants them. */
export function toDispositions(answers: Answers): WarningDisposition[] {
  return Object.entries(answers).map(([warningId, { answer, note }]) => ({
    warningId: warningId.slice(0, 200),
    answer,
    ...(note.trim() === '' ? {} : { note: note.trim().slice(0, 500) }),
  }))
}
