export interface SharesTable {
  id: string
  session_id: string
  session_name: string | null
  session_number: number | null
  application_id: string
  purpose: string
  /** Start of the token's SHA-256, so that a leaked token can be told to be this one. */
  token_digest: string
  by_id: string
  by_name: string
  made_at: number
  expires_at: number
  ledger_seq: number
}
