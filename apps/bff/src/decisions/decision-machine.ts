import type { DecisionState } from '@verdict/contract/decision'

/** Where a decision stands in the house. `checking` and `writing` are both `sending` to the outside. */
export const stages = ['held', 'awaiting_second', 'checking', 'writing', 'uncertain', 'settled', 'refused', 'undone', 'void'] as const
export type Stage = (typeof stages)[number]

/** Stages in which no other decision for the same session may be made. */
export const openStages = ['held', 'awaiting_second', 'checking', 'writing', 'uncertain'] as const satisfies Stage[]
export const lastStages = ['settled', 'refused', 'undone', 'void'] as const satisfies Stage[]

export const decisionEvents = [
  /** Its maker or a senior takes it back. */
  'undo',
  /** Its time has come, or somebody asked to send it now. */
  'due',
  /** Didit was read afresh and the evidence is what the reviewer saw. */
  'checked',
  /** Didit was read afresh and the evidence is another, or the session is gone. */
  'evidence-changed',
  /** It is certain that nothing reached Didit, or that Didit did nothing. */
  'not-sent',
  'accepted-by-didit',
  /** Didit said no, and a fresh reading does not show our entry. */
  'refused-by-didit',
  /** It may have reached Didit; nobody said so. */
  'no-answer',
  /** A fresh reading shows our entry. */
  'found-applied',
  /** After the settling wait a fresh reading shows the evidence unchanged and no entry of ours. */
  'found-not-applied',
  /** Didit could not be read, or the settling wait is not over. */
  'still-unknown',
  /** Another person agreed. */
  'second-approved',
  /** Another person did not agree. */
  'second-rejected',
  /** The house was started while this was under way. */
  'restarted',
] as const
export type DecisionEvent = (typeof decisionEvents)[number]

/**
 * `awaiting_second` is left for `held` only, so what was agreed to is held and compared like any other. `writing` is entered only with a comparison of
 * the evidence just made, and again only on proof that the write before it did nothing.
 */
const moves: Readonly<Record<Stage, Readonly<Partial<Record<DecisionEvent, Stage>>>>> = {
  held: { undo: 'undone', due: 'checking' },
  awaiting_second: {
    undo: 'undone',
    'second-approved': 'held',
    'second-rejected': 'void',
    'evidence-changed': 'void',
  },
  checking: {
    checked: 'writing',
    'evidence-changed': 'void',
    'not-sent': 'held',
    restarted: 'held',
  },
  writing: {
    'accepted-by-didit': 'settled',
    'found-applied': 'settled',
    'refused-by-didit': 'refused',
    'not-sent': 'held',
    'no-answer': 'uncertain',
    restarted: 'uncertain',
  },
  uncertain: {
    'found-applied': 'settled',
    'found-not-applied': 'writing',
    'evidence-changed': 'void',
    'still-unknown': 'uncertain',
    restarted: 'uncertain',
  },
  settled: {},
  refused: {},
  undone: {},
  void: {},
}

/** The next stage, or undefined when this event cannot happen here. */
export const nextStage = (stage: Stage, event: DecisionEvent): Stage | undefined => moves[stage][event]

export const isLast = (stage: Stage): boolean => lastStages.some((last) => last === stage)

/** What the outside is told. */
export const stateOf = (stage: Stage): DecisionState => (stage === 'checking' || stage === 'writing' ? 'sending' : stage)
