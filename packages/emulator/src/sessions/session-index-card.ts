import type { Session } from '../store/session.ts'
import type { JsonObject } from '../world/types.ts'
import { isObject, objectAt, objectsAt, textAt } from '../json-value.ts'

/** What filters ask of a session beyond its facts; small enough to be remembered for many. */
export interface IndexCard {
  warnings: string[]
  /** Document and personal numbers, registration numbers. */
  numbers: string[]
  phones: string[]
  emails: string[]
  documentTypes: string[]
  documentNames: string[]
  regions: string[]
  screenedNames: string[]
  sessionType: string
  features: string[]
  startedInReview: boolean
}

const CODES: Readonly<Record<string, string>> = {
  Passport: 'P',
  'Identity Card': 'ID',
  "Driver's License": 'DL',
  'Residence Permit': 'RP',
  'Social Security Card': 'SSC',
  'Health Insurance Card': 'HIC',
  'Work Permit': 'WP',
  'Tax Card': 'TC',
  Visa: 'VISA',
  'Passport Card': 'PSC',
  'Birth Certificate': 'BC',
}

export function documentCode(displayName: string): string {
  return CODES[displayName] ?? (Object.values(CODES).includes(displayName) ? displayName : 'OTHER')
}

/** Lower case without accents: how names are compared. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** Letters and digits only: how numbers are compared. */
export function bare(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}

function present(values: (string | null)[]): string[] {
  return values.filter((value) => value !== null)
}

function warningsOf(decision: JsonObject): string[] {
  const risks: string[] = []
  for (const value of Object.values(decision)) {
    if (!Array.isArray(value)) continue
    for (const item of value) {
      if (!isObject(item)) continue
      risks.push(...present(objectsAt(item, 'warnings').map((warning) => textAt(warning, 'risk'))))
    }
  }
  return risks
}

export function indexCard(session: Session): IndexCard {
  const { decision, reviews, facts } = session
  const documents = objectsAt(decision, 'id_verifications')
  const screened = [...objectsAt(decision, 'aml_screenings'), ...objectsAt(decision, 'database_validations')].map(
    (item) => objectAt(item, 'screened_data') ?? {},
  )
  const companies = objectsAt(decision, 'registry_checks').map((check) => objectAt(check, 'company') ?? {})
  const firstChange = reviews.find((entry) => entry['new_status'] !== null && entry['previous_status'] !== null)
  return {
    warnings: warningsOf(decision),
    numbers: present([
      ...documents.flatMap((item) => [textAt(item, 'document_number'), textAt(item, 'personal_number')]),
      ...companies.map((company) => textAt(company, 'registration_number')),
    ]).map(bare),
    phones: present(objectsAt(decision, 'phone_verifications').map((item) => textAt(item, 'full_number'))),
    emails: present(objectsAt(decision, 'email_verifications').map((item) => textAt(item, 'email'))).map((email) => email.toLowerCase()),
    documentTypes: present(documents.map((item) => textAt(item, 'document_type'))).map(documentCode),
    documentNames: documents.map(
      (item) => `${textAt(item, 'issuing_state_name') ?? ''} - ${textAt(item, 'document_subtype') ?? textAt(item, 'document_type') ?? ''}`,
    ),
    regions: present(documents.map((item) => textAt(objectAt(item, 'parsed_address') ?? {}, 'region'))),
    screenedNames: present(screened.map((data) => textAt(data, 'full_name'))).map(folded),
    sessionType: session.extra.sessionType,
    features: Array.isArray(decision['features']) ? decision['features'].map(String) : [],
    startedInReview: facts.status === 'In Review' || firstChange?.['previous_status'] === 'In Review',
  }
}
