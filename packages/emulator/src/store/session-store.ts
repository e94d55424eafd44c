import type { JsonObject, SessionFacts, SessionKind, World } from '../world/types.ts'
import { publishedRow, versionOf } from '../workflows/published-version.ts'
import { KindRanks } from './kind-ranks.ts'
import type { Session } from './session.ts'
import { plainExtra } from './session.ts'

/** Decision and feed are derived when first asked for: many calls need neither. */
function derived(world: World, facts: SessionFacts): Session {
  let decision: JsonObject | undefined
  let reviews: JsonObject[] | undefined
  return {
    facts,
    extra: { ...plainExtra(), workflowVersion: versionOf(publishedRow(world.workflows, facts.workflowId) ?? {}) },
    get decision() {
      return (decision ??= world.decision(facts.index))
    },
    get reviews() {
      return (reviews ??= world.reviews(facts.index))
    },
  }
}

/**
 * One application's sessions: the derived world with what was changed, added or deleted laid over it.
 * A session is copied out of the world when it is first written.
 */
export class SessionStore {
  readonly world: World
  readonly ranks: KindRanks
  readonly #changed = new Map<number, Session>()
  readonly #deleted = new Map<number, SessionFacts>()
  readonly #added: Session[] = []
  readonly #addedById = new Map<string, Session>()
  readonly #numbered: Record<SessionKind, number> = { user: 0, business: 0 }
  #everythingDeleted = false
  #shape = 0
  #removedAdditions = 0

  constructor(world: World) {
    this.world = world
    this.ranks = new KindRanks(world)
  }

  /** Changes whenever sessions come or go. */
  get shape(): number {
    return this.#shape
  }

  /** The live session, to be read only. */
  read(sessionId: string): Session | undefined {
    const added = this.#addedById.get(sessionId)
    if (added !== undefined) return added
    const index = this.world.find(sessionId)
    return index === undefined ? undefined : this.at(index)
  }

  /** The live session, to be changed in place. */
  write(sessionId: string): Session | undefined {
    const session = this.read(sessionId)
    if (session === undefined || this.#addedById.has(sessionId)) return session
    this.#changed.set(session.facts.index, session)
    return session
  }

  facts(sessionId: string): SessionFacts | undefined {
    const added = this.#addedById.get(sessionId)
    if (added !== undefined) return added.facts
    const index = this.world.find(sessionId)
    return index === undefined ? undefined : this.factsAt(index)
  }

  /** Live facts at a world index. */
  factsAt(index: number): SessionFacts | undefined {
    const changed = this.#changed.get(index)
    if (changed !== undefined) return changed.facts
    const facts = this.world.facts(index)
    return this.#isDeleted(facts) ? undefined : facts
  }

  at(index: number): Session | undefined {
    const added = this.#added.find((session) => session.facts.index === index)
    if (added !== undefined) return added
    const changed = this.#changed.get(index)
    if (changed !== undefined) return changed
    const facts = this.world.facts(index)
    if (this.#isDeleted(facts)) return undefined
    return derived(this.world, facts)
  }

  /** Whether the session still is as the world has it. */
  isPristine(facts: SessionFacts): boolean {
    return !this.#changed.has(facts.index) && !this.#addedById.has(facts.sessionId)
  }

  /** Index that the next added session gets: past the world, never used twice. */
  nextIndex(): number {
    return this.world.size + this.#added.length + this.#removedAdditions
  }

  /** Number that the next session of `kind` gets. */
  nextNumber(kind: SessionKind): number {
    return this.ranks.total(kind) + 1 + this.#numbered[kind]
  }

  add(session: Session): void {
    this.#added.push(session)
    this.#addedById.set(session.facts.sessionId, session)
    this.#numbered[session.facts.kind] += 1
    this.#shape += 1
  }

  /** Soft delete; false when there is no such live session. */
  remove(sessionId: string): boolean {
    const facts = this.facts(sessionId)
    if (facts === undefined) return false
    this.#shape += 1
    if (this.#addedById.delete(sessionId)) {
      this.#added.splice(
        this.#added.findIndex((session) => session.facts.sessionId === sessionId),
        1,
      )
      this.#removedAdditions += 1
    } else {
      this.#deleted.set(facts.index, facts)
      this.#changed.delete(facts.index)
    }
    return true
  }

  /** Soft deletes every session of people. */
  removeAllUsers(): void {
    for (const session of this.added('user')) this.remove(session.facts.sessionId)
    for (const [index, session] of this.#changed) if (session.facts.kind === 'user') this.#changed.delete(index)
    this.#everythingDeleted = true
    this.#shape += 1
  }

  /** Session id of a live session by its number. */
  idByNumber(kind: SessionKind, number: number): string | undefined {
    const added = this.#added.find(({ facts }) => facts.kind === kind && facts.number === number)
    if (added !== undefined) return added.facts.sessionId
    const index = this.ranks.indexOf(kind, number)
    return index === undefined ? undefined : this.factsAt(index)?.sessionId
  }

  /** Sessions made after the seeding, newest first. */
  added(kind?: SessionKind): Session[] {
    return this.#added.filter((session) => kind === undefined || session.facts.kind === kind).toReversed()
  }

  /** Sessions of the world that no longer are as the world has them, newest first; undefined: deleted. */
  touched(kind: SessionKind): { index: number; facts: SessionFacts | undefined }[] {
    const rows: { index: number; facts: SessionFacts | undefined }[] = []
    for (const [index, session] of this.#changed) if (session.facts.kind === kind) rows.push({ index, facts: session.facts })
    for (const [index, facts] of this.#deleted) if (facts.kind === kind) rows.push({ index, facts: undefined })
    return rows.toSorted((a, b) => b.index - a.index)
  }

  isEmptied(kind: SessionKind): boolean {
    return kind === 'user' && this.#everythingDeleted
  }

  /** Deleted sessions' numbers of a kind, highest first. */
  deletedNumbers(kind: SessionKind): number[] {
    return [...this.#deleted.values()]
      .filter((facts) => facts.kind === kind)
      .map((facts) => facts.number)
      .toSorted((a, b) => b - a)
  }

  #isDeleted(facts: SessionFacts): boolean {
    return this.#deleted.has(facts.index) || (this.#everythingDeleted && facts.kind === 'user')
  }
}
