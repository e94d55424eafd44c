import type { LedgerPage, LedgerQuery, LedgerRow } from '@verdict/contract/record'
import { LedgerEntry } from '@verdict/ledger'
import { sql } from 'kysely'
import type { Store } from '../store/open-store.ts'

/** Entries that this reader must not know yet, by their seq. */
export type Withheld = ReadonlySet<number>
export type ReadLedger = (query: LedgerQuery, withheld?: Withheld) => Promise<LedgerPage>

/** A page of the record, newest first. `count` is of everything that the filters let through. */
export function makeReadLedger({ store }: { store: Store }): ReadLedger {
  return async ({ session, action, who, before, limit }, withheld = new Set()) => {
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
    const entries = rows
      .slice(0, limit)
      .map(present)
      .map((row) => (withheld.has(row.seq) ? sealed(row) : row))
    return { entries, count, nextBefore: rows.length > limit ? (entries.at(-1)?.seq ?? null) : null }
  }
}

/** What people type are no patterns. */
const escaped = (text: string) => text.replaceAll(/[%_\\]/g, String.raw`\$&`)

const like = (column: 'action' | 'who', pattern: string) => sql<boolean>`lower(${sql.ref(column)}) like lower(${pattern}) escape '\\'`

/** Neither the words nor the hash, from which a short choice could be guessed. The record itself is as it was. */
const sealed = (row: LedgerRow): LedgerRow => ({
  ...row,
  who: 'Withheld',
  roles: [],
  reason: null,
  outcome: null,
  data: { withheld: true },
  hash: '',
})

function present({ who, body, hash }: { who: string; body: string; hash: string }): LedgerRow {
  const entry = LedgerEntry.parse(JSON.parse(body))
  const { seq, at, actor, action, sessionId, reason, outcome, ref, data } = entry
  return { seq, at, who, roles: 'roles' in actor ? actor.roles : [], action, sessionId, reason, outcome, ref, data, hash }
}
