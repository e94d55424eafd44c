export interface LedgerTables {
  ledger_entries: {
    seq: number
    at: number
    actor_id: string | null
    who: string
    action: string
    session_id: string | null
    ref: number | null
    /** RFC 8785 text of the entry: the bytes that `hash` is the leaf hash of. */
    body: string
    hash: string
  }
}
