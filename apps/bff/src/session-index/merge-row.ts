import type { IndexDetails, IndexFacts } from './index-facts.ts'
import { markOf } from './index-facts.ts'
import { writeFeatures } from './index-row.ts'
import { searchTextOf } from './folded-text.ts'
import type { IndexTable } from './session-index.tables.ts'

/*
 * How what was just learnt and what stands in the index become one row. Pure: the row before, what was learnt and
 * when Didit said it. The newer word wins; details that may have been overtaken are shown until they were read again.
 */

const IN_REVIEW = 'In Review'
/** A row or details that are current without a list row to compare them with. */
const UNMARKED = ''
const MOST_NUMBERS = 8

const wantsOf = (row: Pick<IndexTable, 'status' | 'row_mark' | 'detail_mark'>): number =>
  row.detail_mark === row.row_mark ? 0 : row.status === IN_REVIEW ? 2 : 1

const textOfRow = (row: Omit<IndexTable, 'search_text'>): string =>
  searchTextOf([row.name, row.number, row.vendor_data, row.email, row.phone, row.numbers])

const finished = (row: IndexTable): IndexTable => ({ ...row, wants: wantsOf(row), search_text: textOfRow(row) })

/** Since when it is in review: as heard, or the last time it was seen elsewhere; null when it was never seen before. */
function reviewAt(before: IndexTable | undefined, status: string, heardAt?: number): number | null {
  if (status !== IN_REVIEW || !before) return null
  return before.status === IN_REVIEW ? before.review_at : (heardAt ?? before.as_of)
}

function numbersOf(before: IndexTable | undefined, told: readonly string[]): string | null {
  const kept = !before || before.detail_at === null ? [] : (before.numbers ?? '').split(' ').filter(Boolean)
  const all = [...new Set([...told.map((number) => number.replaceAll(/\s+/g, '')), ...kept])].slice(0, MOST_NUMBERS)
  return all.length > 0 ? all.join(' ') : null
}

function newRow(facts: IndexFacts, asOf: number): IndexTable {
  return {
    position: 0,
    id: facts.id,
    kind: facts.kind,
    number: facts.number,
    status: facts.status,
    name: facts.name,
    country: facts.country,
    document_type: facts.documentType,
    vendor_data: facts.vendorData,
    email: facts.email,
    phone: facts.phone,
    numbers: numbersOf(undefined, facts.numbers),
    workflow_id: facts.workflow?.id ?? null,
    workflow_label: facts.workflow?.label ?? null,
    created_at: facts.createdAt ?? asOf,
    review_at: null,
    features: writeFeatures(facts.features),
    has_portrait: facts.hasPortrait ? 1 : 0,
    warnings: null,
    warning_count: null,
    worst_severity: null,
    aml_hits: facts.amlHits,
    resubmissions: null,
    evidence_hash: null,
    search_text: '',
    row_mark: UNMARKED,
    detail_mark: null,
    as_of: asOf,
    detail_at: null,
    heard_at: 0,
    wants: 0,
    rank_at: 0,
    rank_policy: -1,
  }
}

/** A row of Didit's list. The row as it was when the list is older than what is known. */
export function mergeListed(before: IndexTable | undefined, facts: IndexFacts, asOf: number): IndexTable {
  const mark = markOf(facts)
  if (!before) return finished({ ...newRow(facts, asOf), row_mark: mark })
  if (asOf < before.as_of) return before
  const unmarked = before.row_mark === UNMARKED && before.detail_mark === UNMARKED && before.status === facts.status
  const read = before.detail_mark !== null && before.detail_mark === before.row_mark
  return finished({
    ...before,
    ...newRow(facts, asOf),
    position: before.position,
    created_at: before.created_at,
    numbers: numbersOf(before, facts.numbers),
    workflow_id: facts.workflow?.id ?? before.workflow_id,
    workflow_label: facts.workflow?.label ?? before.workflow_label,
    review_at: reviewAt(before, facts.status),
    features: writeFeatures(facts.features) ?? before.features,
    ...detailsOf(before),
    aml_hits: read ? before.aml_hits : (facts.amlHits ?? before.aml_hits),
    row_mark: mark,
    detail_mark: unmarked ? mark : before.detail_mark,
    heard_at: before.heard_at,
  })
}

type DetailColumns = Pick<IndexTable, 'warnings' | 'warning_count' | 'worst_severity' | 'resubmissions' | 'evidence_hash' | 'detail_at'>

const detailsOf = (row: IndexTable): DetailColumns => ({
  warnings: row.warnings,
  warning_count: row.warning_count,
  worst_severity: row.worst_severity,
  resubmissions: row.resubmissions,
  evidence_hash: row.evidence_hash,
  detail_at: row.detail_at,
})

/** A case that was read, whoever asked for it. */
export function mergeRead(before: IndexTable | undefined, facts: IndexFacts, details: IndexDetails, asOf: number): IndexTable {
  const row = before ?? newRow(facts, asOf)
  const overtaken = before !== undefined && (asOf < before.heard_at || asOf < before.as_of)
  if (overtaken && (before.detail_at ?? 0) >= asOf) return before
  const read: IndexTable = {
    ...row,
    warnings: JSON.stringify(details.warnings),
    warning_count: details.warningCount,
    worst_severity: details.warnings[0]?.severity ?? null,
    aml_hits: details.amlHits,
    resubmissions: details.resubmissions,
    evidence_hash: details.evidenceHash,
    features: row.features ?? writeFeatures(details.features),
    numbers: numbersOf(row, [...facts.numbers, ...(row.numbers ?? '').split(' ').filter(Boolean)]),
    workflow_id: facts.workflow?.id ?? row.workflow_id,
    detail_at: asOf,
  }
  if (overtaken) return finished(read)
  const moved = before !== undefined && before.status !== facts.status
  const mark = moved ? UNMARKED : row.row_mark
  return finished({
    ...read,
    status: facts.status,
    number: row.number ?? facts.number,
    name: facts.sure ? facts.name : (row.name ?? facts.name),
    country: facts.sure ? (facts.country ?? row.country) : (row.country ?? facts.country),
    vendor_data: facts.vendorData ?? row.vendor_data,
    email: row.email ?? facts.email,
    phone: row.phone ?? facts.phone,
    review_at: reviewAt(before, facts.status),
    row_mark: mark,
    detail_mark: mark,
    as_of: asOf,
  })
}

export interface Heard {
  status?: string | undefined
  workflowId?: string | undefined
  /** When it happened, epoch ms. */
  at: number
  /** True when nothing but the status can have changed: the details need no reading. */
  only?: boolean | undefined
}

/** Somebody said that it changed. An older word than what is known changes nothing but that it is looked at again. */
export function mergeHeard(before: IndexTable, { status, workflowId, at, only = false }: Heard): IndexTable {
  const current = status !== undefined && at >= before.as_of
  const moved = current && status !== before.status
  const read = only && before.detail_mark !== null && before.detail_mark === before.row_mark
  const mark = moved ? UNMARKED : before.row_mark
  return finished({
    ...before,
    ...(current ? { status, as_of: at, review_at: reviewAt(before, status, at) } : {}),
    workflow_id: workflowId ?? before.workflow_id,
    row_mark: mark,
    detail_mark: read ? mark : null,
    heard_at: Math.max(before.heard_at, at),
  })
}
