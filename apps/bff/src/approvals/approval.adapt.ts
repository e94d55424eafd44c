import type { Approval, Opinion } from '@verdict/contract/approval'
import type { Person } from '../lib/person.ts'
import { iso } from '../lib/time.ts'
import { isWithheld, refusalToAnswer, rolesFor } from './approval-machine.ts'
import { askedOf, saidOf, standingOf, whyOf, type ApprovalRow } from './approval.rows.ts'
import { withoutVerdict } from './why-second.ts'
import { z } from 'zod'

const Lines = z.array(z.string())

function opinion(seat: 'second' | 'third', row: ApprovalRow): Opinion | null {
  const id = row[`${seat}_by_id`]
  const name = row[`${seat}_by_name`]
  const at = row[`${seat}_at`]
  const said = saidOf(row[`${seat}_said`])
  if (id === null || name === null || at === null || said === null) return null
  return { by: { id, name }, at: iso(at), outcome: said.outcome, reasonLabel: said.reasonLabel, agrees: said.agrees, comment: said.comment }
}

function waitsFor(row: ApprovalRow): string {
  const who = rolesFor(row.kind)
  if (row.stage === 'third') return `${who}, but neither of the two`
  return row.stage === 'second' ? `${who}, but not who asked` : ''
}

/** One approval as this person may see it: a withheld verdict leaves the house for nobody who could answer it. */
export function adaptApproval(
  row: ApprovalRow,
  person: Person,
  { now, sessions = [] }: { now: number; sessions?: Approval['sessions'] },
): Approval {
  const standing = standingOf(row)
  const withheld = isWithheld(standing, person)
  const why = whyOf(row)
  const refusal = refusalToAnswer(standing, person)
  const open = row.ended_at === null
  return {
    id: row.id,
    kind: row.kind,
    stage: row.stage,
    why: withheld ? withoutVerdict(why) : why.map(({ text }) => text),
    session: row.session_id === null ? null : { id: row.session_id, name: row.session_name, number: row.session_number },
    sessions,
    blind: standing.blind,
    ask: withheld ? null : { ...askedOf(row), by: { id: row.made_by_id, name: row.made_by_name } },
    second: opinion('second', row),
    third: opinion('third', row),
    used: row.kind === 'share' && row.subject !== null,
    mine: row.made_by_id === person.id,
    madeAt: iso(row.made_at),
    dueAt: iso(row.due_at),
    overdue: open && row.due_at < now,
    endedAt: row.ended_at === null ? null : iso(row.ended_at),
    waitsFor: waitsFor(row),
    answer: { allowed: refusal === null, reason: refusal },
    evidenceHash: row.evidence_hash,
    problem: row.problem,
    changes: Lines.parse(JSON.parse(row.changes)),
    ledgerSeq: row.ledger_seq,
  }
}
