import type { SessionDetail } from '@verdict/contract/case'
import type { Person } from '../lib/person.ts'
import { iso } from '../lib/time.ts'
import { isWithheld, type Standing } from './approval-machine.ts'
import { standingOf, whyOf, type ApprovalRow } from './approval.rows.ts'
import { withoutVerdict } from './why-second.ts'

/** That a session's decision waits for another person, and what of it may be told to whom. */
export interface Waiting {
  approvalId: string
  madeAt: string
  standing: Standing
  why: string[]
  whyWithheld: string[]
}

export const adaptWaiting = (row: ApprovalRow): Waiting => {
  const why = whyOf(row)
  return {
    approvalId: row.id,
    madeAt: iso(row.made_at),
    standing: standingOf(row),
    why: why.map(({ text }) => text),
    whyWithheld: withoutVerdict(why),
  }
}

/** What a case tells this person of a decision that waits: `decision` is null while it is withheld from them. */
export function showWaiting(
  waits: Waiting | null,
  decision: SessionDetail['decision'],
  person: Person,
): Pick<SessionDetail, 'decision' | 'awaiting'> {
  if (waits === null) return { decision, awaiting: null }
  const { approvalId, madeAt, standing } = waits
  const withheld = isWithheld(standing, person)
  const awaiting = { approvalId, madeAt, why: withheld ? waits.whyWithheld : waits.why, mine: standing.makerId === person.id }
  return { decision: withheld ? null : decision, awaiting }
}
