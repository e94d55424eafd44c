import type { FeatureGlance, SessionKind, WarningGlance } from '@verdict/contract/session'
import type { SessionRow as WireRow } from '@verdict/didit/wire/session-list'
import type { Evidence } from '../sessions/evidence.ts'
import { firstText, isRecord, recordOf, recordsOf, textOf, withRaw } from '../sessions/json-read.ts'
import { adaptSessionRow, hitsOfRow } from '../sessions/session-row.adapt.ts'
import { summarise } from '../sessions/session-summary.adapt.ts'
import { adaptSession } from '../sessions/session.adapt.ts'
import { shortHash } from './short-hash.ts'

/** What a list or a case tells of a session. Null: not told. */
export interface IndexFacts {
  id: string
  kind: SessionKind
  number: number | null
  status: string
  name: string | null
  /** False where the list would perhaps take the name and country from elsewhere. */
  sure: boolean
  country: string | null
  documentType: string | null
  vendorData: string | null
  email: string | null
  phone: string | null
  numbers: readonly string[]
  workflow: { id: string; label: string | null } | null
  /** Epoch ms; null when upstream does not say. */
  createdAt: number | null
  features: FeatureGlance[] | null
  hasPortrait: boolean
  amlHits: number | null
}

/** What only reading the case tells. */
export interface IndexDetails {
  /** Worst first, at most three. */
  warnings: WarningGlance[]
  warningCount: number
  warningCodes: string[]
  amlHits: number
  resubmissions: number
  features: FeatureGlance[]
  evidenceHash: string
}

const timeOf = (text: string | null): number | null => {
  const time = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(time) ? null : time
}
const texts = (...values: unknown[]): string[] => [...new Set(values.map(textOf).filter((text) => text !== null))]

export function factsOfRow(wire: WireRow, kind: SessionKind): IndexFacts {
  const row = adaptSessionRow(wire, kind)
  const screened = recordOf(recordOf(recordOf(wire.additional_details)['aml'])['screened_data'])
  return {
    ...row,
    id: row.id.toLowerCase(),
    sure: true,
    numbers: texts(wire.registration_number, screened['document_number']),
    createdAt: timeOf(row.createdAt),
    amlHits: hitsOfRow(wire),
  }
}

/** What stands in a list row of this session, as far as the case itself tells it. */
export function factsOfCase({ sessionId, wire }: Pick<Evidence, 'sessionId' | 'wire'>): IndexFacts {
  const session = adaptSession(wire, () => null)
  const whole = withRaw(wire)
  const runs = (array: string) => recordsOf(whole[array]).filter(isRecord)
  const company = recordOf(runs('registry_checks')[0]?.['company'])
  return {
    id: sessionId,
    kind: session.kind,
    number: session.number,
    status: session.status,
    name: session.name,
    sure: textOf(company['company_name'] ?? runs('id_verifications')[0]?.['full_name']) !== null,
    country: session.country,
    documentType: session.documentType,
    vendorData: session.vendorData,
    email: firstText(runs('email_verifications')[0]?.['email'], session.contact?.email),
    phone: firstText(runs('phone_verifications')[0]?.['full_number'], session.contact?.phone),
    numbers: texts(
      company['registration_number'],
      ...runs('id_verifications').flatMap((run) => [run['document_number'], run['personal_number']]),
    ),
    workflow: session.workflow,
    createdAt: timeOf(session.createdAt),
    features: null,
    hasPortrait: session.portraitRef !== null,
    amlHits: null,
  }
}

export function detailsOfCase(evidence: Evidence): IndexDetails {
  const { warnings, warningCount, amlHits, resubmissions, features, evidenceHash } = summarise(evidence)
  const warningCodes = [...new Set(adaptSession(evidence.wire, () => null).warnings.map(({ code }) => code))]
  return { warnings, warningCount, warningCodes, amlHits, resubmissions, features, evidenceHash }
}

/** The parts of a list row that change when its case does; upstream tells no time of change. */
export function markOf(facts: Pick<IndexFacts, 'status' | 'features'>): string {
  return shortHash(JSON.stringify([facts.status, (facts.features ?? []).map(({ raw, status }) => [raw, status])]))
}
