import type { Scenario, SessionStatus } from '../types.ts'

/** A scenario with what the world needs to play it. */
export interface PlayedScenario extends Scenario {
  status: SessionStatus
  /** Share among the scenarios of the same kind and status; 0 plays it only in its own place among the newest. */
  weight: number
  /** Scenarios of the same ring share face, device and phone. */
  ring?: string
}
