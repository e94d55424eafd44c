import type { SessionDetail } from '@verdict/contract/case'
import { useState } from 'react'

/** What each reading changes, or deciding, without the evidence being another. */
const beside: ReadonlySet<string> = new Set(['asOf', 'stale', 'decision', 'lease', 'awaiting'] satisfies (keyof SessionDetail)[])

function sameEvidence(one: SessionDetail, other: SessionDetail): boolean {
  const others = new Map<string, unknown>(Object.entries(other))
  return Object.entries(one).every(([key, value]) => beside.has(key) || Object.is(value, others.get(key)))
}

/** The same object as before while only the time of the reading is another, so that nothing is laid out again. */
export function useEvidence(session: SessionDetail): SessionDetail {
  const [kept, setKept] = useState(session)
  if (kept === session || sameEvidence(kept, session)) return kept
  setKept(session)
  return session
}
