import type { Json } from '../world/types.ts'

export interface JournalEntry {
  /** Counts from 1 and never repeats. */
  seq: number
  /** ISO instant. */
  at: string
  method: string
  path: string
  query: string
  body: Json
  /** Status that left the house; 0 when the connection was dropped. */
  status: number
  /** Last characters of the key that was sent, to tell the applications apart. */
  key: string | null
}

const KEPT = 50_000

/** Every `/v3` call in the order in which it arrived, bounded. */
export class Journal {
  #entries: JournalEntry[] = []
  #seq = 0

  /** Opens an entry at arrival; its status is filled in when the answer leaves. */
  open(entry: Omit<JournalEntry, 'seq' | 'status'>): JournalEntry {
    this.#seq += 1
    const made = { seq: this.#seq, ...entry, status: 0 }
    this.#entries.push(made)
    if (this.#entries.length > KEPT * 1.1) this.#entries = this.#entries.slice(-KEPT)
    return made
  }

  since(seq: number): JournalEntry[] {
    return this.#entries.filter((entry) => entry.seq > seq).slice(-KEPT)
  }

  /** Entries from an ISO instant on. */
  from(at: string): JournalEntry[] {
    return this.#entries.filter((entry) => entry.at >= at).slice(-KEPT)
  }

  clear(): void {
    this.#entries = []
  }
}
