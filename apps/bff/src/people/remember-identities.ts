import { LRUCache } from 'lru-cache'
import type { Identified, IdentifyPerson } from './identify-person.ts'

const MOST = 5000
/** Another process that takes somebody's roles away is noticed after this time; this process at once. */
const TTL_MS = 10_000

export interface RememberedIdentities {
  identifyPerson: IdentifyPerson
  /** Call after signing out and after any change of people or roles. */
  forgetIdentities: () => void
}

/** Spares a busy reviewer's requests the three statements that tell who they are. */
export function rememberIdentities(identifyPerson: IdentifyPerson): RememberedIdentities {
  // Sessions live by the machine's clock, as better-auth does.
  const known = new LRUCache<string, Pick<Identified, 'person' | 'signInId'>>({
    max: MOST,
    ttl: TTL_MS,
    ttlResolution: 0,
    perf: Date,
  })
  let generation = 0
  return {
    identifyPerson: async (headers) => {
      const cookie = headers.get('cookie')
      if (cookie === null) return undefined
      const kept = known.get(cookie)
      if (kept) return { ...kept, renewed: [] }
      const asked = generation
      const found = await identifyPerson(headers)
      // What was read before somebody signed out must not be kept after it.
      if (found && asked === generation && found.renewed.length === 0) known.set(cookie, { person: found.person, signInId: found.signInId })
      return found
    },
    forgetIdentities: () => {
      generation += 1
      known.clear()
    },
  }
}
