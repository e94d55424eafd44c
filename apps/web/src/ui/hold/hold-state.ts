import type { Decision } from '@verdict/contract/decision'
import { outcomeWords } from '../vocabulary.ts'

/** What the toast needs to know; a decision just made is known before the list of decisions has it. */
export type HeldDecision = Pick<Decision, 'id' | 'sessionId' | 'outcome' | 'state' | 'sendsAt' | 'session'> &
  Partial<Pick<Decision, 'problem' | 'changes' | 'reasonCode' | 'endedAt' | 'bulkId'>>

/** Whole seconds until it leaves; null when it is not held or no time is known. */
export function secondsLeft(decision: HeldDecision, now: number): number | null {
  if (decision.state !== 'held' || decision.sendsAt === null) return null
  return Math.max(0, Math.ceil((Date.parse(decision.sendsAt) - now) / 1000))
}

export function isOver(decision: HeldDecision): boolean {
  return decision.state === 'settled' || decision.state === 'refused' || decision.state === 'undone' || decision.state === 'void'
}

/** "48190 Zeynep Nur Öztürk". */
export function whose({ session }: HeldDecision): string {
  return [session.number, session.name].filter((part) => part !== null).join(' ') || 'Session without a name'
}

/** First line of the toast. */
export function headline(decision: HeldDecision, seconds: number | null): string {
  const outcome = outcomeWords[decision.outcome]
  if (decision.state === 'held') return seconds === null || seconds === 0 ? `${outcome} · sending` : `${outcome} · sending in ${seconds} s`
  const endings: Record<Exclude<Decision['state'], 'held'>, string> = {
    awaiting_second: `${outcome} · waits for a second person`,
    sending: `${outcome} · sending`,
    uncertain: `${outcome} · not certain, checking`,
    settled: `${outcome} · settled`,
    refused: `${outcome} · refused by Didit`,
    undone: 'Undone',
    void: (decision.changes?.length ?? 0) > 0 ? 'Not sent: the evidence has changed' : 'Not sent',
  }
  return endings[decision.state]
}

/** What it means and what to do, for states that need words. */
export function consequence(decision: HeldDecision): string | null {
  if (decision.bulkId) return decision.problem ?? null
  switch (decision.state) {
    case 'undone':
      return 'Nothing has left Verdict.'
    case 'void':
      return decision.changes?.[0] ?? decision.problem ?? 'Nothing has left Verdict. Read the case again.'
    case 'refused':
      return decision.problem ?? 'The session is as it was. Open the case to see why.'
    case 'uncertain':
      return decision.problem ?? 'Didit did not say whether it arrived. It is read again before anything is sent.'
    default:
      return null
  }
}
