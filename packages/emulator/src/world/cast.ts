import type { IdDocument } from './documents/document.ts'
import type { Device } from './people/device.ts'
import type { Person } from './people/person.ts'
import type { Dice } from './random.ts'
import type { PlayedScenario } from './scenarios/scenario.ts'
import type { SessionKind, SessionStatus } from './types.ts'
import type { WorkflowPlan } from './workflows.ts'

/** Everything known of one session before its decision is written; scenarios may change it until then. */
export interface Cast {
  seed: number
  index: number
  dice: Dice
  sessionId: string
  kind: SessionKind
  number: number
  status: SessionStatus
  createdAt: number
  /** When the world was seeded. */
  epoch: number
  scenario: PlayedScenario
  workflow: WorkflowPlan
  workflowId: string
  vendorData: string | null
  person: Person
  document: IdDocument
  device: Device
  script: 'latin' | 'native'
  /** Features of the workflow that have run. */
  ran: readonly string[]
  /** The older approved session of the same person, when the scenario asks for one and the world is old enough. */
  twin: number | undefined
  /** Sessions sharing face, device and phone with this one, without itself. */
  ring: readonly number[]
  /** Another session of the same world, for cross references. */
  other(index: number): Cast
  /** The nearest older person's session that passes, searched a bounded way down; `workflow` narrows it cheaply. */
  older(field: string, test: (cast: Cast) => boolean, workflow?: string): Cast | undefined
}

/** Media key of one of the session's files. */
export function mediaKey(cast: Cast, slot: string): string {
  return `media:${cast.sessionId}/${slot}`
}

/** ISO time with Didit's six decimals, so many seconds after the session was created. */
export function moment(cast: Cast, seconds: number): string {
  const time = cast.createdAt + Math.round(seconds * 1000)
  const micros = String(cast.dice.bits(`us/${seconds}`) % 1000).padStart(3, '0')
  return `${new Date(time).toISOString().slice(0, -1)}${micros}Z`
}

/** Deterministic id of the workflow's node for a feature; later runs of one feature count up. */
export function nodeId(feature: string, run = 1): string {
  return `feature_${NODE_NAMES[feature] ?? feature.toLowerCase()}_${run}`
}

const NODE_NAMES: Readonly<Record<string, string>> = {
  ID_VERIFICATION: 'ocr',
  EMAIL_VERIFICATION: 'email',
  IP_ANALYSIS: 'ip',
  DATABASE_VALIDATION: 'db_validation',
  AGE_ESTIMATION: 'liveness',
}

/** The twelve characters of the hosted page's address; secret upstream. */
export function sessionToken(cast: Cast): string {
  return `${cast.dice.letters('token', 5)}${cast.dice.digits('token', 3)}${cast.dice.letters('token2', 4).toLowerCase()}`
}
