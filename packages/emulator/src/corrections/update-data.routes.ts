import { Hono } from 'hono'
import { authenticateSession } from '../http/authenticate.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { FieldErrors, readChoice, readDate, readText } from '../http/fields.ts'
import { jsonBody } from '../http/json-body.ts'
import { SESSION_ID } from '../http/paths.ts'
import { isObject, objectAt, textAt } from '../json-value.ts'
import { withLinks } from '../sessions/present.ts'
import { documentCode } from '../sessions/session-index-card.ts'
import type { Upstream } from '../upstream.ts'
import { dataUpdated } from '../webhooks/webhook-event.ts'
import { COUNTRIES } from '../world/people/countries.ts'
import type { JsonObject } from '../world/types.ts'
import { mergeAddress, mergeExtras, readAddress, readAlpha3 } from './address.ts'
import { nodeOf, recordOf, writable } from './correctable.ts'
import { applyChange } from './record-change.ts'

const TYPES = ['P', 'DL', 'ID', 'RP', 'SSC', 'HIC', 'WP', 'TC', 'VISA', 'PSC', 'BC', 'OTHER']
const DISPLAY: Readonly<Record<string, string>> = {
  P: 'Passport',
  ID: 'Identity Card',
  DL: "Driver's License",
  RP: 'Residence Permit',
  HIC: 'Health Insurance Card',
  TC: 'Tax Card',
}
const TEXTS: Readonly<Record<string, number>> = {
  document_subtype: 128,
  document_number: 255,
  personal_number: 255,
  first_name: 255,
  last_name: 255,
  place_of_birth: 255,
  address: 255,
  nationality: 32,
}
const ANSWERED =
  'document_subtype document_number personal_number date_of_birth date_of_issue expiration_date issuing_state first_name last_name gender address place_of_birth nationality marital_status extra_fields parsed_address'.split(
    ' ',
  )

/** The values that a body sets, under the names of the decision; throws one 400 with every fault. */
function parse(body: JsonObject, record: JsonObject): JsonObject {
  const errors = new FieldErrors()
  const values: JsonObject = {}
  const set = (field: string, value: string | null | undefined): void => {
    if (value !== undefined) values[field] = value
  }
  const given = body['document_type']
  const alias = Object.entries(DISPLAY).find(([, name]) => name === given)?.[0]
  const type = readChoice({ document_type: alias ?? given ?? null }, 'document_type', TYPES, errors, { nullable: true })
  if (given !== undefined) set('document_type', type === null || type === undefined ? type : (DISPLAY[type] ?? type))
  for (const [field, max] of Object.entries(TEXTS)) set(field, readText(body, field, errors, { nullable: true, max }))
  for (const field of ['date_of_birth', 'date_of_issue', 'expiration_date']) set(field, readDate(body, field, errors))
  set('issuing_state', readAlpha3(body, 'issuing_state', errors))
  set('gender', readChoice(body, 'gender', ['M', 'F', 'U'], errors, { nullable: true }))
  const marital = readChoice(body, 'marital_status', ['SINGLE', 'MARRIED', 'DIVORCED', 'WIDOWED', 'UNKNOWN'], errors)
  if (typeof marital === 'string') values['marital_status'] = `${marital.slice(0, 1)}${marital.slice(1).toLowerCase()}`
  const extras = body['extra_fields']
  if (extras !== undefined) {
    if (extras === null || isObject(extras)) values['extra_fields'] = mergeExtras(objectAt(record, 'extra_fields'), extras)
    else errors.add('extra_fields', 'This field must be a JSON object.')
  }
  const address = readAddress(body, 'parsed_address', errors)
  if (address !== undefined) {
    const merged = mergeAddress(objectAt(record, 'parsed_address'), address)
    values['parsed_address'] = merged
    values['formatted_address'] = merged === null ? null : (merged['formatted_address'] ?? null)
  }
  errors.throwIfAny()
  return values
}

/** What Didit computes from the rest. */
function derive(record: JsonObject, values: JsonObject): void {
  const both = { ...record, ...values }
  if ('first_name' in values || 'last_name' in values) {
    values['full_name'] = [textAt(both, 'first_name'), textAt(both, 'last_name')].filter((part) => part !== null).join(' ')
  }
  if ('issuing_state' in values) values['issuing_state_name'] = stateName(textAt(both, 'issuing_state'), record)
}

/** The world's own countries have names; any other code stands for itself. */
function stateName(alpha3: string | null, record: JsonObject): string | null {
  if (alpha3 === null) return null
  if (alpha3 === record['issuing_state']) return textAt(record, 'issuing_state_name')
  return COUNTRIES.find((country) => country.alpha3 === alpha3)?.name ?? alpha3
}

/** `PATCH /v3/session/{id}/update-data/` */
export function updateDataRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.patch(`/v3/session/${SESSION_ID}/update-data/`, authenticateSession(upstream), async (c) => {
    const application = c.get('application')
    const body = await jsonBody(c)
    const session = writable(c)
    const record = recordOf(session, 'id_verifications', 'KYC', nodeOf(c, body))
    const values = parse(body, record)
    if (Object.keys(values).length > 0) {
      derive(record, values)
      applyChange(record, values, 'KYC_DATA_UPDATED', { upstream, application, session })
      if (typeof values['full_name'] === 'string') session.facts = { ...session.facts, name: values['full_name'] }
      upstream.emit(application, 'data.updated', dataUpdated(session, 'manual_review'))
    }
    const type = textAt(record, 'document_type')
    const answer: JsonObject = { document_type: type === null ? null : documentCode(type) }
    for (const key of ANSWERED) answer[key] = record[key] ?? null
    answer['marital_status'] = (textAt(record, 'marital_status') ?? 'UNKNOWN').toUpperCase()
    return c.json(withLinks(answer, { upstream, application, origin: upstream.originOf(c) }))
  })
  return routes
}
