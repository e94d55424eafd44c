import type { Session } from '../store/session.ts'
import type { Json, JsonObject } from '../world/types.ts'
import { objectAt, objectsAt, textAt } from '../json-value.ts'
import type { Presenter } from './present.ts'
import { hostedUrl, withLinks } from './present.ts'
import { featureNames, featureStatus } from './steps.ts'

const DISPLAYED_TYPES = new Set(['Passport', 'Identity Card', "Driver's License", 'Residence Permit', 'Health Insurance Card', 'Tax Card'])

/** Has an array in the decision but no name in rows. */
const UNLISTED_FEATURE = 'DOCUMENT_AI'

const first = (decision: JsonObject, array: string): JsonObject => objectsAt(decision, array)[0] ?? {}

/** The decision gives 0–100, rows give 0–1. */
const share = (score: Json | undefined): number | null => (typeof score === 'number' ? Math.round(score * 100) / 10_000 : null)

function pick(source: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(keys.map((key) => [key, source[key] ?? null]))
}

function details(decision: JsonObject): JsonObject | null {
  const found: JsonObject = {}
  const aml = objectsAt(decision, 'aml_screenings')[0]
  if (aml !== undefined) {
    const screened = objectAt(aml, 'screened_data')
    found['aml'] = {
      total_hits: aml['total_hits'] ?? objectsAt(aml, 'hits').length,
      entity_type: aml['entity_type'] ?? 'person',
      is_adverse_media_fetched: objectsAt(aml, 'hits').some((hit) => objectsAt(hit, 'adverse_media_matches').length > 0),
      ...(screened === undefined ? {} : { screened_data: pick(screened, ['nationality', 'document_number', 'date_of_birth']) }),
    }
  }
  const database = objectsAt(decision, 'database_validations')[0]
  if (database !== undefined) {
    const screened = objectAt(database, 'screened_data') ?? {}
    found['database_validation'] = {
      ...pick(database, ['validation_type', 'match_type']),
      identification_number: screened['identification_number'] ?? screened['tax_number'] ?? null,
    }
  }
  const poa = objectsAt(decision, 'poa_verifications')[0]
  if (poa !== undefined) {
    found['poa'] = {
      ...pick(poa, ['document_type', 'issuer']),
      address: poa['poa_address'] ?? null,
      name_on_document: poa['name_on_document'] ?? null,
    }
  }
  const liveness = objectsAt(decision, 'liveness_checks')[0]
  if (liveness !== undefined) found['liveness'] = { method: liveness['method'] ?? null, score: share(liveness['score']) }
  const match = objectsAt(decision, 'face_matches')[0]
  if (match !== undefined) {
    found['face_match'] = { score: share(match['score']), ...pick(match, ['source_image', 'target_image']) }
  }
  const phone = objectsAt(decision, 'phone_verifications')[0]
  if (phone !== undefined) {
    found['phone_verification'] = {
      country_code: phone['country_code'] ?? null,
      is_temporary: phone['is_disposable'] ?? false,
      is_ported: false,
      is_blocked: false,
    }
  }
  const email = objectsAt(decision, 'email_verifications')[0]
  if (email !== undefined) {
    found['email_verification'] = {
      is_breached: email['is_breached'] ?? false,
      is_disposable: email['is_disposable'] ?? false,
      is_undeliverable: email['is_undeliverable'] ?? false,
      is_blocklisted: false,
    }
  }
  return Object.keys(found).length === 0 ? null : found
}

function fullName(decision: JsonObject): string | null {
  const aml = objectAt(first(decision, 'aml_screenings'), 'screened_data') ?? {}
  const database = objectAt(first(decision, 'database_validations'), 'screened_data') ?? {}
  const expected = objectAt(decision, 'expected_details') ?? {}
  const given = [textAt(expected, 'first_name'), textAt(expected, 'last_name')].filter((part) => part !== null).join(' ')
  return (
    textAt(first(decision, 'id_verifications'), 'full_name') ??
    textAt(aml, 'full_name') ??
    textAt(database, 'full_name') ??
    textAt(first(decision, 'poa_verifications'), 'name_on_document') ??
    (given === '' ? null : given)
  )
}

function country(decision: JsonObject): string | null {
  const expected = objectAt(decision, 'expected_details') ?? {}
  return (
    textAt(first(decision, 'id_verifications'), 'issuing_state') ??
    textAt(first(decision, 'database_validations'), 'issuing_state') ??
    textAt(first(decision, 'poa_verifications'), 'issuing_state') ??
    textAt(expected, 'id_country')
  )
}

/** A KYC row of `GET /v3/sessions/`: every key always there. */
export function userRow(session: Session, presenter: Presenter): JsonObject {
  const { facts, decision } = session
  const documentType = textAt(first(decision, 'id_verifications'), 'document_type')
  const phone = first(decision, 'phone_verifications')
  const email = first(decision, 'email_verifications')
  const number = textAt(phone, 'full_number')
  const address = textAt(email, 'email')
  return withLinks(
    {
      session_id: facts.sessionId,
      session_kind: 'user',
      session_number: facts.number,
      session_url: hostedUrl(decision['session_url']),
      portrait_image:
        textAt(first(decision, 'nfc_verifications'), 'portrait_image') ??
        textAt(first(decision, 'id_verifications'), 'portrait_image') ??
        textAt(first(decision, 'liveness_checks'), 'reference_image'),
      document_type: documentType !== null && DISPLAYED_TYPES.has(documentType) ? documentType : null,
      full_name: fullName(decision),
      country: country(decision),
      status: facts.status,
      vendor_data: facts.vendorData,
      didit_internal_id: facts.vendorData === null ? null : presenter.application.users.internalId(facts.vendorData),
      created_at: decision['created_at'] ?? null,
      features: featureNames(decision)
        .filter((feature) => feature !== UNLISTED_FEATURE)
        .map((feature) => ({ feature, status: featureStatus(decision, feature) })),
      phone_number: number === null ? null : { number, is_verified: phone['status'] === 'Approved' },
      email_address: address === null ? null : { email: address, is_verified: email['status'] === 'Approved' },
      additional_details: details(decision),
    },
    presenter,
  )
}

/** A KYB row: smaller, and with the workflow. */
export function businessRow(session: Session, presenter: Presenter): JsonObject {
  const { facts, decision } = session
  const company = objectAt(first(decision, 'registry_checks'), 'company') ?? {}
  const expected = objectAt(decision, 'expected_details') ?? {}
  const workflow = presenter.application.sessions.world.workflows.find((candidate) => candidate['workflow_id'] === facts.workflowId)
  return {
    session_id: facts.sessionId,
    session_kind: 'business',
    session_number: facts.number,
    status: facts.status,
    vendor_data: facts.vendorData,
    created_at: decision['created_at'] ?? null,
    workflow_id: facts.workflowId,
    workflow_type: 'kyb',
    workflow_label: workflow?.['workflow_label'] ?? null,
    company_name: textAt(company, 'company_name') ?? textAt(expected, 'company_name') ?? facts.name,
    registration_number: textAt(company, 'registration_number') ?? textAt(expected, 'registration_number'),
    country: textAt(company, 'country_code') ?? facts.country,
  }
}
