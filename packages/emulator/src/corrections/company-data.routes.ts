import { Hono } from 'hono'
import { authenticateSession } from '../http/authenticate.ts'
import { detail, notFound } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { FieldErrors, isDate, readChoice, readText } from '../http/fields.ts'
import { jsonBody } from '../http/json-body.ts'
import { idParam, SESSION_ID, uuidParam } from '../http/paths.ts'
import { objectAt, objectsAt } from '../json-value.ts'
import { isoMicros } from '../store/ids.ts'
import type { Application } from '../store/application.ts'
import type { Session } from '../store/session.ts'
import type { Upstream } from '../upstream.ts'
import { dataUpdated } from '../webhooks/webhook-event.ts'
import type { JsonObject } from '../world/types.ts'
import { writable } from './correctable.ts'

const TEXTS: Readonly<Record<string, number>> = {
  company_name: 255,
  registration_number: 100,
  region: 10,
  tax_number: 100,
  legal_address: Infinity,
  company_type: 100,
  alternative_names: Infinity,
  nature_of_business: Infinity,
  registered_capital: 100,
  legal_entity_identifier: 50,
  location_of_registration: 255,
  vat_number: 64,
  control_scheme: Infinity,
}
const DATES = ['incorporation_date', 'registration_date', 'dissolution_date']
const STATUSES =
  'active,dissolved,deregistered,see full details,authorised,appointed representative,unauthorised,inactive,no longer authorised,closed,struck off'.split(
    ',',
  )
/** Kept in the registry snapshot only. */
const SNAPSHOT_ONLY = new Set(['region', 'registration_date', 'dissolution_date', 'vat_number', 'control_scheme'])
/** Texts and days that may be emptied with null. */
const NULLABLE = new Set(['region', 'registration_date', 'dissolution_date', 'registered_capital_currency'])
const LONGEST: Readonly<Record<string, number>> = { country_code: 2, registered_capital_currency: 3, website: 500, phone: 50 }

const matches = (form: RegExp) => (value: string) => form.test(value)
const digits = (value: string): number => value.replaceAll(/\D/g, '').length
/** A bare domain counts with `https://` before it. */
const asLink = (value: string): string => (value === '' || /^https?:\/\//i.test(value) ? value : `https://${value}`)

const FORMS: Readonly<Record<string, { fits: (value: string) => boolean; text: string }>> = {
  country_code: { fits: matches(/^[A-Za-z]{2}$/), text: 'country_code must be a 2-letter ISO 3166-1 alpha-2 code.' },
  registered_capital_currency: { fits: matches(/^[A-Za-z]{3}$/), text: 'Currency must be a 3-letter ISO 4217 code (e.g. USD, EUR, GBP).' },
  email: { fits: matches(/^[^\s@]+@[^\s@]+\.[^\s@]+$/), text: 'Enter a valid email address.' },
  phone: {
    fits: (value) => /^[+\d\s().-]+$/.test(value) && digits(value) >= 7 && digits(value) <= 15,
    text: 'Invalid phone number format.',
  },
  website: { fits: (value) => /^https?:\/\/[^\s.]+\.\S+$/i.test(asLink(value)), text: 'Enter a valid URL.' },
}

function parse(body: JsonObject): JsonObject {
  const errors = new FieldErrors()
  const values: JsonObject = {}
  const set = (field: string, value: string | null | undefined): void => {
    if (value !== undefined) values[field] = value
  }
  for (const [field, max] of Object.entries(TEXTS)) set(field, readText(body, field, errors, { nullable: NULLABLE.has(field), max }))
  for (const field of DATES) {
    const value = readText(body, field, errors, { nullable: NULLABLE.has(field) })
    if (typeof value === 'string' && !isDate(value))
      errors.add(field, 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.')
    else set(field, value)
  }
  for (const [field, { fits, text }] of Object.entries(FORMS)) {
    const value = readText(body, field, errors, { nullable: NULLABLE.has(field), max: LONGEST[field] ?? 254 })
    if (typeof value !== 'string') set(field, value)
    else if (value !== '' && !fits(value)) errors.add(field, text)
    else if (field === 'website') set(field, asLink(value))
    else set(field, /_(code|currency)$/.test(field) ? value.toUpperCase() : value)
  }
  set('registry_status', readChoice(body, 'registry_status', STATUSES, errors, { nullable: true }))
  set('verification_status', readChoice(body, 'verification_status', ['verified', 'failed', 'unknown'], errors, { nullable: true }))
  const amount = body['registered_capital_amount']
  if (typeof amount === 'number') set('registered_capital_amount', amount.toFixed(2))
  else if (amount === null) set('registered_capital_amount', null)
  else if (amount !== undefined) errors.add('registered_capital_amount', 'A valid number is required.')
  errors.throwIfAny()
  return values
}

function companyOf(session: Session, companyId: string): JsonObject | undefined {
  return objectsAt(session.decision, 'registry_checks')
    .map((check) => objectAt(check, 'company'))
    .find((company) => company?.['uuid'] === companyId)
}

/** Whether any other business session has this company: that refusal reads differently. */
function existsElsewhere(application: Application, companyId: string): boolean {
  return application.pages.all('business', 0, 200).rows.some(({ sessionId }) => {
    const session = application.sessions.read(sessionId)
    return session !== undefined && companyOf(session, companyId) !== undefined
  })
}

/** `PATCH /v3/session/{id}/kyb/{companyUuid}/update-data/`: no status gate, no activity entry. */
export function companyDataRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  const path = `/v3/session/${SESSION_ID}/kyb/${uuidParam('companyId')}/update-data/`
  routes.patch(path, authenticateSession(upstream), async (c) => {
    const application = c.get('application')
    const body = await jsonBody(c)
    const session = writable(c)
    if (session.facts.kind !== 'business') throw notFound()
    const companyId = idParam(c, 'companyId')
    const company = companyOf(session, companyId)
    if (company === undefined) {
      throw detail(
        404,
        existsElsewhere(application, companyId)
          ? 'KYB company does not belong to the given session.'
          : 'No KYBCompany matches the given query.',
      )
    }
    const values = parse(body)
    if (Object.keys(values).length > 0) {
      for (const [key, value] of Object.entries(values)) {
        if (!SNAPSHOT_ONLY.has(key)) company[key === 'legal_address' ? 'registered_address' : key] = value
      }
      company['registry_data'] = { ...objectAt(company, 'registry_data'), ...values }
      company['last_console_edit_at'] = isoMicros(upstream.now())
      if (typeof values['company_name'] === 'string') session.facts = { ...session.facts, name: values['company_name'] }
      upstream.emit(application, 'data.updated', dataUpdated(session, 'console_registry_edit'))
    }
    const names = company['alternative_names'] ?? null
    const joined = Array.isArray(names) ? names.filter((name) => typeof name === 'string').join(', ') : names
    return c.json({ ...company, alternative_names: joined === '' ? null : joined })
  })
  return routes
}
