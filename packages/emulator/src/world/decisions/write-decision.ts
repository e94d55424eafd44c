import type { Cast } from '../cast.ts'
import { moment, sessionToken } from '../cast.ts'
import { companyOf } from '../people/company.ts'
import type { Json, JsonObject } from '../types.ts'
import { addressProof } from './address-proof.ts'
import { aml } from './aml.ts'
import { faceMatch, liveness, nfc } from './biometrics.ts'
import { companyDocuments } from './company-documents.ts'
import { email, phone } from './contact.ts'
import type { Draft } from './draft.ts'
import { idVerification } from './id-verification.ts'
import { keyPeople } from './key-people.ts'
import { ipAnalysis } from './location.ts'
import { questionnaire } from './questionnaire.ts'
import { databaseValidation, documentAi } from './registers.ts'
import { registryCheck } from './registry.ts'

type Writer = readonly [array: string, write: (cast: Cast) => JsonObject]

const WRITERS: Readonly<Record<string, Writer>> = {
  ID_VERIFICATION: ['id_verifications', idVerification],
  NFC: ['nfc_verifications', nfc],
  LIVENESS: ['liveness_checks', liveness],
  AGE_ESTIMATION: ['liveness_checks', liveness],
  FACE_MATCH: ['face_matches', faceMatch],
  POA: ['poa_verifications', addressProof],
  DOCUMENT_AI: ['document_ai_documents', documentAi],
  PHONE: ['phone_verifications', phone],
  EMAIL_VERIFICATION: ['email_verifications', email],
  AML: ['aml_screenings', aml],
  IP_ANALYSIS: ['ip_analyses', ipAnalysis],
  DATABASE_VALIDATION: ['database_validations', databaseValidation],
  QUESTIONNAIRE: ['questionnaire_responses', questionnaire],
  KYB_REGISTRY: ['registry_checks', registryCheck],
  KYB_DOCUMENTS: ['document_verifications', companyDocuments],
  KYB_KEY_PEOPLE: ['key_people_checks', keyPeople],
}

const ARRAYS = {
  user: [
    'id_verifications',
    'nfc_verifications',
    'liveness_checks',
    'face_matches',
    'phone_verifications',
    'email_verifications',
    'poa_verifications',
    'document_ai_documents',
    'questionnaire_responses',
    'aml_screenings',
    'ip_analyses',
    'database_validations',
  ],
  business: [
    'registry_checks',
    'aml_screenings',
    'document_verifications',
    'key_people_checks',
    'phone_verifications',
    'email_verifications',
    'questionnaire_responses',
    'ip_analyses',
  ],
} as const

/** The whole decision of a cast: every feature that ran has passed, then the scenario has its say. */
export function writeDecision(cast: Cast): JsonObject {
  const arrays: JsonObject = Object.fromEntries(ARRAYS[cast.kind].map((name): [string, Json] => [name, null]))
  for (const feature of cast.ran) {
    const writer = WRITERS[feature]
    if (writer !== undefined) arrays[writer[0]] = [writer[1](cast)]
  }
  const lifetime = lifetimeOf(cast)
  const decision: JsonObject = {
    session_id: cast.sessionId,
    session_kind: cast.kind,
    session_number: cast.number,
    session_url: sessionToken(cast),
    status: cast.status,
    environment: 'live',
    workflow_id: cast.workflowId,
    features: [...cast.workflow.features],
    vendor_data: cast.vendorData,
    metadata: cast.dice.chance('metadata', 0.6)
      ? { channel: cast.dice.pick('channel', ['web', 'ios', 'android']), tier: cast.dice.pick('tier', ['basic', 'plus', 'private']) }
      : null,
    expected_details: expectedDetails(cast),
    contact_details:
      cast.kind === 'user' && cast.dice.chance('contact', 0.75)
        ? {
            email: cast.person.email,
            email_lang: cast.person.country.language,
            send_notification_emails: cast.dice.chance('notify', 0.5),
            phone: cast.dice.chance('contactphone', 0.5) ? cast.person.phone : null,
          }
        : null,
    callback: cast.dice.chance('callback', 0.8) ? 'https://app.example/verified' : null,
    ...arrays,
    reviews: [],
    created_at: moment(cast, 0),
    expires_at: moment(cast, lifetime),
  }
  const draft: Draft = { cast, decision }
  cast.scenario.play?.(draft)
  return decision
}

function expectedDetails(cast: Cast): JsonObject | null {
  if (cast.kind === 'business') {
    const company = companyOf(cast.seed, cast.index, cast.workflow)
    return {
      company_name: cast.scenario.companyName ?? company.name,
      registry_country: company.country,
      registration_number: company.registrationNumber,
    }
  }
  if (!cast.dice.chance('expected', 0.7)) return null
  const { person } = cast
  return {
    first_name: person.given.latin,
    last_name: person.family.latin,
    date_of_birth: person.birth,
    gender: person.sex,
    nationality: cast.document.nationality,
    country: person.country.alpha3,
    id_country: person.country.alpha3,
    expected_document_types: [cast.document.code],
  }
}

/** Seconds until the link ends; what has run out already did so before the world's now, however young the session. */
function lifetimeOf(cast: Cast): number {
  const whole = (cast.kind === 'business' ? 14 : 7) * 86_400
  const over = cast.status === 'Expired' || cast.status === 'Abandoned'
  return over ? Math.min(whole, Math.floor(((cast.epoch - cast.createdAt) / 1000) * 0.8)) : whole
}
