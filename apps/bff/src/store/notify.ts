import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** PostgreSQL takes 8000 bytes at most: tell where to look, not what there is to see. */
const MOST_BYTES = 7999

const channelName = /^[a-z][a-z_]{0,40}$/

export const checkChannel = (channel: string): string => {
  if (!channelName.test(channel)) throw new Error(`${channel} is no channel: lower-case letters and _`)
  return channel
}

/**
 * Tells every listener of every process, this one included, once the transaction has committed; nobody if it does not.
 * Both stores know `pg_notify`. Delivery is at most once: whoever must not miss anything also keeps it in a table.
 */
export const notify = async (db: Transaction<Database> | Kysely<Database>, channel: string, payload: string): Promise<void> => {
  if (Buffer.byteLength(payload) > MOST_BYTES) throw new Error(`a notice on ${channel} has more than ${MOST_BYTES} bytes`)
  await sql`select pg_notify(${checkChannel(channel)}, ${payload})`.execute(db)
}
