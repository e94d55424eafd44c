import type { SessionFacts, SessionKind } from '../world/types.ts'
import type { SessionStore } from './session-store.ts'

export interface FactsPage {
  count: number
  rows: SessionFacts[]
}

/** A cheap test with a name: equal names must mean equal tests, the answers are remembered by name. */
export interface NamedTest {
  name: string
  test: (facts: SessionFacts) => boolean
}

const REMEMBERED = 8

/** Newest-first pages of one kind. Unfiltered pages cost the page; filtered ones one scan per filter. */
export class SessionPages {
  readonly #store: SessionStore
  readonly #matches = new Map<string, Uint32Array>()

  constructor(store: SessionStore) {
    this.#store = store
  }

  all(kind: SessionKind, offset: number, limit: number): FactsPage {
    const added = this.#store.added(kind).map((session) => session.facts)
    const rows = added.slice(offset, offset + limit)
    if (this.#store.isEmptied(kind)) return { count: added.length, rows }
    const total = this.#store.ranks.total(kind)
    const deleted = this.#store.deletedNumbers(kind)
    let number = total - Math.max(0, offset - added.length)
    for (const gone of deleted) if (gone >= number) number -= 1
    for (let index = this.#store.ranks.indexOf(kind, number) ?? -1; index >= 0 && rows.length < limit; index -= 1) {
      const facts = this.#store.factsAt(index)
      if (facts?.kind === kind) rows.push(facts)
    }
    return { count: added.length + total - deleted.length, rows }
  }

  /** Every live session of the kind that passes, newest first, with the number of them. */
  matching(kind: SessionKind, { name, test }: NamedTest): { count: number; rows: () => Iterable<SessionFacts> } {
    const store = this.#store
    const fresh = store
      .added(kind)
      .map((session) => session.facts)
      .filter(test)
    if (store.isEmptied(kind)) return { count: fresh.length, rows: () => fresh }
    const pristine = this.#pristine(kind, name, test)
    const touched = store.touched(kind)
    const hidden = new Set(touched.map((row) => row.index))
    const shown = touched.flatMap(({ facts }) => (facts !== undefined && test(facts) ? [facts] : []))
    let hiddenMatches = 0
    for (const row of touched) if (test(store.world.facts(row.index))) hiddenMatches += 1
    function* rows(): Iterable<SessionFacts> {
      yield* fresh
      let next = 0
      for (const index of pristine) {
        if (hidden.has(index)) continue
        for (let row = shown[next]; row !== undefined && row.index > index; row = shown[next]) {
          yield row
          next += 1
        }
        yield store.world.facts(index)
      }
      yield* shown.slice(next)
    }
    return { count: fresh.length + pristine.length - hiddenMatches + shown.length, rows }
  }

  filtered(kind: SessionKind, filter: NamedTest, offset: number, limit: number): FactsPage {
    const { count, rows } = this.matching(kind, filter)
    const page: SessionFacts[] = []
    let position = 0
    if (offset < count) {
      for (const facts of rows()) {
        if (position >= offset) page.push(facts)
        position += 1
        if (page.length === limit) break
      }
    }
    return { count, rows: page }
  }

  #pristine(kind: SessionKind, name: string, test: NamedTest['test']): Uint32Array {
    const key = `${kind} ${name}`
    const known = this.#matches.get(key)
    if (known !== undefined) return known
    const found = Uint32Array.from(this.#store.world.scan((facts) => facts.kind === kind && test(facts)))
    this.#matches.set(key, found)
    const oldest = this.#matches.keys().next().value
    if (this.#matches.size > REMEMBERED && oldest !== undefined) this.#matches.delete(oldest)
    return found
  }
}
