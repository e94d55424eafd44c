import { Hono } from 'hono'
import { authenticateSession } from '../http/authenticate.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { FieldErrors, readChoice, readDate, readText } from '../http/fields.ts'
import { jsonBody } from '../http/json-body.ts'
import { SESSION_ID } from '../http/paths.ts'
import { isObject, objectAt } from '../json-value.ts'
import type { Upstream } from '../upstream.ts'
import { dataUpdated } from '../webhooks/webhook-event.ts'
import type { JsonObject } from '../world/types.ts'
import { mergeAddress, mergeExtras, readAddress, readAlpha3 } from './address.ts'
import { nodeOf, recordOf, writable } from './correctable.ts'
import { applyChange } from './record-change.ts'

const TYPES = ['UTILITY_BILL', 'BANK_STATEMENT', 'GOVERNMENT_ISSUED_DOCUMENT', 'OTHER_POA_DOCUMENT', 'UNKNOWN']
const TEXTS: Readonly<Record<string, number>> = { document_language: 50, issuer: 255, name_on_document: 255, poa_address: 2000 }
const BANK_KEYS =
  'bank_account_number bank_iban bank_sort_code bank_routing_number bank_swift_bic bank_branch_name bank_branch_address document_phone_number additional_names'.split(
    ' ',
  )
const ANSWERED = 'issuing_state document_type document_language issuer issue_date poa_address name_on_document'.split(' ')

function parse(body: JsonObject, record: JsonObject): JsonObject {
  const errors = new FieldErrors()
  const values: JsonObject = {}
  const set = (field: string, value: string | null | undefined): void => {
    if (value !== undefined) values[field] = value
  }
  set('document_type', readChoice(body, 'document_type', TYPES, errors))
  for (const [field, max] of Object.entries(TEXTS)) set(field, readText(body, field, errors, { nullable: true, max }))
  set('issue_date', readDate(body, 'issue_date', errors))
  set('issuing_state', readAlpha3(body, 'issuing_state', errors))
  const extras = body['extra_fields']
  if (extras !== undefined) {
    const names = isObject(extras) ? extras['additional_names'] : undefined
    if (extras !== null && !isObject(extras)) errors.add('extra_fields', 'This field must be a JSON object.')
    else if (names !== undefined && names !== null && !Array.isArray(names))
      errors.nest('extra_fields', { additional_names: 'Must be a list or null.' })
    else values['extra_fields'] = mergeExtras(objectAt(record, 'extra_fields'), extras)
  }
  const address = readAddress(body, 'poa_parsed_address', errors)
  if (address !== undefined) {
    const merged = mergeAddress(objectAt(record, 'poa_parsed_address'), address)
    values['poa_parsed_address'] = merged
    values['poa_formatted_address'] = merged === null ? null : (merged['formatted_address'] ?? null)
  }
  errors.throwIfAny()
  return values
}

function answerOf(record: JsonObject): JsonObject {
  const answer: JsonObject = {}
  for (const key of ANSWERED) answer[key] = record[key] ?? null
  const extras = objectAt(record, 'extra_fields') ?? {}
  answer['extra_fields'] = { ...Object.fromEntries(BANK_KEYS.map((key) => [key, extras[key] ?? null])), ...extras }
  answer['poa_parsed_address'] = record['poa_parsed_address'] ?? null
  answer['poa_formatted_address'] = record['poa_formatted_address'] ?? null
  return answer
}

/** `PATCH /v3/session/{id}/update-poa-data/`: tells the world only when something changed. */
export function updatePoaDataRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.patch(`/v3/session/${SESSION_ID}/update-poa-data/`, authenticateSession(upstream), async (c) => {
    const application = c.get('application')
    const body = await jsonBody(c)
    const session = writable(c)
    const record = recordOf(session, 'poa_verifications', 'POA', nodeOf(c, body))
    const changed = applyChange(record, parse(body, record), 'POA_DATA_UPDATED', { upstream, application, session })
    if (changed) upstream.emit(application, 'data.updated', dataUpdated(session, 'manual_review'))
    return c.json(answerOf(record))
  })
  return routes
}
