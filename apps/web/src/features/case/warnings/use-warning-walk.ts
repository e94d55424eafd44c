import { useCallback, useMemo } from 'react'
import type { SessionDetail } from '@verdict/contract/case'
import { type Answer, type Answers, composeRationale, nextOpen, openWarnings, printOf, standingAnswers } from '../model/dispositions.ts'
import { readDraft } from '../model/case-drafts.ts'
import { useDraft } from '../model/use-draft.ts'

/** The walk through the warnings of a case: what was answered, where one stands, what the rationale says. */
export function useWarningWalk(session: SessionDetail) {
  const [draft, change] = useDraft(session.id)
  const { warnings } = session
  const answers: Answers = useMemo(() => standingAnswers(draft, warnings), [draft, warnings])
  const known = warnings.some((warning) => warning.id === draft.current)
  const current = known ? draft.current : nextOpen(answers, warnings, null)

  const go = useCallback((id: string | null) => change(() => ({ current: id })), [change])
  const step = useCallback(
    (by: 1 | -1) => {
      const at = warnings.findIndex((warning) => warning.id === current)
      const next = warnings[Math.min(Math.max(at + by, 0), warnings.length - 1)]
      if (next) go(next.id)
      return next?.id ?? null
    },
    [warnings, current, go],
  )
  const answer = useCallback(
    (id: string, given: Answer) => {
      const warning = warnings.find((candidate) => candidate.id === id)
      if (!warning) return
      const { [id]: before, ...others } = readDraft(session.id).answers
      const print = printOf(warning)
      if (before?.answer === given && before.print === print) {
        change(() => ({ answers: others }))
        return
      }
      const answered = { ...others, [id]: { answer: given, print } }
      const standing = standingAnswers({ answers: answered, whys: {} }, warnings)
      change(() => ({ answers: answered, current: nextOpen(standing, warnings, id) }))
    },
    [change, session.id, warnings],
  )
  const why = useCallback((id: string, text: string) => change((before) => ({ whys: { ...before.whys, [id]: text } })), [change])
  const rationale = useMemo(() => composeRationale(answers, warnings), [answers, warnings])
  return {
    warnings,
    answers,
    current,
    answered: warnings.filter((warning) => answers[warning.id]).length,
    open: openWarnings(answers, warnings),
    rationale,
    edited: draft.rationale,
    editRationale: (text: string | null) => change(() => ({ rationale: text })),
    go,
    step,
    answer,
    why,
    whyOf: (id: string) => draft.whys[id] ?? '',
  }
}

export type WarningWalk = ReturnType<typeof useWarningWalk>
