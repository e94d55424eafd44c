export interface SavedViewsTable {
  id: string
  name: string
  /** JSON: the page's address. */
  search: string
  /** 1: the whole team has it. */
  shared: number
  by_id: string
  by_name: string
  made_at: number
}
