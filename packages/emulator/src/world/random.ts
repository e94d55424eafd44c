const GOLDEN = 0x9e3779b9

function mix(value: number): number {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return (x ^ (x >>> 15)) >>> 0
}

/** Counter-based hash: the same three numbers always give the same unsigned 32 bits. */
export function hash32(seed: number, counter: number, field: number): number {
  return mix(mix(mix(seed + GOLDEN) ^ Math.imul(counter + 1, 0x85ebca6b)) + Math.imul(field + 1, 0xc2b2ae35))
}

/** FNV-1a of a string, finished by the mixer; for keys and names, not for secrets. */
export function hashText(text: string): number {
  let x = 0x811c9dc5
  for (let i = 0; i < text.length; i++) x = Math.imul(x ^ text.charCodeAt(i), 0x01000193)
  return mix(x)
}

/** Uniform in [0, 1). */
export function unit(seed: number, counter: number, field: number): number {
  return hash32(seed, counter, field) / 0x1_0000_0000
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Eight lower-case hex digits of 32 bits. */
export function hex32(value: number): string {
  const x = value >>> 0
  return `${HEX[x >>> 24]}${HEX[(x >>> 16) & 255]}${HEX[(x >>> 8) & 255]}${HEX[x & 255]}`
}

/** Draws for one subject: every draw names its own field, so that adding a draw never moves another. */
export class Dice {
  readonly #seed: number
  readonly #counter: number

  constructor(seed: number, counter: number) {
    this.#seed = seed
    this.#counter = counter
  }

  bits(field: string): number {
    return hash32(this.#seed, this.#counter, hashText(field))
  }

  unit(field: string): number {
    return this.bits(field) / 0x1_0000_0000
  }

  chance(field: string, probability: number): boolean {
    return this.unit(field) < probability
  }

  /** Whole number in [from, to], both ends included. */
  int(field: string, from: number, to: number): number {
    return from + Math.floor(this.unit(field) * (to - from + 1))
  }

  /** Number in [from, to) rounded to two decimals. */
  score(field: string, from: number, to: number): number {
    return Math.round((from + this.unit(field) * (to - from)) * 100) / 100
  }

  pick<T>(field: string, list: readonly T[]): T {
    const item = list[this.bits(field) % list.length]
    if (item === undefined) throw new RangeError(`nothing to pick for ${field}`)
    return item
  }

  digits(field: string, count: number): string {
    let text = ''
    for (let i = 0; i < count; i++) text += String(this.bits(`${field}/${i}`) % 10)
    return text
  }

  letters(field: string, count: number): string {
    let text = ''
    for (let i = 0; i < count; i++) text += 'ABCDEFGHJKLMNPRSTUVWXYZ'.charAt(this.bits(`${field}/${i}`) % 23)
    return text
  }

  /** A version 4 UUID, lower case. */
  uuid(field: string): string {
    const a = hex32(this.bits(`${field}.a`))
    const b = hex32(this.bits(`${field}.b`))
    const c = hex32(this.bits(`${field}.c`))
    const d = hex32(this.bits(`${field}.d`))
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`
  }
}
