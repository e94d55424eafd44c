import type { WarningDisposition } from '@verdict/contract/decision'
import { fieldsOf } from './json-shape.ts'

export interface CaseDraft {
  /** `print`: what the warning said when it was answered; an answer holds only while it still says that. */
  answers: Readonly<Record<string, { answer: WarningDisposition['answer']; print: string }>>
  /** Whys, by warning; one may be written before its answer is given. */
  whys: Readonly<Record<string, string>>
  /** What the reviewer wrote instead of the composed rationale; null while it composes itself. */
  rationale: string | null
  /** The composed sentences beside which it was written, so that later answers can be worked in. */
  rationaleBase: readonly { key: string; text: string }[] | null
  note: string
  current: string | null
  /** The decision that took this draft's answers into the record. */
  closedFor: string | null
}

const empty: CaseDraft = { answers: {}, whys: {}, rationale: null, rationaleBase: null, note: '', current: null, closedFor: null }
const drafts = new Map<string, CaseDraft>()
const listeners = new Set<() => void>()
const keyOf = (sessionId: string) => `verdict.case.${sessionId}`

const textOr = <T>(value: unknown, otherwise: T) => (typeof value === 'string' ? value : otherwise)

function isAnswer(value: unknown): value is WarningDisposition['answer'] {
  return value === 'explained' || value === 'confirmed' || value === 'notRelevant'
}

function partsOf(value: unknown): CaseDraft['rationaleBase'] {
  if (!Array.isArray(value)) return null
  return value.flatMap((part: unknown) => {
    const { key, text } = fieldsOf(part)
    return typeof key === 'string' && typeof text === 'string' ? [{ key, text }] : []
  })
}

/** Reads what an earlier page of this tab left; whatever does not fit is left out. */
function draftOf(kept: unknown): CaseDraft {
  const { answers, whys, rationale, rationaleBase, note, current, closedFor } = fieldsOf(kept)
  return {
    answers: Object.fromEntries(
      Object.entries(fieldsOf(answers)).flatMap(([id, given]) => {
        const { answer, print } = fieldsOf(given)
        return isAnswer(answer) && typeof print === 'string' ? [[id, { answer, print }]] : []
      }),
    ),
    whys: Object.fromEntries(Object.entries(fieldsOf(whys)).flatMap(([id, why]) => (typeof why === 'string' ? [[id, why]] : []))),
    rationale: textOr(rationale, null),
    rationaleBase: partsOf(rationaleBase),
    note: textOr(note, ''),
    current: textOr(current, null),
    closedFor: textOr(closedFor, null),
  }
}

function stored(sessionId: string): CaseDraft {
  try {
    const text = sessionStorage.getItem(keyOf(sessionId))
    return text === null ? empty : draftOf(JSON.parse(text))
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
  changeDraft(sessionId, () => ({ answers: {}, whys: {}, rationale: null, rationaleBase: null, current: null, closedFor: decisionId }))
}

let owner: string | null = null

/** Drafts belong to one person: when somebody else signs in on this tab, those of the one before are gone. */
export function claimDrafts(personId: string): void {
  const kept = 'verdict.case.owner'
  const before = owner ?? sessionStorage.getItem(kept)
  owner = personId
  if (before === personId) return
  drafts.clear()
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('verdict.case.')) sessionStorage.removeItem(key)
  sessionStorage.setItem(kept, personId)
}

export function onDraftChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
