import { LRUCache } from 'lru-cache'
import type { Cast } from './cast.ts'
import { drawSlot } from './pictures/draw-slot.ts'
import type { Json, JsonObject, MediaFile } from './types.ts'
import { MEDIA_PREFIX } from './types.ts'

interface Library {
  find(sessionId: string): number | undefined
  cast(index: number): Cast
  decision(index: number): JsonObject
}

const KEPT = 48

/** Draws the file behind a media key, as long as the session's own decision names it. */
export function mediaLibrary(library: Library): (key: string) => Promise<MediaFile | undefined> {
  const drawn = new LRUCache<string, MediaFile>({ max: KEPT })
  return async (key) => {
    if (!key.startsWith(MEDIA_PREFIX)) return undefined
    const known = drawn.get(key)
    if (known !== undefined) return known
    const [sessionId = '', slot = ''] = key.slice(MEDIA_PREFIX.length).split('/')
    const index = library.find(sessionId)
    if (index === undefined) return undefined
    const decision = library.decision(index)
    const cast = library.cast(index)
    if (cast.scenario.name === 'media-missing' || !names(decision, key)) return undefined
    const file = await drawSlot(cast, decision, slot)
    if (file !== undefined) drawn.set(key, file)
    return file
  }
}

function names(value: Json, key: string): boolean {
  if (typeof value === 'string') return value === key
  if (typeof value !== 'object' || value === null) return false
  return (Array.isArray(value) ? value : Object.values(value)).some((part) => names(part, key))
}
