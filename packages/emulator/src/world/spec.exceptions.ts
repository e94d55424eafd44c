/** A place where the published specification refuses what its own examples and text show, with the reason. */
export interface SpecException {
  /** Scenarios concerned; every one when absent. */
  scenarios?: readonly string[]
  /** Matches the JSON pointer of the value. */
  at: RegExp
  reason: string
}

export const SPEC_EXCEPTIONS: readonly SpecException[] = []
