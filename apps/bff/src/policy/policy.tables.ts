export interface PolicyTables {
  /** One row per version; never changed. `body` is the policy as JSON, times are epoch ms. */
  policies: { version: number; body: string; by_id: string; by_name: string; made_at: number; note: string }
}
