export interface AmlRationalesTable {
  id: string
  session_id: string
  node_id: string | null
  hit_id: string
  status: string
  rationale: string
  by_id: string
  by_name: string
  at: number
  ledger_seq: number
}
