import type { AmlHitNews, AmlLook } from '@verdict/contract/aml'
import { iso } from '../lib/time.ts'
import { keyOfHit, type HitEntry, type HitPrint } from './hit-snapshot.ts'

export interface Look {
  at: number
  by: { id: string; name: string }
  hits: readonly HitEntry[]
}

function changedFields(before: HitEntry['fields'], now: HitPrint['fields']): AmlHitNews['fields'] {
  const paths = [...new Set([...Object.keys(now), ...Object.keys(before)])].toSorted()
  return paths.flatMap((path) => {
    const [old, fresh] = [before[path], now[path]]
    if (old?.print === fresh?.print) return []
    return [{ path, before: old?.text ?? null, was: old === undefined ? ('missing' as const) : ('other' as const) }]
  })
}

/** What `now` says that the last look did not. A hit that was judged is compared with what was judged. */
export function newsOf(last: Look | null, now: readonly HitPrint[]): AmlLook {
  if (last === null) return { lastLook: null, news: [], gone: 0 }
  const before = new Map(last.hits.map((entry) => [keyOfHit(entry), entry]))
  const news = now.flatMap(({ nodeId, hitId, print, fields }): AmlHitNews[] => {
    const old = before.get(keyOfHit({ nodeId, hitId }))
    if (old === undefined) return [{ nodeId, hitId, kind: 'new', since: { at: iso(last.at), by: last.by, reviewed: false }, fields: [] }]
    if (old.print === print) return []
    const since = { at: iso(old.at), by: old.by, reviewed: old.reviewed }
    return [{ nodeId, hitId, kind: 'changed', since, fields: changedFields(old.fields, fields) }]
  })
  const present = new Set(now.map(keyOfHit))
  return {
    lastLook: { at: iso(last.at), by: last.by },
    news,
    gone: last.hits.filter((entry) => !present.has(keyOfHit(entry))).length,
  }
}

/** The look after reading: what was judged stays as it was judged, so that its changes stay marked until it is judged anew. */
export function afterReading(last: Look | null, seen: readonly HitPrint[], at: number, by: Look['by']): Look {
  const judged = new Map((last?.hits ?? []).filter(({ reviewed }) => reviewed).map((entry) => [keyOfHit(entry), entry]))
  return { at, by, hits: seen.map((hit) => judged.get(keyOfHit(hit)) ?? { ...hit, at, by, reviewed: false }) }
}

/** The look after judging some of `seen`: the others stay as they were; at the very first look they count as read. */
export function afterJudging(last: Look | null, seen: readonly HitPrint[], judged: ReadonlySet<string>, at: number, by: Look['by']): Look {
  const entries = new Map((last ?? afterReading(null, seen, at, by)).hits.map((entry) => [keyOfHit(entry), entry]))
  for (const hit of seen) {
    const key = keyOfHit(hit)
    if (judged.has(key)) entries.set(key, { ...hit, at, by, reviewed: true })
  }
  return { at: last?.at ?? at, by: last?.by ?? by, hits: [...entries.values()] }
}
