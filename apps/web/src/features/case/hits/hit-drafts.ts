import { useState } from 'react'
import type { HitAnswer } from './compose-rationale.ts'

export interface HitDraft {
  answer: HitAnswer | 'Unreviewed' | null
  /** What the reviewer wrote; null while the words are composed. */
  words: string | null
}
export const emptyDraft: HitDraft = { answer: null, words: null }

const kept = new Map<string, Readonly<Record<string, HitDraft>>>()

/** Answers that are not saved yet, by hit or by "several"; they outlive a visit to the case, not the tab. */
export function useHitDrafts(personId: string, sessionId: string) {
  const owner = `${personId} ${sessionId}`
  const [drafts, setDrafts] = useState(() => kept.get(owner) ?? {})
  const put = (next: Readonly<Record<string, HitDraft>>) => {
    kept.set(owner, next)
    setDrafts(next)
  }
  return {
    of: (key: string): HitDraft => drafts[key] ?? emptyDraft,
    change: (key: string, draft: Partial<HitDraft>) => put({ ...drafts, [key]: { ...emptyDraft, ...drafts[key], ...draft } }),
    drop: (keys: readonly string[]) => put(Object.fromEntries(Object.entries(drafts).filter(([key]) => !keys.includes(key)))),
  }
}
