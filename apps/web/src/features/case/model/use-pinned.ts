import type { SessionDetail } from '@verdict/contract/case'
import { useCallback, useMemo, useState } from 'react'
import { serverNow } from '../../../lib/server-clock.ts'
import { isUnderWay } from '../actions/decision-state.tsx'

/** How long a case counts as just opened; milliseconds. */
const opens = 1500

/**
 * Keeps the evidence that is being read in place when a later reading differs, until the reviewer asks for the new
 * one: nobody decides on what slipped in under their eyes. What the reviewer changed here is taken at once, and
 * so is whatever comes before the case is shown.
 */
export function usePinned(latest: SessionDetail, shown: boolean) {
  const [pinned, setPinned] = useState(latest)
  const [seen, setSeen] = useState({ latest, shown })
  const [expecting, setExpecting] = useState(false)
  const [openedAt, setOpenedAt] = useState(serverNow)

  const differs = latest.evidenceHash !== pinned.evidenceHash
  const decides = pinned.actions.approve.allowed || pinned.actions.decline.allowed || pinned.actions.resubmit.allowed
  const ended = latest.decision !== null && latest.decision.id !== pinned.decision?.id && !isUnderWay(latest.decision)
  const settled = latest.decision?.state === 'settled' && isUnderWay(pinned.decision)
  if (latest !== seen.latest || shown !== seen.shown) {
    const turns = shown && !seen.shown
    // A case that was read ahead is read again while it opens; nobody has taken in the older one yet.
    const opening = !shown || turns || serverNow() - openedAt < opens
    setSeen({ latest, shown })
    if (turns) setOpenedAt(serverNow())
    if (expecting && latest !== seen.latest) setExpecting(false)
    if (!differs || opening || expecting || !decides || ended || settled) setPinned(latest)
  }
  const { decision } = latest
  return {
    session: useMemo(() => (differs ? { ...pinned, decision } : latest), [differs, pinned, decision, latest]),
    changed: differs,
    accept: useCallback(() => setPinned(latest), [latest]),
    /** What comes next is our own doing. */
    expect: useCallback(() => setExpecting(true), []),
  }
}
