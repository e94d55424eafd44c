import type { Cast } from '../cast.ts'
import type { Draft } from '../decisions/draft.ts'
import type { DocumentCode } from '../people/country.ts'
import type { Scenario, SessionStatus } from '../types.ts'

/** A scenario with what the world needs to play it. */
export interface PlayedScenario extends Scenario {
  status: SessionStatus
  /** Share among the scenarios of the same kind and status; 0 plays it only in its own place among the newest. */
  weight: number
  /** Keys of the workflows it may run in; any of its kind when absent. */
  workflow?: readonly string[]
  /** alpha-3 codes to draw the person from, in place of the workflow's. */
  countries?: readonly string[]
  document?: { code?: DocumentCode; expiredDays?: number }
  /** Names appear in the culture's own script. */
  native?: boolean
  /** Replaces the drawn customer reference. */
  vendorData?: string | null
  /** Replaces the company's drawn name. */
  companyName?: string
  /** Scenarios of the same ring share face, device and phone. */
  ring?: string
  /** The person already has an older approved session. */
  twin?: boolean
  /** How many features have run; all of them when absent and the status allows. */
  done?: number
  /** Says that `cast` changes the name, which then cannot be told without it. */
  renames?: boolean
  /** Changes the people and papers before anything is written. */
  cast?: (cast: Cast) => void
  /** Changes the finished decision: warnings, statuses, missing parts. */
  play?: (draft: Draft) => void
}
