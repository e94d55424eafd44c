import type { Json, JsonObject } from '../world/types.ts'
import type { IdSource } from './ids.ts'
import { derivedUuid } from './ids.ts'

export const ENTRY_TYPES = [
  'face',
  'document',
  'phone',
  'email',
  'ip_address',
  'device_fingerprint',
  'wallet_address',
  'bank_account',
  'user',
  'business',
  'country',
  'key',
] as const
export type EntryType = (typeof ENTRY_TYPES)[number]

export interface ListEntry {
  uuid: string
  value: string
  displayLabel: string | null
  comment: string | null
  addedBy: 'api' | 'console' | 'email' | 'system'
  sessionId: string | null
  sessionNumber: number | null
  objectUuid: string | null
  metadata: Json
  createdAt: number
  /** What `GET /v3/blocklist/` tells of the record behind a session's entry. */
  record: JsonObject | null
}

export interface List {
  uuid: string
  name: string
  description: string | null
  listType: 'blocklist' | 'allowlist' | 'custom'
  entryType: EntryType
  isSystem: boolean
  createdAt: number
  updatedAt: number
  entries: ListEntry[]
}

const HIGH_RISK = ['IRN', 'PRK', 'MMR']

/** The application's lists; one system blocklist per entry type exists from the start. */
export class ListStore {
  readonly lists: List[] = []
  readonly #ids: IdSource

  constructor(ids: IdSource, epoch: number, salt: string) {
    this.#ids = ids
    const createdAt = epoch - 400 * 86_400_000
    const system = (name: string, listType: List['listType'], entryType: EntryType): List => {
      const uuid = derivedUuid('list', salt, name)
      const list: List = {
        uuid,
        name,
        description: null,
        listType,
        entryType,
        isSystem: true,
        createdAt,
        updatedAt: createdAt,
        entries: [],
      }
      this.lists.push(list)
      return list
    }
    for (const entryType of ENTRY_TYPES) system(`Blocklist: ${entryType.replaceAll('_', ' ')}`, 'blocklist', entryType)
    const risky = system('High Risk Countries', 'custom', 'country')
    for (const value of HIGH_RISK) this.add(risky, { value, addedBy: 'system', createdAt })
  }

  blocklist(type: EntryType): List {
    const list = this.lists.find((candidate) => candidate.listType === 'blocklist' && candidate.entryType === type)
    if (list === undefined) throw new Error(`no system blocklist for ${type}`)
    return list
  }

  find(uuid: string): List | undefined {
    return this.lists.find((list) => list.uuid === uuid.toLowerCase())
  }

  add(list: List, entry: Partial<ListEntry> & Pick<ListEntry, 'value' | 'addedBy' | 'createdAt'>): ListEntry {
    const made: ListEntry = {
      uuid: this.#ids.uuid(),
      displayLabel: null,
      comment: null,
      sessionId: null,
      sessionNumber: null,
      objectUuid: null,
      metadata: null,
      record: null,
      ...entry,
    }
    list.entries.push(made)
    list.updatedAt = made.createdAt
    return made
  }

  /** Case-insensitive look-up of a value in the system blocklist of its type. */
  isBlocked(type: EntryType, value: string): boolean {
    const wanted = value.toLowerCase()
    return this.blocklist(type).entries.some((entry) => entry.value.toLowerCase() === wanted)
  }

  /** Whether the session's own record of this type is on the blocklist. */
  isSessionBlocked(type: EntryType, sessionId: string): boolean {
    return this.blocklist(type).entries.some((entry) => entry.sessionId === sessionId)
  }

  /** Adds a person's or company's `vendor_data` to the blocklist, or takes it off. */
  setEntityBlocked(kind: 'user' | 'business', vendorData: string, blocked: boolean, now: number): void {
    const list = this.blocklist(kind)
    const position = list.entries.findIndex((entry) => entry.value === vendorData)
    if (blocked && position < 0) this.add(list, { value: vendorData, addedBy: 'api', createdAt: now })
    if (!blocked && position >= 0) list.entries.splice(position, 1)
  }
}
