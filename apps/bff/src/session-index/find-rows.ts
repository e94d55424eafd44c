import type { Count } from '@verdict/contract/session'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Store } from '../store/open-store.ts'
import type { IndexFilter, Stretch } from './index-filter.ts'
import { positionAt } from './index-position.ts'
import { always, planRows, type Known } from './plan-rows.ts'
import { listedColumns, type ListedRow } from './session-index.tables.ts'

const DAY_MS = 86_400_000

function boundsOf(
  filter: IndexFilter,
  { order, after }: Pick<Stretch, 'order' | 'after'>,
  position: RawBuilder<number>,
): RawBuilder<boolean>[] {
  const bounds: RawBuilder<boolean>[] = []
  if (filter.from) bounds.push(sql<boolean>`${position} >= ${positionAt(Date.parse(filter.from))}`)
  if (filter.to) bounds.push(sql<boolean>`${position} < ${positionAt(Date.parse(filter.to) + DAY_MS)}`)
  if (after !== undefined) bounds.push(order === 'newest' ? sql<boolean>`${position} < ${after}` : sql<boolean>`${position} > ${after}`)
  return bounds
}

/** The statement of a page, each row once. */
function selecting(store: Store, filter: IndexFilter, stretch: Stretch, known: Known, columns: RawBuilder<unknown>) {
  const { from, position, where, branches, overlap } = planRows(store, filter, stretch, known)
  const bounds = boundsOf(filter, stretch, position)
  const direction = stretch.order === 'newest' ? sql`desc` : sql`asc`
  const selects = branches.map(
    (branch) => sql`select * from (select ${columns} from ${from} where ${sql.join([branch, ...where, ...bounds], sql` and `)}
      order by ${position} ${direction} limit ${stretch.limit}) part`,
  )
  const [only] = selects
  if (only && selects.length === 1) return only
  const union = overlap ? sql` union ` : sql` union all `
  return sql`select * from (${sql.join(selects, union)}) parts order by position ${direction} limit ${stretch.limit}`
}

/** For `select`: what lists show of `s`. Written once: a statement is put together anew for each page. */
export const listed = sql.raw(listedColumns.map((column) => `s.${column}`).join(', '))

/** Rows in order, at most `limit`. */
export async function findRows(store: Store, filter: IndexFilter, stretch: Stretch, known: Known): Promise<ListedRow[]> {
  const statement = selecting(store, filter, stretch, known, listed)
  const { rows } = await sql<ListedRow>`${statement}`.execute(store)
  return rows
}

/** Looking at more rows than these only to count them takes longer than the page itself. */
const MOST_LOOKED_AT = 4_000

/** How many rows fit, counted up to `most`; not exact where that would mean to look at too many. */
export async function countRows(store: Store, filter: IndexFilter, most: number, known: Known): Promise<Count> {
  const stretch: Stretch = { order: 'newest', limit: most }
  const { from, position, where, branches, overlap } = planRows(store, filter, stretch, known)
  const bounds = boundsOf(filter, stretch, position)
  const candidates = (columns: RawBuilder<unknown>, page: RawBuilder<unknown>) =>
    sql.join(
      branches.map(
        (branch) => sql`select * from (select ${columns} from ${from} where ${sql.join([branch, ...bounds], sql` and `)} ${page}) part`,
      ),
      overlap ? sql` union ` : sql` union all `,
    )
  const looked = candidates(
    sql`s.position, case when ${sql.join([always, ...where], sql` and `)} then 1 else 0 end as fits`,
    sql`limit ${MOST_LOOKED_AT}`,
  )
  const count = async (rowsOf: RawBuilder<unknown>) =>
    (await sql<{ n: number }>`select count(*) as n from (${rowsOf}) counted`.execute(store)).rows[0]?.n ?? 0
  const n = await count(sql`select 1 from (${looked}) looked where fits = 1 limit ${most}`)
  if (n === most) return { value: most, exact: false }
  return { value: n, exact: (await count(candidates(sql`s.position`, sql`limit 1 offset ${MOST_LOOKED_AT}`))) === 0 }
}
