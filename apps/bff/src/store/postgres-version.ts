import { sql } from 'kysely'
import type { Store } from './open-store.ts'
import { kindOf } from './store-kind.ts'

export const LEAST_POSTGRES = 15

/** `versionNumber` as PostgreSQL tells it: 150004 is 15.4. Throws what to do about one that is too old. */
export function refuseOldPostgres(versionNumber: number): void {
  const major = Math.floor(versionNumber / 10_000)
  if (major >= LEAST_POSTGRES) return
  throw new Error(
    `It is PostgreSQL ${major}; Verdict needs ${LEAST_POSTGRES} or newer. Update the server, or set DATABASE_URL to a newer one.`,
  )
}

/** Asked before anything is made in it. */
export async function checkPostgres(store: Store): Promise<void> {
  if (kindOf(store) !== 'postgres') return
  const { rows } = await sql<{ version: string }>`select current_setting('server_version_num') as version`.execute(store)
  refuseOldPostgres(Number(rows[0]?.version))
}
