export interface SessionTables {
  /** What lists show of cases that were read before. Can be filled again at any time. */
  session_summaries: {
    session_id: string
    /** JSON: the worst three. */
    warnings: string
    warning_count: number
    aml_hits: number
    resubmissions: number
    /** JSON: checks at a glance. */
    features: string
    evidence_hash: string
    /** How the list row looked when this was read; null until a list row was seen, empty when overtaken. */
    row_mark: string | null
    /** Epoch ms. */
    as_of: number
  }
}
