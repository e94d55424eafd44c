import type { SessionRow as WireRow } from '@verdict/didit/wire/session-list'
import { byCreation } from '../lib/by-creation.ts'
import type { Mark } from './list-mark.ts'
import type { Sequence } from './session-sequence.ts'

export interface Found {
  row: WireRow
  mark: Mark
}

const MAX_HOPS = 12

const markOf = (row: WireRow, position: number): Mark => ({ position, id: row.session_id, at: row.created_at ?? '' })

interface Input {
  sequence: Sequence
  /** Last row that was read, or null at the beginning. */
  after: Mark | null
  size: number
}

/**
 * The rows behind a mark, each once even when sessions have come or gone since: the page is read with the marked row
 * in front, and where that row is not found there, it is looked for in the direction in which it must have moved.
 */
export async function readAfter({ sequence, after, size }: Input): Promise<{ found: Found[]; more: boolean }> {
  if (!after) {
    const { rows, more } = await sequence.read(0, size)
    return { found: rows.map((row, index) => ({ row, mark: markOf(row, index) })), more }
  }
  const isPast = (row: WireRow, mark: Mark) => byCreation(row.created_at ?? '', mark.at) < 0
  let start = after.position
  const found: Found[] = []
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    const { rows, more } = await sequence.read(start, size + 1)
    const last = found.at(-1)?.mark ?? after
    const marked = rows.findIndex((row) => row.session_id === last.id)
    const firstPast = rows.findIndex((row) => isPast(row, last))
    const lostBehind = hop < MAX_HOPS - 1 && start > 0 && found.length === 0 && marked < 0 && (rows.length === 0 || firstPast === 0)
    if (lostBehind) {
      start = Math.max(0, start - size)
      continue
    }
    const from = marked >= 0 ? marked + 1 : firstPast
    if (from >= 0) {
      const at = start
      found.push(...rows.slice(from).map((row, index) => ({ row, mark: markOf(row, at + from + index) })))
    }
    if (found.length >= size || !more || rows.length === 0) return { found: found.slice(0, size), more: more || found.length > size }
    start += rows.length
  }
  return { found, more: false }
}
