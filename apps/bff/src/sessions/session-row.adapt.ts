import type { FeatureGlance, SessionKind, SessionRow } from '@verdict/contract/session'
import type { SessionRow as WireRow } from '@verdict/didit/wire/session-list'
import { namesOfFeature } from './feature-names.ts'
import type { JsonRecord } from './json-read.ts'
import { firstText, integerOf, isRecord, recordOf, recordsOf, textOf, withRaw } from './json-read.ts'
import { adaptStatus } from './status.adapt.ts'

function glances(value: unknown): FeatureGlance[] | null {
  if (!Array.isArray(value)) return null
  return recordsOf(value).map((item) => {
    const raw = textOf(item['feature']) ?? ''
    return { kind: namesOfFeature(raw)?.kind ?? 'other', raw, status: adaptStatus(textOf(item['status']) ?? 'Not Finished') }
  })
}

function workflowOf(row: JsonRecord): SessionRow['workflow'] {
  const id = textOf(row['workflow_id'])
  return id === null ? null : { id, label: textOf(row['workflow_label']) }
}

/** Number of watch-list hits that a list row tells of; null when it does not. */
export function hitsOfRow(wire: WireRow): number | null {
  return integerOf(recordOf(recordOf(wire.additional_details)['aml'])['total_hits'])
}

/** Address of the thumbnail in a list row. Stays in the house. */
export function portraitUrlOf(wire: WireRow): string | null {
  return textOf(wire.portrait_image)
}

/** A row of either kind. `kind` is the list that it came from, for rows that do not say. */
export function adaptSessionRow(wire: WireRow, kind: SessionKind): Omit<SessionRow, 'asOf'> {
  const row = withRaw(wire)
  const email = isRecord(row['email_address']) ? row['email_address']['email'] : row['email_address']
  const phone = isRecord(row['phone_number']) ? row['phone_number']['number'] : row['phone_number']
  return {
    id: wire.session_id,
    kind: row['session_kind'] === 'business' ? 'business' : row['session_kind'] === 'user' ? 'user' : kind,
    number: integerOf(row['session_number']),
    status: adaptStatus(wire.status),
    name: firstText(row['full_name'], row['company_name']),
    country: textOf(row['country']),
    documentType: textOf(row['document_type']),
    vendorData: textOf(row['vendor_data']),
    email: textOf(email),
    phone: textOf(phone),
    workflow: workflowOf(row),
    createdAt: textOf(row['created_at']) ?? '',
    hasPortrait: textOf(row['portrait_image']) !== null,
    features: glances(row['features']),
    warnings: null,
    warningCount: null,
    elsewhere: null,
  }
}
