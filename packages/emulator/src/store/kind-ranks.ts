import type { SessionKind, World } from '../world/types.ts'

/**
 * Finds the n-th session of a kind without a table: `number` counts per kind, so one look at an index tells
 * how many of each kind lie at or below it.
 */
export class KindRanks {
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  /** How many sessions of `kind` have an index up to and including `index`. */
  rank(kind: SessionKind, index: number): number {
    if (index < 0) return 0
    const facts = this.#world.facts(index)
    return facts.kind === kind ? facts.number : index + 1 - facts.number
  }

  total(kind: SessionKind): number {
    return this.rank(kind, this.#world.size - 1)
  }

  /** Index of the session of `kind` with this number (from 1), or undefined past either end. */
  indexOf(kind: SessionKind, number: number): number | undefined {
    if (number < 1 || number > this.total(kind)) return undefined
    let low = number - 1
    let high = this.#world.size - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.rank(kind, middle) >= number) high = middle
      else low = middle + 1
    }
    return low
  }
}
