import type { Store } from '../store/open-store.ts'

const NAME = 'keeper'
const LEASE_MS = 60_000

export interface KeeperLease {
  /** True when this process is the one that reads the lists; renews. */
  hold(): Promise<boolean>
  release(): Promise<void>
}

/** Of several bffs on one database, one reads Didit's lists; when it dies, another takes over within a minute. */
export function makeKeeperLease({ store, clock, owner }: { store: Store; clock: () => number; owner: string }): KeeperLease {
  let until = 0
  return {
    hold: async () => {
      const now = clock()
      if (until - now > LEASE_MS / 2) return true
      const row = { owner, until: now + LEASE_MS }
      const { numInsertedOrUpdatedRows = 0n } = await store
        .insertInto('session_index_keeper')
        .values({ name: NAME, ...row })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet(row)
            .where((held) => held.or([held('session_index_keeper.owner', '=', owner), held('session_index_keeper.until', '<', now)])),
        )
        .executeTakeFirstOrThrow()
      until = numInsertedOrUpdatedRows > 0n ? row.until : 0
      return until > 0
    },
    release: async () => {
      until = 0
      await store.deleteFrom('session_index_keeper').where('name', '=', NAME).where('owner', '=', owner).execute()
    },
  }
}
