import type { BlocklistItem } from '@verdict/contract/case'

export interface BlocklistReasonsTable {
  session_id: string
  item: BlocklistItem
  reason: string
  by_id: string
  by_name: string
  at: number
  ledger_seq: number
}
