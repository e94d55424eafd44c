import type { Cast } from '../cast.ts'
import { faceMatchItem } from '../decisions/biometrics.ts'
import { contactMatch } from '../decisions/contact.ts'
import { set, warn } from '../decisions/draft.ts'
import type { Draft } from '../decisions/draft.ts'
import { deviceMatch } from '../decisions/location.ts'
import type { PlayedScenario } from './scenario.ts'

/** The ring seen from one member: it knows only those who came before it, as the real checks do. */
function reveal(draft: Draft): void {
  const earlier = draft.cast.ring.filter((index) => index < draft.cast.index).map((index): Cast => draft.cast.other(index))
  const [first] = earlier
  if (first === undefined) {
    warn(draft, 'ip_analyses', 'DEVICE_RECOVERED_HIGH_CONFIDENCE', 'warning')
    return
  }
  const named = { duplicated_session_id: first.sessionId, duplicated_session_number: first.number, api_service: null }
  set(draft, 'liveness_checks', { matches: earlier.map((other, i) => faceMatchItem(other, 98.2 - i * 1.3)) })
  set(draft, 'phone_verifications', { matches: earlier.map((other) => contactMatch(other, 'phone_number', draft.cast.person.phone)) })
  set(draft, 'ip_analyses', { matches: earlier.map((other) => deviceMatch(other, 'device_fingerprint')) })
  warn(draft, 'liveness_checks', 'POSSIBLE_DUPLICATED_FACE', 'warning', named)
  warn(draft, 'phone_verifications', 'DUPLICATED_PHONE_NUMBER', 'warning', named)
  warn(draft, 'ip_analyses', 'DUPLICATED_DEVICE_FINGERPRINT', 'warning', { ...named, sessions: earlier.length })
}

/** Newest first, like the catalogue that they are dealt into. */
export const RING_SCENARIOS: readonly PlayedScenario[] = (
  [
    ['ring-fourth', 'The same face and phone under a fourth name.'],
    ['ring-third', 'The same face and phone under a third name.'],
    ['ring-second', 'The same face and phone under a second name.'],
    ['ring-first', 'The oldest of four sessions with one face, device and phone.'],
  ] as const
).map(([name, about]): PlayedScenario => ({
  name,
  about,
  kind: 'user',
  status: 'In Review',
  weight: 0,
  ring: 'staged',
  workflow: ['retail-eu'],
  countries: ['ROU', 'ESP', 'FRA'],
  play: reveal,
}))
