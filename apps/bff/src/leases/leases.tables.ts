/** Times are epoch milliseconds. A row whose `until` is over counts as none. */
export interface LeaseTables {
  leases: {
    session_id: string
    holder_id: string
    holder_name: string
    since: number
    until: number
    taken_from_id: string | null
    taken_from_name: string | null
    note: string | null
  }
  /** Tabs that have a case open, readers' too. */
  presence: {
    session_id: string
    tab: string
    person_id: string
    person_name: string
    since: number
    until: number
  }
}
