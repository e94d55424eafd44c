import type { Didit } from '@verdict/didit'
import type { Lane } from '../sessions/evidence.ts'
import { readAfter } from './read-after.ts'
import { portraitUrlOf } from '../sessions/session-row.adapt.ts'
import { newestFirst } from './session-sequence.ts'
import type { Portraits } from '../sessions/portraits.ts'
import type { Store } from '../store/open-store.ts'
import { factsOfRow } from './index-facts.ts'
import type { Sweep } from './index-state.ts'
import type { IndexWriter } from './index-writer.ts'

export const PAGE = 200
/** Upstream stops counting companies here. */
const COMPANY_COUNT_CAP = 100
/** How far to jump ahead when many rows came in front of the mark. */
const JUMP = 2_000

export interface Swept {
  sweep: Sweep
  /** True when this was the end of the list. */
  ended: boolean
  /** Rows of the index that should have been among these and were not: changed or gone, to be looked up. */
  missing: string[]
  /** How many rows of the page were not known before. */
  fresh: number
  asOf: number
}

/** Reads one page of a list into the index, and says what stands in the index between its rows and no longer in the list. */
export function makeSweepStep(deps: {
  didit: Pick<Didit, 'sessions'>
  store: Store
  writer: Pick<IndexWriter, 'listed'>
  portraits: Pick<Portraits, 'set'>
  clock: () => number
}) {
  const { didit, store, writer, portraits, clock } = deps

  /** Known rows of this list from below `above` down to `least`, that were not among the listed. */
  const missingFrom = async (sweep: Sweep, listed: ReadonlySet<string>, least: number, asOf: number): Promise<string[]> => {
    let known = store
      .selectFrom('session_index')
      .select(['id'])
      .where('kind', '=', sweep.kind)
      .where('number', '>=', least)
      .where('as_of', '<=', asOf)
    if (sweep.lastNumber !== null) known = known.where('number', '<', sweep.lastNumber)
    if (sweep.status !== null) known = known.where('status', '=', sweep.status)
    const rows = await known.execute()
    return rows.map(({ id }) => id).filter((id) => !listed.has(id))
  }

  return async (sweep: Sweep, lane: Lane, size = PAGE): Promise<Swept> => {
    const asOf = clock()
    const { kind, status } = sweep
    let end = false
    let told: { count: number; exact: boolean } | undefined
    const readPage = async (offset: number, limit: number) => {
      const page = await didit.sessions.list({ kind, offset, limit, ...(status === null ? {} : { status: [status] }) }, { lane })
      const more = typeof page.next === 'string' && page.results.length > 0
      end = !more
      const count = Math.max(page.count ?? 0, page.results.length)
      told = { count, exact: kind === 'user' || count !== COMPANY_COUNT_CAP }
      return { rows: page.results, count, exact: told.exact, more }
    }
    const { found } = await readAfter({ sequence: newestFirst(readPage), after: sweep.mark, size })
    const counted = { estimated: told?.count ?? sweep.estimated, exact: told?.exact ?? sweep.exact }
    const last = found.at(-1)
    if (!last && !end && sweep.mark) {
      const mark = { ...sweep.mark, position: sweep.mark.position + JUMP }
      return { sweep: { ...sweep, ...counted, mark }, ended: false, missing: [], fresh: 0, asOf }
    }
    const facts = found.map(({ row }) => factsOfRow(row, kind))
    for (const { row } of found) {
      const url = portraitUrlOf(row)
      if (url !== null) portraits.set(row.session_id.toLowerCase(), url)
    }
    const changes = facts.length > 0 ? await writer.listed(facts, asOf) : []
    // The end is where the list said so and nothing of it was left over for the next step.
    const ended = end && found.length < size
    const numbers = facts.map(({ number }) => number).filter((number) => number !== null)
    const least = ended ? 0 : Math.min(...numbers)
    const complete = numbers.length === facts.length
    const missing = complete ? await missingFrom(sweep, new Set(facts.map(({ id }) => id)), least, asOf) : []
    return {
      sweep: { ...sweep, ...counted, mark: last?.mark ?? sweep.mark, lastNumber: complete ? least : sweep.lastNumber },
      ended,
      missing,
      fresh: changes.filter(({ before }) => before === null).length,
      asOf,
    }
  }
}
export type SweepStep = ReturnType<typeof makeSweepStep>
