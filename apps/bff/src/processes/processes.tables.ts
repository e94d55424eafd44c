/** Times are epoch milliseconds by the clock of the process that wrote them. */
export interface ProcessTables {
  processes: {
    id: string
    host: string
    pid: number
    version: string
    /** A hash of AUTH_SECRET: bffs with different ones would sign each other's people out. */
    secret_mark: string
    started_at: number
    /** Its lease: after this it sends nothing. */
    alive_until: number
  }
  /** What was recorded as intended and has no end yet, and the process that sees to it. */
  intents_under_way: { seq: number; process_id: string }
  /** What holds for the whole store, such as whether it is the demo's. */
  store_facts: { name: string; value: string }
}
