import { readFileSync } from 'node:fs'

let bytes: Uint8Array | undefined

/** The one drawn clip that stands in every place for a video. */
export function specimenVideo(): Uint8Array {
  bytes ??= new Uint8Array(readFileSync(new URL('specimen.webm', import.meta.url)))
  return bytes
}
