import type { Json, SessionFacts, SessionKind } from '../world/types.ts'
import { derivedUuid } from './ids.ts'
import type { SessionPages } from './session-pages.ts'
import type { SessionStore } from './session-store.ts'

export type EntityStatus = 'ACTIVE' | 'FLAGGED' | 'BLOCKED'
export const ENTITY_STATUSES: readonly EntityStatus[] = ['ACTIVE', 'FLAGGED', 'BLOCKED']

/** What was written about a person or company through the API, over what the sessions tell. */
export interface EntityEdit {
  vendorData: string
  internalId: string
  status: EntityStatus
  /** Fields set by hand, in wire names. */
  fields: Record<string, Json>
  comments: { previous: EntityStatus; next: EntityStatus; at: number }[]
  /** Set when made through the API rather than by a session. */
  createdAt: number | null
  updatedAt: number | null
  deleted: boolean
}

/** How many of the newest sessions profiles are gathered from: bounds the work in very large worlds. */
const GATHERED = 20_000

/** People or companies: one per `vendor_data` seen in sessions or made through the API. */
export class EntityStore {
  readonly kind: SessionKind
  readonly #applicationId: string
  readonly #pages: SessionPages
  readonly #sessions: SessionStore
  readonly #edits = new Map<string, EntityEdit>()
  #groups: { shape: number; byVendorData: ReadonlyMap<string, string[]> } | undefined

  constructor(kind: SessionKind, applicationId: string, pages: SessionPages, sessions: SessionStore) {
    this.kind = kind
    this.#applicationId = applicationId
    this.#pages = pages
    this.#sessions = sessions
  }

  internalId(vendorData: string): string {
    return derivedUuid('profile', this.#applicationId, this.kind, vendorData)
  }

  /** Sessions of one `vendor_data`, newest first. */
  sessionsOf(vendorData: string): SessionFacts[] {
    const ids = this.#grouped().get(vendorData) ?? []
    return ids.flatMap((id) => this.#sessions.facts(id) ?? [])
  }

  /** Every known `vendor_data`: those with sessions by their newest one, then those without. */
  vendorDatas(): string[] {
    const seen = new Set(this.#grouped().keys())
    for (const edit of this.#edits.values()) seen.add(edit.vendorData)
    return [...seen].filter((vendorData) => this.#edits.get(vendorData)?.deleted !== true)
  }

  edit(vendorData: string): EntityEdit | undefined {
    return this.#edits.get(vendorData)
  }

  /** The record to write to, made when first needed. */
  editable(vendorData: string): EntityEdit {
    const known = this.#edits.get(vendorData)
    if (known !== undefined) return known
    const made: EntityEdit = {
      vendorData,
      internalId: this.internalId(vendorData),
      status: 'ACTIVE',
      fields: {},
      comments: [],
      createdAt: null,
      updatedAt: null,
      deleted: false,
    }
    this.#edits.set(vendorData, made)
    return made
  }

  exists(vendorData: string): boolean {
    const edit = this.#edits.get(vendorData)
    if (edit?.deleted === true) return false
    return edit !== undefined || this.sessionsOf(vendorData).length > 0
  }

  #grouped(): ReadonlyMap<string, string[]> {
    if (this.#groups?.shape === this.#sessions.shape) return this.#groups.byVendorData
    const byVendorData = new Map<string, string[]>()
    for (const facts of this.#pages.all(this.kind, 0, GATHERED).rows) {
      if (facts.vendorData === null) continue
      const ids = byVendorData.get(facts.vendorData)
      if (ids === undefined) byVendorData.set(facts.vendorData, [facts.sessionId])
      else ids.push(facts.sessionId)
    }
    this.#groups = { shape: this.#sessions.shape, byVendorData }
    return byVendorData
  }
}
