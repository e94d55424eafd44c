import type { MediaFile } from '../world/types.ts'

/** Files that were replaced, added or lost after the seeding, by media key. */
export class MediaOverrides {
  readonly #files = new Map<string, MediaFile | 'lost'>()

  get(key: string): MediaFile | 'lost' | undefined {
    return this.#files.get(key)
  }

  set(key: string, file: MediaFile | 'lost'): void {
    this.#files.set(key, file)
  }
}
