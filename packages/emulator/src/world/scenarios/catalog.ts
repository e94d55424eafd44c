import { ADDRESS_SCENARIOS } from './address.scenarios.ts'
import { BIOMETRIC_SCENARIOS } from './biometric.scenarios.ts'
import { BUSINESS_SCENARIOS } from './business.scenarios.ts'
import { CONTACT_SCENARIOS } from './contact.scenarios.ts'
import { CULTURE_SCENARIOS } from './culture.scenarios.ts'
import { IDENTITY_SCENARIOS } from './identity.scenarios.ts'
import { LIFECYCLE_SCENARIOS } from './lifecycle.scenarios.ts'
import { LOCATION_SCENARIOS } from './location.scenarios.ts'
import { RING_SCENARIOS } from './ring.scenarios.ts'
import type { PlayedScenario } from './scenario.ts'
import { SCREENING_SCENARIOS } from './screening.scenarios.ts'
import { SHAPE_SCENARIOS } from './shape.scenarios.ts'

/** Deals the families like cards, so that neighbours in the newest sessions are of different kinds. */
function interleave(families: readonly (readonly PlayedScenario[])[]): PlayedScenario[] {
  const longest = Math.max(...families.map((family) => family.length))
  return Array.from({ length: longest }, (_, round) => families.flatMap((family) => family.slice(round, round + 1))).flat()
}

/** Every scenario, in the order in which the newest sessions play them. */
export const SCENARIOS: readonly PlayedScenario[] = interleave([
  IDENTITY_SCENARIOS,
  LIFECYCLE_SCENARIOS,
  SCREENING_SCENARIOS,
  BUSINESS_SCENARIOS,
  BIOMETRIC_SCENARIOS,
  CULTURE_SCENARIOS,
  SHAPE_SCENARIOS,
  ADDRESS_SCENARIOS,
  CONTACT_SCENARIOS,
  LOCATION_SCENARIOS,
  RING_SCENARIOS,
])
