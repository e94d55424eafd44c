import type { RetentionPolicy } from '@verdict/contract/policy/retention'
import type { Ledger } from '../ledger/ledger.ts'
import type { Store } from '../store/open-store.ts'

const DAY_MS = 86_400_000

/** Lets go of what is kept of sessions that are gone at Didit, when its time is over; those on legal hold stay. */
export function makePurgeGone(deps: { store: Store; ledger: Ledger; clock: () => number; retention: () => Promise<RetentionPolicy> }) {
  const { store, ledger, clock, retention } = deps
  return async (): Promise<number> => {
    const { goneRowDays, legalHold } = await retention()
    const held = new Set(legalHold.map((id) => id.toLowerCase()))
    return store.transaction().execute(async (trx) => {
      const over = await trx
        .selectFrom('session_index_gone')
        .select('id')
        .where('gone_at', '<', clock() - goneRowDays * DAY_MS)
        .orderBy('gone_at')
        .limit(1_000 + held.size)
        .execute()
      const ids = over.map(({ id }) => id).filter((id) => !held.has(id))
      if (ids.length === 0) return 0
      await ledger.append(trx, { actor: 'verdict', action: 'index.purged', data: { sessions: ids.length, olderThanDays: goneRowDays } })
      await trx.deleteFrom('session_index_gone').where('id', 'in', ids).execute()
      return ids.length
    })
  }
}
export type PurgeGone = ReturnType<typeof makePurgeGone>
