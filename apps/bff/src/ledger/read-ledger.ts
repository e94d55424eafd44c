import type { LedgerPage, LedgerQuery, LedgerRow } from '@verdict/contract/record'
import { LedgerEntry } from '@verdict/ledger'
import { sql } from 'kysely'
import type { Store } from '../store/open-store.ts'

export type ReadLedger = (query: LedgerQuery) => Promise<LedgerPage>

/** A page of the record, newest first. `count` is of everything that the filters let through. */
export function makeReadLedger({ store }: { store: Store }): ReadLedger {
  return async ({ session, action, who, before, limit }) => {
    let found = store.selectFrom('ledger_entries')
    if (session !== undefined) found = found.where('session_id', '=', session.toLowerCase())
    if (action !== undefined) found = found.where(like('action', `${escaped(action)}%`))
    if (who !== undefined) found = found.where(like('who', `%${escaped(who)}%`))
    const { count } = await found.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    const page = before === undefined ? found : found.where('seq', '<', before)
    const rows = await page
      .select(['who', 'body', 'hash'])
      .orderBy('seq', 'desc')
      .limit(limit + 1)
      .execute()
    const entries = rows.slice(0, limit).map(present)
    return { entries, count, nextBefore: rows.length > limit ? (entries.at(-1)?.seq ?? null) : null }
  }
}

/** What people type are no patterns. */
const escaped = (text: string) => text.replaceAll(/[%_\\]/g, String.raw`\$&`)

const like = (column: 'action' | 'who', pattern: string) => sql<boolean>`lower(${sql.ref(column)}) like lower(${pattern}) escape '\\'`

function present({ who, body, hash }: { who: string; body: string; hash: string }): LedgerRow {
  const entry = LedgerEntry.parse(JSON.parse(body))
  const { seq, at, actor, action, sessionId, reason, outcome, ref, data } = entry
  return { seq, at, who, roles: 'roles' in actor ? actor.roles : [], action, sessionId, reason, outcome, ref, data, hash }
}
