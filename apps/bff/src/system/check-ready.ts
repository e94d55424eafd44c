import type { Connection } from '@verdict/contract/connection'
import { sql } from 'kysely'
import type { Store } from '../store/open-store.ts'

export interface Readiness {
  ready: boolean
  store: 'writable' | 'failing'
  /** Reported, not required: without Didit people can still read and draft. */
  upstream: 'answers' | 'down' | 'unknown'
}

/** Ready means: what somebody does now can be kept. */
export function makeCheckReady({ store, readConnection }: { store: Store; readConnection: () => Connection }): () => Promise<Readiness> {
  return async () => {
    const { answers, asOf } = readConnection()
    const upstream = !answers ? 'down' : asOf === null ? 'unknown' : 'answers'
    try {
      await store.transaction().execute(async (trx) => {
        await sql`update schema_migrations set applied_at = applied_at where id = '001-people'`.execute(trx)
      })
      return { ready: true, store: 'writable', upstream }
    } catch {
      return { ready: false, store: 'failing', upstream }
    }
  }
}
