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
  /** What finds candidates. */
  leads: RawBuilder<boolean>
  /** The comparison, for each of them or for rows that are found otherwise. */
  holds: RawBuilder<boolean>
  /** The position by which SQLite streams what it found, and which keeps PostgreSQL from walking all rows instead. */
  position: RawBuilder<number>
  /** True when rows come in their order as they are found; else all that hold it are found first. */
  streams: boolean
}

/** More pieces than these find hardly fewer candidates; of several words each brings some. */
const OF_ONE_WORD = 4
const PER_WORD = 2
/** A piece that is so many times as common as the rarest costs more than it spares. */
const TOO_COMMON = 8
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** The pieces by which the index is asked: the rarest, where it is known how common they are. */
function trigramsOf(parts: readonly string[], commonness: ((text: string) => number) | undefined): string[] {
  const words = parts.map((part) => {
    const letters = lettersOf(part)
    return [...new Set(letters.slice(0, -2).map((_, index) => letters.slice(index, index + 3).join('')))]
  })
  if (!commonness) return [...new Set(words.flat())]
  const most = words.length === 1 ? OF_ONE_WORD : PER_WORD
  const rare = words.flatMap((word) => {
    const known = word.map((text) => ({ text, n: commonness(text) })).toSorted((a, b) => a.n - b.n)
    return known.slice(0, most)
  })
  const least = Math.min(...rare.map(({ n }) => n))
  return [...new Set(rare.filter(({ n }) => n <= (least + 1) * TOO_COMMON).map(({ text }) => text))]
}

/** PostgreSQL walks its index for every piece of what it is given, so it is given the two rarest words. */
function rarestOf(parts: readonly string[], commonness: ((text: string) => number) | undefined): string[] {
  const known = parts.map((text) => ({ text, n: commonness?.(text) ?? 0 })).toSorted((a, b) => a.n - b.n || b.text.length - a.text.length)
  return known.slice(0, 2).map(({ text }) => text)
}

/** Rows that hold what is sought. The trigrams find candidates, the comparison decides. */
export function textSource(store: Kysely<Database>, sought: Sought, commonness?: (text: string) => number): TextSource {
  const isSqlite = kindOf(store) === 'sqlite'
  const likes = (column: RawBuilder<unknown>, some = (parts: readonly string[]) => parts) => {
    const like = (part: string) => sql<boolean>`${column} like ${`%${part.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`} escape '\\'`
    const groups = sought.map((parts) => sql<boolean>`(${sql.join(some(parts).map(like), sql` and `)})`)
    return sql<boolean>`(${sql.join(groups, sql` or `)})`
  }
  if (!isSqlite) {
    return {
      from: sql`session_index s`,
      leads: likes(sql`s.search_text`, (parts) => rarestOf(parts, commonness)),
      // Wrapped, a column does not draw PostgreSQL to its index.
      holds: likes(sql`(s.search_text || '')`),
      position: sql<number>`(s.position + 0)`,
      streams: false,
    }
  }
  const holds = likes(sql`s.search_text`)
  const match = sought.map((parts) => `(${trigramsOf(parts, commonness).map(quoted).join(' AND ')})`).join(' OR ')
  return {
    from: sql`session_index_text t cross join session_index s on s.position = t.rowid`,
    leads: sql<boolean>`session_index_text match ${match}`,
    holds,
    position: sql<number>`t.rowid`,
    streams: true,
  }
}
