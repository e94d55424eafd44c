import { useCallback, useMemo, useState } from 'react'
import type { SessionDetail } from '@verdict/contract/case'
import { type Answer, type Answers, nextOpen, openWarnings, printOf, standingAnswers } from '../model/dispositions.ts'
import { changeDraft, readDraft } from '../model/case-drafts.ts'
import { useDraft } from '../model/use-draft.ts'
import { useCatalogue } from './catalogue.store.ts'
import { composeRationale, textOfParts } from './compose-rationale.ts'
import { linkedWarning } from './linked-warning.ts'
import { mergeRationale } from './merge-rationale.ts'
import { tellWarnings } from './told-warnings.ts'

/** The walk through the warnings of a case: what was answered, where one stands, what the rationale says. */
export function useWarningWalk(session: SessionDetail, at: string | null = null) {
  const [linked] = useState(() => {
    const id = linkedWarning(at, session.warnings)
    if (id !== null) changeDraft(session.id, () => ({ current: id }))
    return id
  })
  const [draft, change] = useDraft(session.id)
  const book = useCatalogue()
  const { warnings } = session
  const answers: Answers = useMemo(() => standingAnswers(draft, warnings), [draft, warnings])
  const told = useMemo(() => tellWarnings(session, book), [session, book])
  const known = warnings.some((warning) => warning.id === draft.current)
  const current = known ? draft.current : nextOpen(answers, warnings, null)

  const seen = useSeen(session.id, current)

  const go = useCallback((id: string | null) => change(() => ({ current: id })), [change])
  const step = useCallback(
    (by: 1 | -1) => {
      const from = warnings.findIndex((warning) => warning.id === current)
      const next = warnings[Math.min(Math.max(from + by, 0), warnings.length - 1)]
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

  const parts = useMemo(() => composeRationale(answers, warnings, told), [answers, warnings, told])
  const open = useMemo(() => openWarnings(answers, warnings), [answers, warnings])
  const merged = useMemo(
    () => (draft.rationale === null ? null : mergeRationale(draft.rationaleBase ?? parts, draft.rationale, parts)),
    [draft.rationale, draft.rationaleBase, parts],
  )
  const editRationale = useCallback(
    (text: string | null) => change(() => ({ rationale: text, rationaleBase: text === null ? null : parts })),
    [change, parts],
  )
  const whyOf = useCallback((id: string) => draft.whys[id] ?? '', [draft.whys])
  // One value as long as nothing is answered or written: what is laid out from it need not be laid out again.
  return useMemo(
    () => ({
      warnings,
      told,
      answers,
      current,
      /** Warnings that stood open here, whether they were answered or not. */
      seen,
      /** The warning that the address named, when it did. */
      linked,
      answered: warnings.filter((warning) => answers[warning.id]).length,
      open,
      rationale: { text: textOfParts(parts), open: open.map(({ id }) => told[id]?.title ?? id) },
      /** What was written by hand, with later answers worked in; null while it composes itself. */
      edited: merged?.text ?? null,
      /** Sentences of later answers that did not go into what was written by hand. */
      left: merged?.left ?? [],
      editRationale,
      go,
      step,
      answer,
      why,
      whyOf,
    }),
    [warnings, told, answers, current, seen, linked, open, parts, merged, editRationale, go, step, answer, why, whyOf],
  )
}

/** Every warning that was the current one since the case was opened. */
function useSeen(sessionId: string, current: string | null): readonly string[] {
  const [seen, setSeen] = useState<{ of: string; ids: readonly string[] }>({ of: sessionId, ids: [] })
  const before = seen.of === sessionId ? seen.ids : []
  const ids = current === null || before.includes(current) ? before : [...before, current]
  if (seen.of !== sessionId || ids !== before) setSeen({ of: sessionId, ids })
  return ids
}

export type WarningWalk = ReturnType<typeof useWarningWalk>
