import type { Kysely, RawBuilder, Transaction } from 'kysely'
import { sql } from 'kysely'
import { kindOf } from '../store/store-kind.ts'
import type { Database } from '../store/schema.ts'
import { lettersOf, type Sought } from './folded-text.ts'

/*
 * The one place where the two databases search differently. SQLite keeps a trigram index beside the table, keyed by
 * the position, that answers in the order of positions; PostgreSQL indexes the folded text itself.
 * `session_index_text` holds nothing that the table does not: whoever copies the table fills it by `rebuildTextSearch`.
 */

export interface TextRow {
  position: number
  search_text: string
}

const PER_STATEMENT = 200

/** Call after rows came or their text changed. */
export async function writeTexts(trx: Transaction<Database>, rows: readonly TextRow[]): Promise<void> {
  if (kindOf(trx) !== 'sqlite') return
  for (let from = 0; from < rows.length; from += PER_STATEMENT) {
    const values = rows.slice(from, from + PER_STATEMENT).map((row) => sql`(${row.position}, ${row.search_text})`)
    await sql`insert or replace into session_index_text (rowid, search_text) values ${sql.join(values)}`.execute(trx)
  }
}

/** Call before rows go. */
export async function removeTexts(trx: Transaction<Database>, positions: readonly number[]): Promise<void> {
  if (kindOf(trx) !== 'sqlite') return
  for (const position of positions) await sql`delete from session_index_text where rowid = ${position}`.execute(trx)
}

/** After `session_index` was filled from elsewhere. */
export async function rebuildTextSearch(trx: Transaction<Database>): Promise<void> {
  if (kindOf(trx) !== 'sqlite') return
  await sql`delete from session_index_text`.execute(trx)
  await sql`insert into session_index_text (rowid, search_text) select position, search_text from session_index`.execute(trx)
}

export interface TextSource {
  /** For `from`: the table as `s`, and what stands before it. */
  from: RawBuilder<unknown>
  where: RawBuilder<boolean>
  /** The comparison alone, for rows that are found otherwise. */
  holds: RawBuilder<boolean>
  /** The position by which SQLite streams what it found. */
  position: RawBuilder<number>
  /** True when fewer than so many rows can hold it; PostgreSQL knows by itself what to do then. */
  isRare: (fewer: number) => Promise<boolean>
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

function trigramsOf(part: string): string[] {
  const letters = lettersOf(part)
  return letters.slice(0, -2).map((_, index) => quoted(letters.slice(index, index + 3).join('')))
}

/** Rows that hold what is sought. The trigrams find candidates, the comparison decides. */
export function textSource(store: Kysely<Database>, sought: Sought): TextSource {
  const like = (part: string) => sql<boolean>`s.search_text like ${`%${part.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`} escape '\\'`
  const groups = sought.map((parts) => sql<boolean>`(${sql.join(parts.map(like), sql` and `)})`)
  const holds = sql<boolean>`(${sql.join(groups, sql` or `)})`
  if (kindOf(store) !== 'sqlite') {
    return { from: sql`session_index s`, where: holds, holds, position: sql<number>`s.position`, isRare: async () => false }
  }
  const match = sought.map((parts) => `(${parts.flatMap(trigramsOf).join(' AND ')})`).join(' OR ')
  return {
    from: sql`session_index_text t cross join session_index s on s.position = t.rowid`,
    where: sql<boolean>`session_index_text match ${match} and ${holds}`,
    holds,
    position: sql<number>`t.rowid`,
    isRare: async (fewer) => {
      const { rows } = await sql<{ rowid: number }>`select rowid from session_index_text where session_index_text match ${match}
        limit 1 offset ${fewer}`.execute(store)
      return rows.length === 0
    },
  }
}
