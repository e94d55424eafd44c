import { createHash } from 'node:crypto'

function uuidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Same words, same UUID (version 4 in form). */
export function derivedUuid(...words: (string | number)[]): string {
  return uuidFrom(words.join('\n'))
}

/** `length` URL-safe characters derived from the words. */
export function derivedToken(length: number, ...words: (string | number)[]): string {
  let token = ''
  for (let round = 0; token.length < length; round += 1) {
    token += createHash('sha512')
      .update([...words, round].join('\n'))
      .digest('base64url')
      .replaceAll(/[-_]/g, '')
  }
  return token.slice(0, length)
}

/** ISO instant with microseconds, as the upstream writes it. */
export function isoMicros(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000Z')
}

/** ISO instant to the second. */
export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** Makes ids that depend on the seed and on how many were made, never on the clock. */
export class IdSource {
  readonly #salt: string
  #made = 0

  constructor(salt: string) {
    this.#salt = salt
  }

  uuid(): string {
    this.#made += 1
    return derivedUuid(this.#salt, this.#made)
  }

  token(length: number): string {
    this.#made += 1
    return derivedToken(length, this.#salt, this.#made)
  }
}
