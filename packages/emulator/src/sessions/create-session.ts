import { DiditError, fieldError, ruleError } from '../http/didit-errors.ts'
import { FieldErrors, readChoice, readText, REQUIRED } from '../http/fields.ts'
import { isUuid } from '../http/paths.ts'
import { isObject, wordAt } from '../json-value.ts'
import type { Application } from '../store/application.ts'
import { isoMicros } from '../store/ids.ts'
import type { Session } from '../store/session.ts'
import { plainExtra } from '../store/session.ts'
import type { Upstream } from '../upstream.ts'
import type { Json, JsonObject } from '../world/types.ts'
import { findWorkflow } from '../workflows/find-workflow.ts'
import type { FoundWorkflow } from '../workflows/find-workflow.ts'
import { listedFeatures } from '../workflows/workflow-settings.ts'
import { restartExpiry } from './session-status.ts'
import { STEPS, stepOfResubmit } from './steps.ts'

const MAX_PORTRAIT_BYTES = 2 * 1024 * 1024
const PRICE_CENTS = 30
const UNFINISHED = new Set(['Not Started', 'In Progress', 'Resubmitted', 'Awaiting User'])

interface CreateBody {
  workflowId: string
  vendorData: string | null
  callback: string | null
  callbackMethod: string
  metadata: Json
  language: string | null
  contact: JsonObject | null
  expected: JsonObject | null
}

function readObject(body: JsonObject, field: string, errors: FieldErrors): JsonObject | null {
  const value = body[field]
  if (value === undefined || value === null) return null
  if (isObject(value)) return value
  errors.add(field, 'Invalid data. Expected a dictionary.')
  return null
}

export function parseCreateBody(body: JsonObject): CreateBody {
  const errors = new FieldErrors()
  if (body['workflow_id'] === undefined) errors.add('workflow_id', REQUIRED)
  const workflowId = readText(body, 'workflow_id', errors) ?? ''
  if (workflowId !== '' && !isUuid(workflowId)) errors.add('workflow_id', 'Must be a valid UUID.')
  const parsed = {
    workflowId,
    vendorData: readText(body, 'vendor_data', errors, { nullable: true }) ?? null,
    callback: readText(body, 'callback', errors, { nullable: true }) ?? null,
    callbackMethod: readChoice(body, 'callback_method', ['initiator', 'completer', 'both'], errors) ?? 'initiator',
    metadata: body['metadata'] ?? null,
    language: readText(body, 'language', errors, { nullable: true }) ?? null,
    contact: readObject(body, 'contact_details', errors),
    expected: readObject(body, 'expected_details', errors),
  }
  const portrait = body['portrait_image']
  if (typeof portrait === 'string' && portrait.length * 0.75 > MAX_PORTRAIT_BYTES) errors.add('portrait_image', 'Image size exceeds 2MB.')
  errors.throwIfAny()
  return parsed
}

/** The unfinished session that is handed out again instead of a new one. */
function reusable(application: Application, workflow: FoundWorkflow, vendorData: string): Session | undefined {
  const kind = workflow.isBusiness ? 'business' : 'user'
  const entities = kind === 'user' ? application.users : application.businesses
  const facts = entities
    .sessionsOf(vendorData)
    .find((candidate) => UNFINISHED.has(candidate.status) && candidate.workflowId === workflow.groupId)
  const session = facts === undefined ? undefined : application.sessions.write(facts.sessionId)
  const current = session?.extra.workflowVersion === workflow.version
  return current && session.decision['session_url'] !== null ? session : undefined
}

function sessionFeatures(row: JsonObject): string[] {
  return listedFeatures(row).map((feature) => {
    if (feature === 'AGE_ESTIMATION' || feature === 'FACE_SEARCH') return feature
    return stepOfResubmit(feature)?.feature ?? feature
  })
}

function make(application: Application, workflow: FoundWorkflow, body: CreateBody, upstream: Upstream): Session {
  const now = upstream.now()
  const kind = workflow.isBusiness ? 'business' : 'user'
  const { ids, sessions } = application
  const facts = {
    index: sessions.nextIndex(),
    sessionId: ids.uuid(),
    kind,
    number: sessions.nextNumber(kind),
    status: 'Not Started',
    workflowId: workflow.groupId,
    createdAt: now,
    vendorData: body.vendorData,
    name: null,
    country: null,
    scenario: 'created',
  } as const
  const kyb = (array: string): boolean => ['registry_checks', 'document_verifications', 'key_people_checks'].includes(array)
  const blocks = STEPS.filter(({ array }) => workflow.isBusiness || !kyb(array)).map(({ array }) => [array, null] as const)
  const decision: JsonObject = {
    session_id: facts.sessionId,
    session_kind: kind,
    session_number: facts.number,
    session_url: ids.token(12),
    status: facts.status,
    environment: 'live',
    workflow_id: facts.workflowId,
    features: sessionFeatures(workflow.row),
    vendor_data: facts.vendorData,
    metadata: body.metadata,
    expected_details: workflow.isBusiness ? null : body.expected,
    contact_details: body.contact,
    callback: body.callback,
    ...Object.fromEntries(blocks),
    reviews: [],
    created_at: isoMicros(now),
    expires_at: null,
  }
  return {
    facts,
    decision,
    reviews: [],
    extra: { ...plainExtra(), workflowVersion: workflow.version, callbackMethod: body.callbackMethod },
  }
}

/** Makes a session, or hands out the unfinished one of the same person; throws Didit's refusals. */
export function createSession(
  application: Application,
  body: CreateBody,
  upstream: Upstream,
): { session: Session; language: string | null; isNew: boolean } {
  const workflow = findWorkflow(application, body.workflowId)
  if (workflow === undefined) throw ruleError('workflow_id', 'Invalid workflow_id.')
  if (body.vendorData !== null && application.lists.isBlocked(workflow.isBusiness ? 'business' : 'user', body.vendorData)) {
    throw ruleError('vendor_data', 'This user or business has been blocked and cannot create new verification sessions.')
  }
  const { language } = body
  const known = body.vendorData === null ? undefined : reusable(application, workflow, body.vendorData)
  if (known !== undefined) {
    known.decision['callback'] = body.callback
    known.decision['metadata'] = body.metadata
    return { session: known, language, isNew: false }
  }
  if (upstream.balance.cents < PRICE_CENTS) {
    throw new DiditError(400, {
      detail: "You don't have enough credits to perform this request. Please top up at https://business.didit.me",
    })
  }
  upstream.balance.cents -= PRICE_CENTS
  const session = make(application, workflow, body, upstream)
  restartExpiry(session, { upstream, application })
  application.sessions.add(session)
  return { session, language, isNew: true }
}

/** The 201 of a created session; the token is a secret of the person's. */
export function createdAnswer(session: Session, language: string | null, hosted: string): JsonObject {
  const { facts, decision, extra } = session
  const token = wordAt(decision, 'session_url').split('/').at(-1) ?? ''
  if (token === '') throw fieldError('workflow_id', 'Invalid workflow_id.')
  return {
    session_id: facts.sessionId,
    session_number: facts.number,
    session_token: token,
    url: `${hosted}${language === null ? '' : `/${language}`}/session/${token}`,
    vendor_data: facts.vendorData,
    metadata: decision['metadata'] ?? null,
    status: facts.status,
    callback: decision['callback'] ?? null,
    workflow_id: facts.workflowId,
    workflow_version: extra.workflowVersion,
  }
}
