import type { Permission } from '@verdict/contract/access'
import type { ApprovalKind, ApprovalStage } from '@verdict/contract/approval'
import type { Outcome } from '@verdict/contract/decision'

/** What is known of an approval when somebody answers. */
export interface Standing {
  kind: ApprovalKind
  stage: ApprovalStage
  blind: boolean
  makerId: string
  /** What the maker chose; null where there is nothing to choose. */
  outcome: Outcome | null
  second: { personId: string; outcome: Outcome | null } | null
}

export interface Answerer {
  id: string
  permissions: readonly Permission[]
}

export interface Answer {
  verdict?: 'approve' | 'reject' | undefined
  outcome?: Outcome | undefined
}

/** `do`: what the maker asked for · `do-other`: what the second person chose · `drop`: nothing · `ask-third`: wait on. */
export type Judgement = { next: 'do' | 'do-other' | 'drop' | 'ask-third' } | { refused: string }

export const lastApprovalStages = ['approved', 'rejected', 'withdrawn', 'void'] as const satisfies ApprovalStage[]

/** What answering takes, by kind. */
export const permissionFor: Readonly<Record<ApprovalKind, Permission>> = {
  decision: 'approvals.give',
  bulk: 'approvals.give',
  blocklistRemoval: 'blocklist.approve',
  share: 'shares.approve',
}

export const rolesFor = (kind: ApprovalKind): string =>
  permissionFor[kind] === 'approvals.give' ? 'a senior reviewer or a manager' : 'a manager'

/** Why this person may not answer now; null when they may. */
export function refusalToAnswer(standing: Standing, person: Answerer): string | null {
  if (standing.stage !== 'second' && standing.stage !== 'third') return 'It does not wait for an answer any more.'
  if (person.id === standing.makerId) return 'You asked for it, so somebody else answers.'
  if (person.id === standing.second?.personId) return 'You have answered already; a third person decides.'
  if (!person.permissions.includes(permissionFor[standing.kind])) return `It takes ${rolesFor(standing.kind)}.`
  return null
}

function secondAnswer({ blind, outcome }: Standing, answer: Answer): Judgement {
  if (!blind || outcome === null) {
    if (answer.verdict === undefined) return { refused: 'Answer with a yes or a no.' }
    return { next: answer.verdict === 'approve' ? 'do' : 'drop' }
  }
  if (answer.outcome === undefined) return { refused: 'Choose an outcome of your own; the first one is withheld.' }
  return { next: answer.outcome === outcome ? 'do' : 'ask-third' }
}

function thirdAnswer({ outcome, second }: Standing, answer: Answer): Judgement {
  if (answer.verdict !== undefined) return { next: answer.verdict === 'approve' ? 'do' : 'drop' }
  if (answer.outcome === outcome) return { next: 'do' }
  if (answer.outcome !== second?.outcome) return { refused: 'Choose one of the two outcomes, or neither.' }
  // Steps to ask again were never chosen for it: somebody makes that decision anew.
  return { next: answer.outcome === 'Resubmitted' ? 'drop' : 'do-other' }
}

/** What an answer leads to. Pure: the same rules judge the request, the transaction and the property tests. */
export function judge(standing: Standing, person: Answerer, answer: Answer): Judgement {
  const refusal = refusalToAnswer(standing, person)
  if (refusal !== null) return { refused: refusal }
  return standing.stage === 'second' ? secondAnswer(standing, answer) : thirdAnswer(standing, answer)
}

/** True while the first verdict must not be known to this person. */
export const isWithheld = ({ blind, stage, makerId }: Pick<Standing, 'blind' | 'stage' | 'makerId'>, person: Answerer): boolean =>
  blind && stage === 'second' && person.id !== makerId && !seesEverything(person)

/** Who reads the whole record and can never be asked to answer. */
const seesEverything = ({ permissions }: Answerer): boolean =>
  permissions.includes('ledger.read') && !permissions.includes('approvals.give')
