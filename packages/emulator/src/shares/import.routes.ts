import { Hono } from 'hono'
import { authenticate } from '../http/authenticate.ts'
import { detail, fieldError } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { FieldErrors, readBoolean, readText, REQUIRED } from '../http/fields.ts'
import { jsonBody } from '../http/json-body.ts'
import { presentDecision } from '../sessions/present.ts'
import type { Application } from '../store/application.ts'
import { isoMicros } from '../store/ids.ts'
import type { Session } from '../store/session.ts'
import { plainExtra } from '../store/session.ts'
import type { Upstream } from '../upstream.ts'
import { statusUpdated } from '../webhooks/webhook-event.ts'
import type { JsonObject } from '../world/types.ts'
import { findWorkflow } from '../workflows/find-workflow.ts'
import type { FoundWorkflow } from '../workflows/find-workflow.ts'
import { readShareToken } from './share-token.ts'
import { singularDecision } from './singular-decision.ts'

interface ImportBody {
  token: string
  trustReview: boolean
  workflowId: string
  vendorData: string | null
}

function parse(body: JsonObject): ImportBody {
  const errors = new FieldErrors()
  for (const field of ['share_token', 'trust_review', 'workflow_id']) {
    if (body[field] === undefined) errors.add(field, REQUIRED)
  }
  const token = readText(body, 'share_token', errors) ?? ''
  const trustReview = readBoolean(body, 'trust_review', errors) ?? false
  const workflowId = readText(body, 'workflow_id', errors) ?? ''
  const vendorData = readText(body, 'vendor_data', errors, { nullable: true }) ?? null
  errors.throwIfAny()
  return { token, trustReview, workflowId, vendorData }
}

/** The source that a token names, or Didit's refusal of the token. */
function sourceOf(upstream: Upstream, receiver: Application, token: string): Session {
  const claims = readShareToken(token, upstream.shareSecret)
  if (claims === undefined) throw fieldError('share_token', 'Invalid share token.')
  if (claims.exp <= Math.floor(upstream.now() / 1000)) throw fieldError('share_token', 'Share token has expired.')
  if (claims.for_application_id !== receiver.id) throw fieldError('share_token', 'This token is not valid for this application.')
  const source = upstream.byId(claims.from_application_id)?.sessions.read(claims.session_id)
  if (source === undefined) throw fieldError('share_token', 'Original session does not exist.')
  return source
}

function copyOf(source: Session, application: Application, body: ImportBody, workflow: FoundWorkflow, now: number): Session {
  const { ids, sessions } = application
  const facts = {
    ...source.facts,
    index: sessions.nextIndex(),
    sessionId: ids.uuid(),
    number: sessions.nextNumber(source.facts.kind),
    status: body.trustReview ? source.facts.status : ('In Review' as const),
    workflowId: workflow.groupId,
    createdAt: now,
    vendorData: body.vendorData ?? source.facts.vendorData,
  }
  const decision: JsonObject = {
    ...structuredClone(source.decision),
    session_id: facts.sessionId,
    session_number: facts.number,
    session_url: null,
    status: facts.status,
    workflow_id: workflow.groupId,
    vendor_data: facts.vendorData,
    created_at: isoMicros(now),
    reviews: [],
  }
  return {
    facts,
    decision,
    reviews: [],
    extra: { ...plainExtra('API'), sharedFrom: source.facts.sessionId, workflowVersion: workflow.version },
  }
}

/** `POST /v3/session/import-shared/`: once per source session and receiver. */
export function importRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.post('/v3/session/import-shared/', authenticate(upstream), async (c) => {
    const application = c.get('application')
    const body = parse(await jsonBody(c))
    const source = sourceOf(upstream, application, body.token)
    const workflow = findWorkflow(application, body.workflowId)
    if (workflow === undefined) throw detail(404, 'Workflow does not exist for this application.')
    if (application.redeemed.has(source.facts.sessionId)) throw detail(403, 'This session has already been shared with your application.')
    application.redeemed.add(source.facts.sessionId)
    const session = copyOf(source, application, body, workflow, upstream.now())
    application.sessions.add(session)
    const presenter = { upstream, application, origin: upstream.originOf(c) }
    upstream.emit(application, 'status.updated', statusUpdated(session, presenter))
    upstream.touchEntity(application, session.facts)
    const decision = presentDecision(session, presenter)
    return c.json(session.facts.kind === 'user' ? singularDecision(decision) : decision, 201)
  })
  return routes
}
