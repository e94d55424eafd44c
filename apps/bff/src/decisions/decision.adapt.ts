import { ResubmitChoice, type Decision } from '@verdict/contract/decision'
import { reasons } from '@verdict/contract/reasons'
import type { FeatureKind } from '@verdict/contract/session'
import type { UpdateSessionStatus } from '@verdict/didit'
import type { Decision as DiditDecision } from '@verdict/didit/wire/decision'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { OwnAsk } from '../sessions/past-asks.ts'
import { isLast, stateOf } from './decision-machine.ts'
import type { DecisionsTable } from './decisions.tables.ts'

export type DecisionRow = Selectable<DecisionsTable>

const Steps = z.array(ResubmitChoice)
const Lines = z.array(z.string())
const iso = (at: number) => new Date(at).toISOString()

export const adaptDecision = (row: DecisionRow): z.input<typeof Decision> => ({
  id: row.id,
  sessionId: row.session_id,
  outcome: row.outcome,
  reasonCode: row.reason_code,
  reasonLabel: reasonLabel(row),
  comment: row.comment,
  state: stateOf(row.stage),
  by: { id: row.made_by_id, name: row.made_by_name },
  madeAt: iso(row.made_at),
  sendsAt: row.stage === 'held' && row.wake_at !== null ? iso(row.wake_at) : null,
  endedAt: isLast(row.stage) && row.ended_at !== null ? iso(row.ended_at) : null,
  ledgerSeq: row.ledger_seq,
  problem: row.problem,
  changes: Lines.parse(JSON.parse(row.changes)),
  session: { name: row.session_name, number: row.session_number },
  second:
    row.approval_id === null ? null : { approvalId: row.approval_id, why: Lines.parse(JSON.parse(row.second_why)), by: secondOf(row) },
  bulkId: row.bulk_id,
})

const secondOf = (row: DecisionRow) =>
  row.second_by_id === null || row.second_by_name === null ? null : { id: row.second_by_id, name: row.second_by_name }

/** A decision under way as a list marks it. What waits for a second person tells nobody what it is. */
export const pendingOf = (row: DecisionRow) => ({
  decisionId: row.id,
  outcome: row.stage === 'awaiting_second' ? 'Waits for a second person' : row.outcome,
  by: row.made_by_name,
  state: stateOf(row.stage),
})

/** A resubmission that Didit took, as later readers of the case count it. */
export const adaptAsk = (row: DecisionRow): OwnAsk => ({
  ledgerSeq: row.ledger_seq,
  at: iso(row.ended_at ?? row.made_at),
  steps: row.resubmit === null ? [] : Steps.parse(JSON.parse(row.resubmit)),
})

/** The steps that Didit can be asked to repeat, by its own names. It recomputes company registry and people itself. */
const stepNames: Readonly<Partial<Record<FeatureKind, string>>> = {
  identityDocument: 'OCR',
  nfc: 'NFC',
  liveness: 'LIVENESS',
  faceMatch: 'FACE_MATCH',
  ageEstimation: 'AGE_ESTIMATION',
  aml: 'AML',
  proofOfAddress: 'PROOF_OF_ADDRESS',
  databaseValidation: 'DATABASE_VALIDATION',
  phone: 'PHONE_VERIFICATION',
  email: 'EMAIL_VERIFICATION',
  ipAnalysis: 'IP_ANALYSIS',
  questionnaire: 'QUESTIONNAIRE',
  documentAi: 'DOCUMENT_AI',
  companyDocuments: 'KYB_DOCUMENTS',
}
const stepName = (feature: string): string => Object.entries(stepNames).find(([kind]) => kind === feature)?.[1] ?? feature

/** As the catalogue had it then; rows from before the catalogue had their labels in the code. */
export const reasonLabel = (row: Pick<DecisionRow, 'outcome' | 'reason_code' | 'reason_label'>): string =>
  row.reason_label ?? reasons[row.outcome].find(({ code }) => code === row.reason_code)?.label ?? row.reason_code

const mark = (row: Pick<DecisionRow, 'ledger_seq'>) => `Verdict ledger ${row.ledger_seq}]`

const names = (row: DecisionRow) => (row.second_by_name === null ? row.made_by_name : `${row.made_by_name} and ${row.second_by_name}`)

/** What stands in Didit's own trail: why, in which words, by whom, and where the record of it is. */
export const diditComment = (row: DecisionRow): string =>
  [row.told_label ?? `${reasonLabel(row)}.`, row.comment, `[${names(row)}, ${mark(row)}`].filter((part) => part !== '').join(' ')

/** How many entries of Didit's trail end with this decision's mark. */
export const countMarks = (wire: DiditDecision, row: Pick<DecisionRow, 'ledger_seq'>): number =>
  (wire.reviews ?? []).filter((review) => review.comment?.trimEnd().endsWith(mark(row)) === true).length

export const adaptToDidit = (row: DecisionRow): UpdateSessionStatus => {
  const steps = row.resubmit === null ? [] : Steps.parse(JSON.parse(row.resubmit))
  return {
    sessionId: row.session_id,
    newStatus: row.outcome,
    comment: diditComment(row),
    ...(steps.length > 0 ? { nodesToResubmit: steps.map(({ nodeId, feature }) => ({ nodeId, feature: stepName(feature) })) } : {}),
    ...(row.notify_email === null
      ? {}
      : { notify: { email: row.notify_email, ...(row.notify_language === null ? {} : { language: row.notify_language }) } }),
  }
}
