/** All times are epoch ms. Everything in here can be filled again from Didit. */
export interface SessionIndexTables {
  session_index: {
    /** Time of creation and a few bits to tell equal times apart: the one order of all lists, and their cursor. */
    position: number
    id: string
    kind: 'user' | 'business'
    number: number | null
    status: string
    name: string | null
    country: string | null
    document_type: string | null
    vendor_data: string | null
    email: string | null
    phone: string | null
    /** Document, personal and registry numbers, for searching only. */
    numbers: string | null
    /** Lists of people do not tell it: null until the case was read or heard of. */
    workflow_id: string | null
    workflow_label: string | null
    created_at: number
    /** Since when it is in review, where that is known; null otherwise. */
    review_at: number | null
    /** JSON: `[kind, upstream's word, status]` of each check; null when not known. */
    features: string | null
    has_portrait: number
    /** JSON: the worst three; null until the case was read. */
    warnings: string | null
    warning_count: number | null
    worst_severity: string | null
    aml_hits: number | null
    resubmissions: number | null
    evidence_hash: string | null
    /** What is searched: folded, with a space at either end. */
    search_text: string
    /** How the list row looked; empty when it was overtaken since. */
    row_mark: string
    /** The mark that the details belong to; null when they must be read (again). */
    detail_mark: string | null
    /** When Didit said what stands here. */
    as_of: number
    /** When the details were read. */
    detail_at: number | null
    /** When something about it was last heard: what was read before does not count as its details. */
    heard_at: number
    /** Details to be read: 2 in review, 1 otherwise, 0 none. */
    wants: number
    /** When it is due in the queue, by this version of the policy. Means nothing unless it is in review. */
    rank_at: number
    rank_policy: number
  }
  session_index_warnings: { code: string; position: number }
  /** How many sessions there are of each combination; empty text where a value is not known. */
  session_index_counts: { kind: string; status: string; country: string; workflow_id: string; n: number }
  /** How many wait in review; `watched` and `returned` are 0 or 1, empty text where a value is not known. */
  session_index_waiting_counts: { kind: string; country: string; workflow_id: string; watched: number; returned: number; n: number }
  /** Rows of sessions that are gone at Didit, as JSON, until the policy lets them go. No list shows them. */
  session_index_gone: { id: string; body: string; gone_at: number }
  /** Which of several bffs reads Didit's lists, and how long it has said so. */
  session_index_keeper: { name: string; owner: string; until: number }
  /** Where the reading of lists stands: JSON by name. */
  session_index_state: { name: string; value: string }
}

export type IndexTable = SessionIndexTables['session_index']

/** What lists show and order by; the rest of a row is for keeping it true and for searching. */
export const listedColumns = [
  'position',
  'id',
  'kind',
  'number',
  'status',
  'name',
  'country',
  'document_type',
  'vendor_data',
  'email',
  'phone',
  'workflow_id',
  'workflow_label',
  'created_at',
  'review_at',
  'has_portrait',
  'features',
  'warnings',
  'warning_count',
  'worst_severity',
  'aml_hits',
  'resubmissions',
  'as_of',
  'wants',
  'rank_at',
] as const satisfies readonly (keyof IndexTable)[]
export type ListedRow = Pick<IndexTable, (typeof listedColumns)[number]>
