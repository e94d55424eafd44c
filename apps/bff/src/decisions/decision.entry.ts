import type { Outcome, ResubmitChoice, WarningDisposition } from '@verdict/contract/decision'
import type { JsonObject } from '@verdict/contract/json'
import type { Person } from '../lib/person.ts'

/** A decision as it is made, before it has an id and a place in the record. */
export interface NewDecision {
  by: Person
  sessionId: string
  session: { name: string | null; number: number | null }
  outcome: Outcome
  reasonCode: string
  comment: string
  evidenceHash: string
  dispositions: readonly WarningDisposition[]
  resubmit: readonly ResubmitChoice[]
  notify: { email: string; language: string } | undefined
  sendsAt: number
  seen: readonly string[]
  policyVersion: number
  reasonLabel: string
  /** What stands in Didit's comment for the reason when the applicant is written to. */
  toldLabel: string | null
  bulkId?: string
  /** Set when it must wait for another person. */
  second?: { approvalId: string; why: readonly string[] }
  /** Who agreed already, when it is opened to be sent. */
  agreed?: { by: { id: string; name: string }; why: readonly string[]; approvalId: string }
}

/** The address of the applicant stays out of the record, which nobody can delete from. */
export const intentOf = (entry: NewDecision): JsonObject => ({
  outcome: entry.outcome,
  reasonCode: entry.reasonCode,
  comment: entry.comment,
  evidenceHash: entry.evidenceHash,
  dispositions: entry.dispositions.map(({ warningId, answer, note }) => ({ warningId, answer, ...(note ? { note } : {}) })),
  resubmit: entry.resubmit.map(({ nodeId, feature }) => ({ nodeId, feature })),
  notify: entry.notify ? { language: entry.notify.language } : null,
  policyVersion: entry.policyVersion,
  ...(entry.seen.length > 0 ? { seen: [...entry.seen] } : {}),
  ...(entry.bulkId === undefined ? {} : { bulkId: entry.bulkId }),
  ...(entry.second ? { second: [...entry.second.why] } : {}),
  ...(entry.agreed ? { agreedBy: entry.agreed.by } : {}),
})

/** A new row without its id, its time and its place in the ledger. */
export const columnsOf = (entry: NewDecision) => ({
  session_id: entry.sessionId,
  session_name: entry.session.name,
  session_number: entry.session.number,
  outcome: entry.outcome,
  reason_code: entry.reasonCode,
  reason_label: entry.reasonLabel,
  told_label: entry.toldLabel,
  comment: entry.comment,
  evidence_hash: entry.evidenceHash,
  dispositions: JSON.stringify(entry.dispositions),
  resubmit: entry.resubmit.length > 0 ? JSON.stringify(entry.resubmit) : null,
  notify_email: entry.notify?.email ?? null,
  notify_language: entry.notify?.language ?? null,
  stage: entry.second ? ('awaiting_second' as const) : ('held' as const),
  version: 0,
  made_by_id: entry.by.id,
  made_by_name: entry.by.name,
  wake_at: entry.second ? null : entry.sendsAt,
  wrote_at: null,
  marks_before: 0,
  tries: 0,
  ended_at: null,
  problem: null,
  changes: '[]',
  worker_id: null,
  policy_version: entry.policyVersion,
  approval_id: entry.second?.approvalId ?? entry.agreed?.approvalId ?? null,
  second_why: JSON.stringify(entry.second?.why ?? entry.agreed?.why ?? []),
  second_by_id: entry.agreed?.by.id ?? null,
  second_by_name: entry.agreed?.by.name ?? null,
  bulk_id: entry.bulkId ?? null,
})
