/** Decisions as they were read, sealed; for the time when Didit does not answer. Can be lost without harm. */
export interface KeptDecisionsTable {
  session_id: string
  evidence_hash: string
  /** Epoch ms: when Didit was asked. */
  fetched_at: number
  /** Names the key that sealed it. */
  key_id: string
  /** Base64: initialisation vector, tag, sealed and deflated JSON. */
  body: string
}
