import { STATUSES, type JsonObject, type SessionFacts, type SessionStatus } from '../world/types.ts'

const KNOWN: ReadonlySet<string> = new Set(STATUSES)

export function isStatus(value: unknown): value is SessionStatus {
  return typeof value === 'string' && KNOWN.has(value)
}

/** What the emulator knows of a session beside its decision. */
export interface SessionExtra {
  /** Where an imported session came from; its decision was copied from there. */
  sharedFrom: string | null
  sessionType: 'API' | 'HOSTED' | 'MIGRATED'
  workflowVersion: number
  callbackMethod: string
  /** AML nodes whose ongoing monitoring was on before a decline turned it off. */
  monitored: string[]
}

/** A session as it stands now. `decision` holds media keys and a bare session token, never URLs. */
export interface Session {
  facts: SessionFacts
  readonly decision: JsonObject
  /** Oldest first. */
  readonly reviews: JsonObject[]
  extra: SessionExtra
}

export function plainExtra(sessionType: SessionExtra['sessionType'] = 'HOSTED'): SessionExtra {
  return { sharedFrom: null, sessionType, workflowVersion: 1, callbackMethod: 'initiator', monitored: [] }
}
