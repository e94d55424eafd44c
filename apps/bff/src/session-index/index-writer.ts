import type { Transaction } from 'kysely'
import pLimit from 'p-limit'
import type { Store } from '../store/open-store.ts'
import type { Database } from '../store/schema.ts'
import type { IndexDetails, IndexFacts } from './index-facts.ts'
import { freePosition, wishedPosition } from './index-position.ts'
import { mergeHeard, mergeListed, mergeRead, type Heard } from './merge-row.ts'
import type { IndexTable } from './session-index.tables.ts'
import { removeTexts, writeTexts } from './text-search.ts'
import { writeCounts } from './write-counts.ts'

/** What a change of the index was, for whoever shows it. */
export interface IndexChange {
  sessionId: string
  /** Null: it was not there before, or is no more. */
  before: string | null
  after: string | null
}

const PER_STATEMENT = 200
const NEIGHBOURHOOD = 65_536

/** Where rows stand in the queue, by the rules that hold now. */
export type Ranking = () => Promise<(row: IndexTable) => Pick<IndexTable, 'rank_at' | 'rank_policy'>>

type Merge = (before: IndexTable | undefined) => IndexTable | undefined

/**
 * The only writer of the index: rows, their texts, warnings and counters change in one transaction. One after the
 * other, so that of two things learnt in one order the later one is also merged later.
 */
export function makeIndexWriter(deps: {
  store: Store
  clock: () => number
  ranking: Ranking
  /** `heard`: something happened, and no list was read. */
  onChange: (changes: readonly IndexChange[], heard?: boolean) => void
}) {
  const { store, clock, ranking, onChange } = deps
  const inTurn = pLimit(1)

  const mutate = async (merges: ReadonlyMap<string, Merge>, codes: ReadonlyMap<string, readonly string[]> = new Map(), heard = false) =>
    inTurn(async () => {
      const rank = await ranking()
      const changes = await store.transaction().execute(async (trx) => {
        const known = await rowsById(trx, [...merges.keys()])
        const next: { before: IndexTable | undefined; after: IndexTable }[] = []
        for (const [id, merge] of merges) {
          const before = known.get(id)
          const after = merge(before)
          if (after) next.push({ before, after: { ...after, ...rank(after) } })
        }
        await place(trx, next)
        await write(trx, next)
        await writeCodes(trx, next, codes)
        return next.map(({ before, after }) => ({ sessionId: after.id, before, after }))
      })
      const told = changes
        .filter(({ before, after }) => !before || differs(before, after))
        .map(({ sessionId, before, after }) => ({ sessionId, before: before?.status ?? null, after: after.status }))
      if (told.length > 0) onChange(told, heard)
      return told
    })

  return {
    listed: async (facts: readonly IndexFacts[], asOf: number) =>
      mutate(new Map(facts.map((one) => [one.id, (before) => mergeListed(before, one, asOf)]))),
    read: async (facts: IndexFacts, details: IndexDetails, asOf: number) =>
      mutate(new Map([[facts.id, (before) => mergeRead(before, facts, details, asOf)]]), new Map([[facts.id, details.warningCodes]])),
    /**
     * Answers which sessions must be looked up: they are not known, or what was said is older than what is known and
     * contradicts it. Of one session what was said last stands last.
     */
    heard: async (all: readonly { sessionId: string; heard: Heard }[]): Promise<string[]> => {
      const doubtful = new Set<string>()
      const said = Map.groupBy(all, ({ sessionId }) => sessionId)
      const mergeOf =
        (sessionId: string, news: readonly { heard: Heard }[]): Merge =>
        (before) =>
          news.reduce((row, { heard }) => {
            if (!row || !isCertain(row, heard)) doubtful.add(sessionId)
            return row && mergeHeard(row, heard)
          }, before)
      const merges = new Map([...said].map(([sessionId, news]) => [sessionId, mergeOf(sessionId, news)]))
      if (merges.size > 0) await mutate(merges, new Map(), true)
      return [...doubtful]
    },
    /** They are no longer at Didit: neither are they here. */
    remove: async (sessionIds: readonly string[]): Promise<void> =>
      inTurn(async () => {
        const gone = await store.transaction().execute(async (trx) => {
          const rows = [...(await rowsById(trx, sessionIds)).values()]
          const positions = rows.map(({ position }) => position)
          if (rows.length === 0) return []
          await keepGone(trx, rows, clock())
          await removeTexts(trx, positions)
          await trx.deleteFrom('session_index_warnings').where('position', 'in', positions).execute()
          await trx.deleteFrom('session_index').where('position', 'in', positions).execute()
          await writeCounts(
            trx,
            rows.map((before) => ({ before })),
          )
          return rows
        })
        if (gone.length > 0) onChange(gone.map(({ id, status }) => ({ sessionId: id, before: status, after: null })))
      }),
  }
}
export type IndexWriter = ReturnType<typeof makeIndexWriter>

const isCertain = (row: IndexTable, { status, at }: Heard): boolean => status === row.status || (status !== undefined && at >= row.as_of)

type Trx = Transaction<Database>

async function rowsById(trx: Trx, ids: readonly string[]): Promise<Map<string, IndexTable>> {
  const found = new Map<string, IndexTable>()
  for (let from = 0; from < ids.length; from += PER_STATEMENT) {
    const some = ids.slice(from, from + PER_STATEMENT)
    const rows = await trx.selectFrom('session_index').selectAll().where('id', 'in', some).execute()
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

async function keepGone(trx: Trx, rows: readonly IndexTable[], goneAt: number): Promise<void> {
  const gone = rows.map((row) => ({ id: row.id, body: JSON.stringify(row), gone_at: goneAt }))
  const put = trx.insertInto('session_index_gone').values(gone)
  await put.onConflict((conflict) => conflict.column('id').doUpdateSet({ gone_at: goneAt })).execute()
}

/** Gives new rows their position. */
async function place(trx: Trx, steps: readonly { before: IndexTable | undefined; after: IndexTable }[]): Promise<void> {
  const fresh = steps.filter(({ before }) => !before).map(({ after }) => after)
  if (fresh.length === 0) return
  const wished = fresh.map((row) => wishedPosition(row.created_at, row.id))
  const occupied = await trx.selectFrom('session_index').select('position').where('position', 'in', wished).execute()
  const taken = new Set(occupied.map(({ position }) => position))
  for (const { position } of occupied) {
    const near = await trx
      .selectFrom('session_index')
      .select('position')
      .where('position', '>', position)
      .where('position', '<', position + NEIGHBOURHOOD)
      .execute()
    for (const other of near) taken.add(other.position)
  }
  for (const [index, row] of fresh.entries()) row.position = freePosition(wished[index] ?? 0, taken)
}

const columns = (row: IndexTable): string => JSON.stringify({ ...row, as_of: 0 })
const differs = (before: IndexTable, after: IndexTable): boolean => columns(before) !== columns(after)

async function write(trx: Trx, steps: readonly { before: IndexTable | undefined; after: IndexTable }[]): Promise<void> {
  const changed = steps.filter(({ before, after }) => !before || differs(before, after))
  // Lists come newest first, tables fill their pages best the other way round.
  const fresh = changed.flatMap(({ before, after }) => (before ? [] : [after])).toSorted((a, b) => a.position - b.position)
  for (let from = 0; from < fresh.length; from += PER_STATEMENT) {
    await trx
      .insertInto('session_index')
      .values(fresh.slice(from, from + PER_STATEMENT))
      .execute()
  }
  for (const { before, after } of changed) {
    const { position, id: _, ...changes } = after
    if (before) await trx.updateTable('session_index').set(changes).where('position', '=', position).execute()
  }
  const retold = changed.filter(({ before, after }) => before?.search_text !== after.search_text)
  await writeTexts(
    trx,
    retold.map(({ after }) => after),
  )
  await writeCounts(trx, changed)
  const seen = steps.filter(({ before, after }) => before && before.as_of !== after.as_of && !differs(before, after))
  for (const asOf of new Set(seen.map(({ after }) => after.as_of))) {
    const positions = seen.filter(({ after }) => after.as_of === asOf).map(({ after }) => after.position)
    for (let from = 0; from < positions.length; from += PER_STATEMENT) {
      const some = positions.slice(from, from + PER_STATEMENT)
      await trx.updateTable('session_index').set({ as_of: asOf }).where('position', 'in', some).execute()
    }
  }
}

async function writeCodes(trx: Trx, steps: readonly { after: IndexTable }[], codes: ReadonlyMap<string, readonly string[]>) {
  for (const { after } of steps) {
    const told = codes.get(after.id)
    if (!told) continue
    await trx.deleteFrom('session_index_warnings').where('position', '=', after.position).execute()
    const rows = told.map((code) => ({ code, position: after.position }))
    if (rows.length > 0) await trx.insertInto('session_index_warnings').values(rows).execute()
  }
}
