export interface AmlLooksTable {
  session_id: string
  at: number
  by_id: string
  by_name: string
  /** JSON of `HitEntry[]`. */
  hits: string
}
