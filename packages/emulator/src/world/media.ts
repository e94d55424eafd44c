import type { Cast } from './cast.ts'
import type { JsonObject, MediaFile } from './types.ts'
import { MEDIA_PREFIX } from './types.ts'

interface Library {
  find(sessionId: string): number | undefined
  cast(index: number): Cast
  decision(index: number): JsonObject
}

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export function mediaLibrary(library: Library): (key: string) => Promise<MediaFile | undefined> {
  return async (key) => {
    const [sessionId = ''] = key.slice(MEDIA_PREFIX.length).split('/')
    if (!key.startsWith(MEDIA_PREFIX) || library.find(sessionId) === undefined) return undefined
    return { bytes: Buffer.from(PNG, 'base64'), contentType: 'image/png' }
  }
}
