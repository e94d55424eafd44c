import { useCallback, useSyncExternalStore } from 'react'
import { type CaseDraft, changeDraft, onDraftChange, readDraft } from './case-drafts.ts'

/** The draft of one case and a way to change it; every part of the page sees the same. */
export function useDraft(sessionId: string) {
  const read = () => readDraft(sessionId)
  const draft = useSyncExternalStore(onDraftChange, read, read)
  const change = useCallback((how: (draft: CaseDraft) => Partial<CaseDraft>) => changeDraft(sessionId, how), [sessionId])
  return [draft, change] as const
}
