import type { Application } from '../store/application.ts'
import type { Session } from '../store/session.ts'
import type { EntryType } from '../store/list-store.ts'
import type { Upstream } from '../upstream.ts'
import type { Json, JsonObject } from '../world/types.ts'
import { MEDIA_PREFIX } from '../world/types.ts'
import { mapObjectStrings, objectsAt } from '../json-value.ts'

export const HOSTED = 'https://verify.didit.me'

/** Where a browser of this emulator reaches it; media links are made below it. */
export interface Presenter {
  upstream: Upstream
  application: Application
  origin: string
}

export function hostedUrl(token: Json | undefined): string | null {
  if (typeof token !== 'string' || token === '') return null
  return token.startsWith('https://') ? token : `${HOSTED}/session/${token}`
}

/** Turns every media key below `value` into a signed link. */
export function withLinks(value: JsonObject, { upstream, origin }: Presenter): JsonObject {
  return mapObjectStrings(value, (text) => (text.startsWith(MEDIA_PREFIX) ? upstream.media.url(text, origin) : text))
}

const MATCHES: readonly (readonly [string, EntryType])[] = [
  ['id_verifications', 'document'],
  ['liveness_checks', 'face'],
  ['phone_verifications', 'phone'],
  ['email_verifications', 'email'],
]

/** A session found as a duplicate shows as blocklisted once its own record is on the blocklist. */
function markBlockedMatches(decision: JsonObject, application: Application): void {
  for (const [array, type] of MATCHES) {
    for (const item of objectsAt(decision, array)) {
      for (const match of objectsAt(item, 'matches')) {
        const id = match['session_id']
        if (typeof id === 'string' && application.lists.isSessionBlocked(type, id)) match['is_blocklisted'] = true
      }
    }
  }
}

/** The V3 decision as it leaves the house: signed links, hosted URL, blocklist flags. A copy. */
export function presentDecision(session: Session, presenter: Presenter): JsonObject {
  const decision = withLinks(session.decision, presenter)
  decision['session_url'] = hostedUrl(session.decision['session_url'])
  markBlockedMatches(decision, presenter.application)
  return decision
}
