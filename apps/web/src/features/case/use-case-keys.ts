import type { SessionDetail } from '@verdict/contract/case'
import { answersInOrder } from './model/dispositions.ts'
import { useNavigate } from '@tanstack/react-router'
import { useKeys } from '../../lib/keys/use-keys.ts'
import type { KeyBinding } from '../../lib/keys/keys.types.ts'
import { fieldsOf, textOf } from './model/json-shape.ts'
import { isSessionKey } from './parts/session-link.tsx'
import type { Refusals } from './actions/action-bar.tsx'
import { answerTerms } from '../../ui/vocabulary.ts'
import { showPlace } from './warnings/show-place.ts'
import type { WarningWalk } from './warnings/use-warning-walk.ts'

interface Hands {
  focusWarning: () => void
  focusWhy: () => void
  focusNote: () => void
  /** Null when the case has no two faces. */
  compare: (() => void) | null
  edit: () => void
  approve: () => void
  decline: () => void
  resubmit: () => void
  blocklist: () => void
  hits: (() => void) | null
  next: () => void
  back: () => void
  show: (ref: string) => void
}

interface Input {
  session: SessionDetail
  walk: WarningWalk
  mayAnswer: boolean
  refusals: Refusals
  /** True while a reason is being picked: letters rest, Esc closes it. */
  busy: boolean
  hands: Hands
}

function linkedSession(details: unknown): string | null {
  for (const [key, value] of Object.entries(fieldsOf(details))) {
    const text = textOf(value)
    if (text !== null && isSessionKey(key, text)) return text
  }
  return null
}

/** The keys of a case. What is refused stays listed and says why on the bar. */
export function useCaseKeys({ session, walk, mayAnswer, refusals, busy, hands }: Input): void {
  const navigate = useNavigate()
  const current = walk.warnings.find((warning) => warning.id === walk.current) ?? null
  const linked = current && linkedSession(current.details)
  const free = !busy
  const answers = answersInOrder.map((answer, index): KeyBinding => ({
    keys: [String(index + 1)],
    label: `Answer: ${answerTerms[answer].word.toLowerCase()}`,
    enabled: free && mayAnswer && current !== null,
    run: () => {
      if (!current) return
      walk.answer(current.id, answer)
      hands.focusWarning()
    },
  }))
  const step = (by: 1 | -1) => () => {
    walk.step(by)
    hands.focusWarning()
  }
  useKeys('Case', [
    { keys: ['j', 'ArrowDown'], label: 'Next warning', moves: true, enabled: walk.warnings.length > 0, run: step(1) },
    { keys: ['k', 'ArrowUp'], label: 'Warning before', moves: true, enabled: walk.warnings.length > 0, run: step(-1) },
    ...answers,
    { keys: ['w'], label: 'Say why', enabled: free && mayAnswer && current !== null, run: hands.focusWhy },
    {
      keys: ['v'],
      label: 'Show where it stands',
      enabled: free && current !== null,
      run: () => {
        if (current) showPlace({ session, warning: current, entry: walk.told[current.id]?.entry ?? null, show: hands.show, go: true })
      },
    },
    { keys: ['e'], label: 'Edit the rationale', enabled: free && mayAnswer, run: hands.edit },
    // With answers missing, A leads to the first warning that waits for one.
    {
      keys: ['a'],
      label: 'Approve',
      enabled: free && (refusals.approve === null || walk.open.length > 0) && mayAnswer,
      run: hands.approve,
    },
    { keys: ['d'], label: 'Decline', enabled: free && refusals.decline === null, run: hands.decline },
    { keys: ['r'], label: 'Resubmit', enabled: free && refusals.resubmit === null, run: hands.resubmit },
    { keys: ['b'], label: 'Blocklist', enabled: free && refusals.blocklist === null, run: hands.blocklist },
    { keys: ['m'], label: 'Compare faces', enabled: free && hands.compare !== null, run: () => hands.compare?.() },
    { keys: ['h'], label: 'Review watch-list hits', enabled: free && hands.hits !== null, run: () => hands.hits?.() },
    {
      keys: ['o'],
      label: 'Open the linked session',
      enabled: linked !== null,
      run: () => (linked ? void navigate({ to: '/sessions/$sessionId', params: { sessionId: linked } }) : undefined),
    },
    { keys: ['c'], label: 'Write a note', run: hands.focusNote },
    { keys: ['n'], label: 'Next case', run: hands.next },
    { keys: ['Escape'], label: 'Back', run: hands.back },
  ])
}
