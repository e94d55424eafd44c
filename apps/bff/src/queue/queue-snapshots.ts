import type { SessionKind } from '@verdict/contract/session'
import { LRUCache } from 'lru-cache'
import type { Lane } from '../sessions/evidence.ts'
import type { ListedRow, ListRows } from '../sessions/list-sessions.ts'

export interface QueueFilter {
  workflow?: string | undefined
  country?: string | undefined
}

/** The oldest sessions in review, as every reviewer shares them. */
export interface QueueSnapshot {
  rows: ListedRow[]
  counts: Record<SessionKind, { value: number; exact: boolean }>
  /** Cursor of the sessions list behind the last row; null when these are all. */
  rest: string | null
  /** Epoch ms. */
  asOf: number
}

interface Entry {
  snapshot: QueueSnapshot
  generation: number
}
interface Building {
  generation: number
  done: Promise<QueueSnapshot>
}

const MAX_ROWS = 500
const CHUNK = 100
const FRESH_MS = 5_000
/** Large queues are read more seldom, so that reading them never takes the budget from people. */
const FRESH_MS_PER_ROW = 20
const TOO_OLD_MS = 30_000
const MIN_PAUSE_MS = 1_000

/** Keeps what is in review, read once for all reviewers; with Didit silent the last one is served. */
export function makeQueueSnapshots({ listRows, clock }: { listRows: ListRows; clock: () => number }) {
  const entries = new LRUCache<string, Entry>({ max: 20 })
  const building = new Map<string, Building>()
  const triedAt = new LRUCache<string, number>({ max: 20 })
  let generation = 0

  const build = async (filter: QueueFilter, lane: Lane): Promise<QueueSnapshot> => {
    const rows: ListedRow[] = []
    let cursor: string | undefined
    let asOf = clock()
    for (;;) {
      const page = await listRows({ ...filter, status: 'In Review', kind: 'all', sort: 'oldest', limit: CHUNK, cursor, lane, now: true })
      rows.push(...page.rows)
      asOf = Math.min(asOf, page.asOf)
      if (page.nextCursor === null || rows.length >= MAX_ROWS) {
        return { rows: rows.filter(({ row }) => row.status === 'In Review'), counts: page.counts, rest: page.nextCursor, asOf }
      }
      cursor = page.nextCursor
    }
  }

  const refresh = (key: string, filter: QueueFilter, lane: Lane): Promise<QueueSnapshot> => {
    const running = building.get(key)
    if (running && running.generation === generation) return running.done
    triedAt.set(key, clock())
    const mine: Building = { generation, done: Promise.resolve(emptySnapshot) }
    mine.done = (running ? running.done.catch(() => undefined) : Promise.resolve())
      .then(() => build(filter, lane))
      .then((snapshot) => {
        entries.set(key, { snapshot, generation: mine.generation })
        return snapshot
      })
      .finally(() => {
        if (building.get(key) === mine) building.delete(key)
      })
    building.set(key, mine)
    return mine.done
  }

  return {
    read: async (filter: QueueFilter): Promise<QueueSnapshot> => {
      const key = JSON.stringify([filter.workflow ?? '', filter.country ?? ''])
      const entry = entries.get(key)
      if (!entry) return refresh(key, filter, 'person')
      const { snapshot } = entry
      const age = clock() - snapshot.asOf
      const overtaken = entry.generation < generation
      if (!overtaken && age < FRESH_MS + snapshot.rows.length * FRESH_MS_PER_ROW) return snapshot
      if (clock() - (triedAt.get(key) ?? 0) < MIN_PAUSE_MS) return snapshot
      const refreshed = refresh(key, filter, overtaken || age > TOO_OLD_MS ? 'person' : 'background').catch(() => snapshot)
      return overtaken || age > TOO_OLD_MS ? refreshed : snapshot
    },
    /** Somebody decided or changed something: the next read looks again. */
    invalidate: (): void => {
      generation += 1
    },
  }
}
export type QueueSnapshots = ReturnType<typeof makeQueueSnapshots>

const emptySnapshot: QueueSnapshot = {
  rows: [],
  counts: { user: { value: 0, exact: true }, business: { value: 0, exact: true } },
  rest: null,
  asOf: 0,
}
