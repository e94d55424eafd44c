import type { SessionKind } from '@verdict/contract/session'
import type { Didit, ListSessions } from '@verdict/didit'
import { LRUCache } from 'lru-cache'
import type { Lane } from './evidence.ts'
import { portraitUrlOf } from './session-row.adapt.ts'
import type { Totals, UpstreamPage } from './session-sequence.ts'

export type SessionFilter = Pick<ListSessions, 'status' | 'search' | 'countries' | 'warnings' | 'workflowIds' | 'dateFrom' | 'dateTo'>

const FRESH_MS = 3_000
const TOTAL_MS = 60_000
/** Upstream stops counting companies here. */
const COMPANY_COUNT_CAP = 100

/** Where thumbnails were last seen, so that one can be shown without reading its whole decision. */
export interface Portraits {
  get(sessionId: string): string | undefined
  set(sessionId: string, url: string): void
}

export function makePortraits(): Portraits {
  return new LRUCache<string, string>({ max: 5_000 })
}

export interface SessionPages {
  read(
    input: { kind: SessionKind; filter: SessionFilter; lane?: Lane | undefined; now?: boolean | undefined },
    offset: number,
    limit: number,
  ): Promise<UpstreamPage & { asOf: number }>
  /** How many there are of a kind under a filter, as last found. */
  totals(kind: SessionKind, filter: SessionFilter): Totals
}

interface Entry {
  at: number
  page: Promise<UpstreamPage & { asOf: number }>
}

/** Pages of one kind as upstream has them; identical reads within three seconds are one call. */
export function makeSessionPages(deps: { didit: Pick<Didit, 'sessions'>; clock: () => number; portraits: Portraits }): SessionPages {
  const { didit, clock, portraits } = deps
  const pages = new LRUCache<string, Entry>({ max: 100 })
  const totals = new LRUCache<string, { at: number; total: number }>({ max: 500 })

  const ask = async (kind: SessionKind, filter: SessionFilter, lane: Lane, offset: number, limit: number) => {
    const asOf = clock()
    const page = await didit.sessions.list({ ...filter, kind, offset, limit }, { lane })
    for (const row of page.results) {
      const url = portraitUrlOf(row)
      if (url !== null) portraits.set(row.session_id, url)
    }
    const count = Math.max(page.count ?? 0, page.results.length)
    const more = typeof page.next === 'string' && page.results.length > 0
    const exact = kind === 'user' || page.count !== COMPANY_COUNT_CAP || (!more && offset + page.results.length <= COMPANY_COUNT_CAP)
    return { rows: page.results, count, exact, more, asOf }
  }

  return {
    read: ({ kind, filter, lane = 'person', now = false }, offset, limit) => {
      const key = JSON.stringify([kind, filter, lane, offset, limit])
      const entry = pages.get(key)
      if (entry && !now && clock() - entry.at < FRESH_MS) return entry.page
      const page = ask(kind, filter, lane, offset, limit)
      pages.set(key, { at: clock(), page })
      page.catch(() => {
        if (pages.get(key)?.page === page) pages.delete(key)
      })
      return page
    },
    totals: (kind, filter) => {
      const key = JSON.stringify([kind, filter])
      return {
        get: () => {
          const known = totals.get(key)
          return known && clock() - known.at < TOTAL_MS ? known.total : undefined
        },
        set: (total) => void totals.set(key, { at: clock(), total }),
        clear: () => void totals.delete(key),
      }
    },
  }
}
