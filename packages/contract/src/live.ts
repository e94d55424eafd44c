import { z } from 'zod'
import type { Permission } from './access.ts'

/** What can change under somebody's eyes. An event says only that and where: whoever hears it asks again. */
export const liveKinds = ['queue', 'session', 'decision', 'approvals', 'alarms', 'jobs', 'presence', 'index'] as const
export const LiveKind = z.enum(liveKinds)
export type LiveKind = z.infer<typeof LiveKind>

/** Data of an event named `change` of `GET /api/events`; its `id` stands in the event's own id field. */
export const LiveEvent = z.object({ id: z.int(), kind: LiveKind, sessionId: z.string().optional() })
export type LiveEvent = z.infer<typeof LiveEvent>

/** What a person needs to hear of a kind. */
export const liveNeeds: Readonly<Record<LiveKind, Permission>> = {
  queue: 'queue.read',
  session: 'sessions.read',
  decision: 'decisions.read',
  approvals: 'decisions.read',
  alarms: 'alarms.read',
  jobs: 'sessions.read',
  presence: 'sessions.read',
  index: 'sessions.read',
}
