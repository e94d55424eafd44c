import { dispositions } from '@verdict/contract/decision'
import { z } from 'zod'

const Draft = z.object({
  /** `print`: what the warning said when it was answered; an answer holds only while it still says that. */
  answers: z.record(z.string(), z.object({ answer: z.enum(dispositions), print: z.string() })),
  /** Whys, by warning; one may be written before its answer is given. */
  whys: z.record(z.string(), z.string()),
  /** What the reviewer wrote instead of the composed rationale; null while it composes itself. */
  rationale: z.string().nullable(),
  note: z.string(),
  current: z.string().nullable(),
  /** The decision that took this draft's answers into the record. */
  closedFor: z.string().nullable(),
})
export type CaseDraft = z.infer<typeof Draft>

const empty: CaseDraft = { answers: {}, whys: {}, rationale: null, note: '', current: null, closedFor: null }
const drafts = new Map<string, CaseDraft>()
const listeners = new Set<() => void>()
const keyOf = (sessionId: string) => `verdict.case.${sessionId}`

function stored(sessionId: string): CaseDraft {
  try {
    const text = sessionStorage.getItem(keyOf(sessionId))
    return text === null ? empty : (Draft.safeParse(JSON.parse(text)).data ?? empty)
  } catch {
    return empty
  }
}

/** What somebody has typed on a case and not sent. Lives as long as the tab. */
export function readDraft(sessionId: string): CaseDraft {
  const known = drafts.get(sessionId)
  if (known) return known
  const draft = stored(sessionId)
  drafts.set(sessionId, draft)
  return draft
}

export function changeDraft(sessionId: string, change: (draft: CaseDraft) => Partial<CaseDraft>): void {
  const draft = { ...readDraft(sessionId), ...change(readDraft(sessionId)) }
  drafts.set(sessionId, draft)
  try {
    sessionStorage.setItem(keyOf(sessionId), JSON.stringify(draft))
  } catch {
    // A full or forbidden storage costs the draft on reload only; it stays in memory.
  }
  for (const listener of listeners) listener()
}

/** Once a decision is settled its answers are in the record; a note being typed stays. Undone ones keep their draft. */
export function closeDraft(sessionId: string, decisionId: string): void {
  if (readDraft(sessionId).closedFor === decisionId) return
  changeDraft(sessionId, () => ({ answers: {}, whys: {}, rationale: null, current: null, closedFor: decisionId }))
}

export function onDraftChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
