import { hash32, hashText, hex32 } from './random.ts'

const ROUNDS = 6
const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Turns an index into a session id and back without a table. */
export interface SessionIds {
  of(index: number): string
  /** The index behind an id of this application, whatever the size of its world; undefined for any other text. */
  indexOf(sessionId: string): number | undefined
}

/**
 * 64 bits (index and a check word) go through a keyed Feistel network; the other 58 free bits of the UUID are a
 * keyed tag over them, so that a foreign id is refused before it is decrypted.
 */
export function sessionIds(seed: number, applicationId: string): SessionIds {
  const key = hash32(seed, hashText(applicationId), 0x1d5)
  const check = hash32(key, 0, 99)
  const keys = Array.from({ length: ROUNDS }, (_, round) => hash32(key, round, 7))
  const tag = (left: number, right: number, part: number): number => hash32(hash32(key, left, 31), right, part)
  return {
    of(index) {
      let left = index >>> 0
      let right = check
      for (const roundKey of keys) {
        const next = (left ^ hash32(roundKey, right, 3)) >>> 0
        left = right
        right = next
      }
      const middle = tag(left, right, 1)
      const r = hex32(right)
      const m = hex32(middle)
      const variant = '89ab'.charAt(middle >>> 30)
      return `${hex32(left)}-${r.slice(0, 4)}-4${m.slice(1, 4)}-${variant}${m.slice(4, 7)}-${r.slice(4)}${hex32(tag(left, right, 2))}`
    },
    indexOf(sessionId) {
      if (!SHAPE.test(sessionId)) return undefined
      let left = Number.parseInt(sessionId.slice(0, 8), 16)
      let right = Number.parseInt(sessionId.slice(9, 13) + sessionId.slice(24, 28), 16)
      const m = hex32(tag(left, right, 1))
      const variant = '89ab'.charAt(tag(left, right, 1) >>> 30)
      const expected = `4${m.slice(1, 4)}-${variant}${m.slice(4, 7)}`
      if (sessionId.slice(14, 23) !== expected || sessionId.slice(28) !== hex32(tag(left, right, 2))) return undefined
      for (const roundKey of keys.toReversed()) {
        const previous = (right ^ hash32(roundKey, left, 3)) >>> 0
        right = left
        left = previous
      }
      return right === check ? left : undefined
    },
  }
}
