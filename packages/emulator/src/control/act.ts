import { z } from 'zod'
import { isObject, objectsAt } from '../json-value.ts'
import type { Actor } from '../reviews/activity.ts'
import { API_CLIENT, recordActivity, SYSTEM } from '../reviews/activity.ts'
import { recomputeParents } from '../sessions/kyb-parent.ts'
import { setStatus } from '../sessions/session-status.ts'
import { STEPS } from '../sessions/steps.ts'
import { STATUSES } from '../world/types.ts'
import type { Session } from '../store/session.ts'
import type { Application } from '../store/application.ts'
import type { Upstream } from '../upstream.ts'
import { dataUpdated, statusUpdated } from '../webhooks/webhook-event.ts'
import type { JsonObject } from '../world/types.ts'
import { MEDIA_PREFIX } from '../world/types.ts'
import { makeHit } from './made-hit.ts'

const common = {
  sessionId: z.uuid().transform((id) => id.toLowerCase()),
  actor: z.union([z.literal('api'), z.literal('system'), z.email()]).default('colleague@verdict.example'),
}

export const ActInput = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('status'),
    status: z.enum(STATUSES),
    comment: z.string().optional(),
    webhook: z.boolean().default(true),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('aml_hit'),
    hitId: z.string().optional(),
    reviewStatus: z.enum(['Unreviewed', 'Confirmed Match', 'False Positive', 'Inconclusive']).optional(),
    dataset: z.string().optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('media'),
    slot: z.string().optional(),
    lost: z.boolean().default(true),
    contentType: z.string().optional(),
    base64: z.base64().optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('delete') }),
  z.strictObject({ ...common, kind: z.literal('review'), comment: z.string(), viewed: z.boolean().optional() }),
])
export type ActInput = z.infer<typeof ActInput>

export type ActOutcome = { ok: true; done: JsonObject } | { ok: false; error: string; status: 404 | 409 }

function actorOf(actor: ActInput['actor']): Actor {
  if (actor === 'api') return API_CLIENT
  if (actor === 'system') return SYSTEM
  return { display: actor.split('@')[0] ?? actor, email: actor, type: 'CONSOLE_USER' }
}

type Scene = { upstream: Upstream; application: Application; session: Session; actor: Actor; origin: string }

/** Steps that were deleted by a resubmission come back as the person redoes them. */
function restoreSteps(session: Session, application: Application): void {
  const index = application.sessions.world.find(session.facts.sessionId)
  if (index === undefined) return
  const before = application.sessions.world.decision(index)
  for (const { array } of STEPS) {
    const kept = objectsAt(session.decision, array)
    const nodes = new Set(kept.map((item) => item['node_id']))
    const redone = objectsAt(before, array).filter((item) => !nodes.has(item['node_id']))
    if (redone.length > 0) session.decision[array] = [...kept, ...redone]
  }
}

function changeStatus(scene: Scene, input: Extract<ActInput, { kind: 'status' }>): void {
  const { upstream, application, session, actor } = scene
  const previous = session.facts.status
  const next = input.status
  if (previous === 'Resubmitted' && ['Approved', 'Declined', 'In Review'].includes(next)) restoreSteps(session, application)
  const values = { previousValue: { status: previous }, newValue: { status: next }, changedFields: ['status'] }
  const entry = { type: 'STATUS_UPDATED', actor, newStatus: next, previousStatus: previous, comment: input.comment ?? null, ...values }
  recordActivity(session, entry, { ids: application.ids, now: upstream.now() })
  setStatus(session, next)
  if (next === 'Approved' || next === 'Declined') recomputeParents(session, scene)
  if (!input.webhook) return
  upstream.emit(application, 'status.updated', statusUpdated(session, scene))
  upstream.touchEntity(application, session.facts)
}

/** Reviews a known hit, or lets ongoing monitoring find a new one. */
function changeHit(scene: Scene, input: Extract<ActInput, { kind: 'aml_hit' }>): string | undefined {
  const { upstream, application, session, actor } = scene
  const screenings = objectsAt(session.decision, 'aml_screenings')
  const stamp = { ids: application.ids, now: upstream.now() }
  if (input.hitId !== undefined || input.reviewStatus !== undefined) {
    const hits = screenings.flatMap((item) => objectsAt(item, 'hits'))
    const hit = input.hitId === undefined ? hits[0] : hits.find((candidate) => candidate['id'] === input.hitId)
    if (hit === undefined) return 'The session has no such AML hit.'
    const before = hit['review_status'] ?? 'Unreviewed'
    const after = input.reviewStatus ?? 'False Positive'
    hit['review_status'] = after
    const values = { previousValue: { review_status: before }, newValue: { review_status: after }, changedFields: ['review_status'] }
    recordActivity(session, { type: 'AML_HIT_STATUS_UPDATED', actor, ...values, metadata: { hit_ids: [hit['id'] ?? null] } }, stamp)
  } else {
    const screening = screenings[0]
    if (screening === undefined) return 'The session has no AML screening.'
    const hits = objectsAt(screening, 'hits')
    const hit = makeHit(application.ids.token(20), session, input.dataset ?? 'Sanctions')
    screening['hits'] = [...hits, hit]
    screening['total_hits'] = hits.length + 1
    screening['status'] = 'In Review'
    recordActivity(session, { type: 'AML_ONGOING_MATCH', actor: SYSTEM, metadata: { hit_ids: [hit['id'] ?? null] } }, stamp)
  }
  upstream.emit(application, 'data.updated', dataUpdated(session, 'manual_review'))
  return undefined
}

/** Every media key of a session. */
function mediaKeys(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith(MEDIA_PREFIX) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(mediaKeys)
  return isObject(value) ? Object.values(value).flatMap(mediaKeys) : []
}

function changeMedia({ upstream, session }: Scene, input: Extract<ActInput, { kind: 'media' }>): JsonObject | undefined {
  const keys = mediaKeys(session.decision)
  const chosen = input.slot === undefined ? keys : keys.filter((key) => key.endsWith(`/${input.slot}`))
  if (chosen.length === 0) return undefined
  const bytes = input.base64 === undefined ? undefined : new Uint8Array(Buffer.from(input.base64, 'base64'))
  for (const key of chosen) {
    upstream.mediaOverrides.set(key, bytes === undefined ? 'lost' : { bytes, contentType: input.contentType ?? 'image/png' })
  }
  return { changed: chosen.map((key) => key.slice(MEDIA_PREFIX.length)) }
}

/** Somebody else does something to a session; the webhooks that it would fire are fired. */
export function act(upstream: Upstream, input: ActInput, origin: string): ActOutcome {
  const application = upstream.ownerOf(input.sessionId)
  const session = application?.sessions.write(input.sessionId)
  if (application === undefined || session === undefined)
    return { ok: false, error: `There is no session ${input.sessionId}.`, status: 404 }
  const scene = { upstream, application, session, actor: actorOf(input.actor), origin }
  const done = { sessionId: input.sessionId, status: session.facts.status }
  const refused = (error: string): ActOutcome => ({ ok: false, error, status: 409 })
  switch (input.kind) {
    case 'status':
      changeStatus(scene, input)
      return { ok: true, done: { ...done, status: session.facts.status } }
    case 'aml_hit': {
      const error = changeHit(scene, input)
      return error === undefined ? { ok: true, done } : refused(error)
    }
    case 'media': {
      const changed = changeMedia(scene, input)
      return changed === undefined ? refused('The session has no such media.') : { ok: true, done: { ...done, ...changed } }
    }
    case 'delete':
      application.sessions.remove(input.sessionId)
      return { ok: true, done }
    default: {
      const metadata = input.viewed === true ? { system_event: 'DETAIL_VIEWED' } : null
      recordActivity(
        session,
        { type: 'COMMENT', actor: scene.actor, comment: input.comment, metadata },
        { ids: application.ids, now: upstream.now() },
      )
      return { ok: true, done }
    }
  }
}
