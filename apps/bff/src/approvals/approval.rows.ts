import { ApprovalAsk } from '@verdict/contract/approval'
import { Outcome } from '@verdict/contract/decision'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Standing } from './approval-machine.ts'
import type { ApprovalsTable } from './approvals.tables.ts'
import type { Why, WhyCode } from './why-second.ts'

export type ApprovalRow = Selectable<ApprovalsTable>

/** What the first person asked for, without who. */
export type Asked = Omit<ApprovalAsk, 'by'>
const AskedShape = ApprovalAsk.omit({ by: true })

/** What somebody answered. */
export const Said = z.object({
  outcome: Outcome.nullable(),
  reasonCode: z.string().nullable(),
  reasonLabel: z.string().nullable(),
  comment: z.string(),
  agrees: z.boolean(),
})
export type Said = z.infer<typeof Said>

const WhyList = z.array(z.object({ code: z.string(), text: z.string() }))

export const askedOf = (row: ApprovalRow): Asked => AskedShape.parse(JSON.parse(row.ask))
export const saidOf = (text: string | null): Said | null => (text === null ? null : Said.parse(JSON.parse(text)))
/** Codes are ours: this house wrote them. */
export const whyOf = (row: Pick<ApprovalRow, 'why'>): Why[] =>
  WhyList.parse(JSON.parse(row.why)).map(({ code, text }) => ({ code: code as WhyCode, text }))

/** What the pure rules judge by. */
export function standingOf(row: ApprovalRow): Standing {
  return {
    kind: row.kind,
    stage: row.stage,
    blind: row.blind === 1,
    makerId: row.made_by_id,
    outcome: askedOf(row).outcome,
    second: row.second_by_id === null ? null : { personId: row.second_by_id, outcome: saidOf(row.second_said)?.outcome ?? null },
  }
}
