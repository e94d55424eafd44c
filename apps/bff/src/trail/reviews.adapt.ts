import type { TrailEntry } from '@verdict/contract/trail'
import type { Decision as DiditDecision } from '@verdict/didit/wire/decision'
import type { Review } from '@verdict/didit/wire/reviews'
import { ledgerSeqIn } from '../lib/ledger-mark.ts'
import { isRecord } from '../sessions/json-read.ts'
import { readable } from '../sessions/feature-names.ts'
import { withoutSecrets } from '../sessions/secret-fields.ts'
import { adaptStatus } from '../sessions/status.adapt.ts'

type Kind = TrailEntry['kind']

const said: ReadonlyMap<string, { kind: Kind; text: string }> = new Map(
  Object.entries({
    KYC_DATA_UPDATED: { kind: 'correction', text: 'corrected the data of the document' },
    POA_DATA_UPDATED: { kind: 'correction', text: 'corrected the proof of address' },
    KYB_DATA_UPDATED: { kind: 'correction', text: 'corrected the data of the company' },
    KYB_DOCUMENT_UPLOADED: { kind: 'other', text: 'uploaded a company document' },
    FILE_ADDED: { kind: 'other', text: 'added a file' },
    FILE_REMOVED: { kind: 'other', text: 'removed a file' },
    AML_ONGOING_MATCH: { kind: 'aml', text: 'found a new watch-list hit by ongoing monitoring' },
    AML_STATUS_UPDATED: { kind: 'aml', text: 'changed the watch-list status' },
    AML_HIT_STATUS_UPDATED: { kind: 'aml', text: 'judged a watch-list hit' },
    TAG_ADDED: { kind: 'other', text: 'added a tag' },
    TAG_REMOVED: { kind: 'other', text: 'removed a tag' },
  }),
)

const cleaned = (comment: string | null | undefined): string | null =>
  comment === null || comment === undefined || comment === '' ? null : withoutSecrets(comment)

/** Upstream takes notes with a status on them that changes nothing: without a status before there was no change. */
export const changesStatus = (review: Review): boolean =>
  (review.previous_status ?? null) !== null || (review.changed_fields ?? []).length > 0

function wordsOf(review: Review): { kind: Kind; text: string; outcome: string | null } {
  const type = review.activity_type ?? ''
  if (isRecord(review.metadata) && review.metadata['system_event'] === 'DETAIL_VIEWED') {
    return { kind: 'view', text: 'looked at the case in Didit’s console', outcome: null }
  }
  const known = said.get(type)
  if (known) return { ...known, outcome: null }
  const label = review.new_status ?? null
  if (type === 'STATUS_UPDATED' && changesStatus(review)) {
    const [now, before] = [adaptStatus(label ?? 'unknown'), adaptStatus(review.previous_status ?? 'unknown')]
    const kind = review.actor_type === 'SYSTEM' ? 'status' : 'decision'
    return { kind, text: `set the status to ${now}, was ${before}`, outcome: label === null ? null : now }
  }
  if (type === 'COMMENT' || type === 'STATUS_UPDATED') {
    const labelled = label === null ? 'wrote a note' : `wrote a note labelled ${adaptStatus(label)}; the status stayed`
    return { kind: 'note', text: labelled, outcome: null }
  }
  return { kind: 'other', text: readable(type === '' ? 'did something' : type).toLowerCase(), outcome: null }
}

/** One entry of Didit's own feed. */
export function adaptReview(review: Review, index: number): TrailEntry {
  const words = wordsOf(review)
  const comment = cleaned(review.comment)
  return {
    id: `didit-${review.uuid ?? index}`,
    source: 'didit',
    at: review.created_at ?? '',
    who: review.actor_display ?? review.actor_email ?? 'Unknown',
    person: words.kind !== 'view' && review.actor_type === 'CONSOLE_USER' && review.actor_display !== 'Unknown',
    comment,
    ledgerSeq: ledgerSeqIn(comment),
    ...words,
  }
}

/** The short reviews inside a decision, for companies, which have no feed. */
export function adaptShortReviews(decision: DiditDecision): TrailEntry[] {
  return (decision.reviews ?? []).map((review, index): TrailEntry => {
    const who = review.user ?? 'Unknown'
    const status = review.new_status ?? null
    // "Unknown" signs what came in as a note, with or without a status on it.
    const change = status !== null && who !== 'Unknown'
    const comment = cleaned(review.comment)
    return {
      id: `didit-short-${index}`,
      source: 'didit',
      at: review.created_at ?? '',
      kind: change ? 'decision' : 'note',
      who,
      person: who !== 'API Client' && who !== 'Unknown',
      text: change ? `set the status to ${adaptStatus(status)}` : 'wrote a note',
      comment,
      outcome: change ? adaptStatus(status) : null,
      ledgerSeq: ledgerSeqIn(comment),
    }
  })
}
