import { LRUCache } from 'lru-cache'

/** Where thumbnails were last seen, so that one can be shown without reading its whole decision. */
export interface Portraits {
  get(sessionId: string): string | undefined
  set(sessionId: string, url: string): void
}

export function makePortraits(): Portraits {
  return new LRUCache<string, string>({ max: 5_000 })
}
