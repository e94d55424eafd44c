import type { Casting } from './casting.ts'
import type { SessionIds } from './session-id.ts'
import type { SessionPlan } from './session.plan.ts'
import type { SessionFacts, SessionKind, SessionStatus } from './types.ts'

/** What facts are computed from. */
export interface FactSource {
  ids: SessionIds
  plan: SessionPlan
  casting: Casting
}

/**
 * Facts that are worked out only when asked for. One instance is moved from session to session during a scan, so a
 * test must not keep it.
 */
export class FactsCursor implements SessionFacts {
  index = 0
  readonly #source: FactSource

  constructor(source: FactSource) {
    this.#source = source
  }

  get sessionId(): string {
    return this.#source.ids.of(this.index)
  }

  get kind(): SessionKind {
    return this.#source.plan.kind(this.index)
  }

  get number(): number {
    return this.#source.plan.number(this.index)
  }

  get status(): SessionStatus {
    return this.#source.plan.status(this.index)
  }

  get workflowId(): string {
    return this.#source.casting.workflowId(this.index)
  }

  get createdAt(): number {
    return this.#source.plan.createdAt(this.index)
  }

  get vendorData(): string | null {
    return this.#source.casting.vendorData(this.index)
  }

  get name(): string | null {
    return this.#source.casting.name(this.index)
  }

  get country(): string | null {
    return this.#source.casting.country(this.index)
  }

  get scenario(): string {
    return this.#source.plan.scenario(this.index).name
  }

  /** A plain copy that may be kept. */
  still(): SessionFacts {
    const { index, sessionId, kind, number, status, workflowId, createdAt, vendorData, name, country, scenario } = this
    return { index, sessionId, kind, number, status, workflowId, createdAt, vendorData, name, country, scenario }
  }
}
