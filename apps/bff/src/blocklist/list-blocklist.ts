import type { BlocklistPage, BlocklistQuery } from '@verdict/contract/blocklist'
import { DiditRefusedError, nextOffset, type Didit } from '@verdict/didit'
import { iso } from '../lib/time.ts'
import { adaptBlocklistEntry } from './blocklist.adapt.ts'
import { blocklistMissing } from './blocklist.errors.ts'
import type { BlocklistReasons } from './blocklist.repository.ts'

/** One page of what is blocked from sessions, newest first, with who did it and why where it was done here. */
export const makeListBlocklist = (deps: {
  didit: Pick<Didit, 'blocklist'>
  reasons: Pick<BlocklistReasons, 'of'>
  clock: () => number
}) => {
  const { didit, reasons, clock } = deps
  return async ({ item, limit, offset }: BlocklistQuery): Promise<BlocklistPage> => {
    const page = await didit.blocklist.list({ itemType: item, limit, offset }, { lane: 'person' }).catch((error: unknown) => {
      throw error instanceof DiditRefusedError && error.reason === 'not-found' ? blocklistMissing(error) : error
    })
    const entries = page.results.flatMap((wire) => adaptBlocklistEntry(wire) ?? [])
    const ours = await reasons.of([...new Set(entries.map(({ sessionId }) => sessionId))])
    const known = new Map(ours.map((row) => [`${row.session_id} ${row.item}`, row]))
    return {
      entries: entries.map((entry) => {
        const row = known.get(`${entry.sessionId} ${entry.item}`)
        return row ? { ...entry, by: row.by_name, reason: row.reason } : entry
      }),
      count: page.count ?? entries.length,
      nextOffset: nextOffset(page) ?? null,
      asOf: iso(clock()),
    }
  }
}
export type ListBlocklist = ReturnType<typeof makeListBlocklist>
