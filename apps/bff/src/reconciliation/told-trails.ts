import type { Decision as DiditDecision } from '@verdict/didit/wire/decision'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'

/** The part of a decision that says who set which status. */
export type ShortTrail = Pick<DiditDecision, 'status' | 'reviews' | 'session_kind'>

const text = z.string().nullish()
const Told = z.object({
  status: z.string(),
  session_kind: text,
  reviews: z.array(z.looseObject({ user: text, new_status: text, comment: text, created_at: text })).max(500),
})
const MOST = 2_000

/**
 * Short trails that came inside signed webhooks. In memory only: they spare a call to Didit where everything in them
 * is ours, and decide nothing else.
 */
export function makeToldTrails() {
  const bySession = new LRUCache<string, { eventId: string; trail: ShortTrail }>({ max: MOST })
  return {
    /** `decision` is what the event brought, whatever it is. */
    tell: (sessionId: string, eventId: string, decision: unknown): void => {
      const told = Told.safeParse(decision)
      if (told.success) bySession.set(sessionId, { eventId, trail: told.data })
      else bySession.delete(sessionId)
    },
    of: (sessionId: string) => bySession.get(sessionId),
  }
}
export type ToldTrails = ReturnType<typeof makeToldTrails>
