export interface NoteTables {
  notes: {
    id: string
    session_id: string
    text: string
    by_id: string
    by_name: string
    /** Epoch ms. */
    at: number
    ledger_seq: number
  }
}
