import { fieldError, ruleError } from '../http/didit-errors.ts'
import { isDate } from '../http/fields.ts'
import { isUuid } from '../http/paths.ts'
import type { SessionKind } from '../world/types.ts'

export interface SessionQuery {
  kinds: SessionKind[]
  status: string[] | null
  vendorData: string | null
  search: string | null
  workflowIds: string[] | null
  /** Epoch ms, inclusive. */
  from: number | null
  /** Start of the day named, epoch ms. */
  to: number | null
  country: string[] | null
  warning: string[] | null
  organizationName: string[] | null
  documentType: string[] | null
  documentName: string[] | null
  region: string[] | null
  internalId: string | null
  sessionType: string[] | null
  apiService: string | null
  screenedName: string | null
  startedInReview: boolean | null
  toBeReviewed: boolean | null
  euuid: string | null
}

const API_SERVICES = new Set([
  'ID_VERIFICATION',
  'FACE_MATCH',
  'AGE_ESTIMATION',
  'FACE_SEARCH',
  'POA',
  'AML',
  'KYB_REGISTRY',
  'PASSIVE_LIVENESS',
  'DATABASE_VALIDATION',
  'PHONE_VERIFICATION',
  'EMAIL_VERIFICATION',
])

type Param = (name: string) => string | undefined

function commaList(text: string | undefined): string[] | null {
  if (text === undefined || text === '') return null
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Names hold commas themselves: split only where the parts are names (` - `) of their own. */
function nameList(text: string | undefined): string[] | null {
  if (text === undefined || text === '') return null
  return text.split(' - ').length > 2 ? commaList(text) : [text]
}

function day(param: Param, name: string): number | null {
  const text = param(name)
  if (text === undefined || text === '') return null
  if (!isDate(text)) throw fieldError(name, 'Enter a valid date.')
  return Date.parse(`${text}T00:00:00Z`)
}

function flag(text: string | undefined): boolean | null {
  if (text === undefined) return null
  if (['true', '1', 'True'].includes(text)) return true
  return ['false', '0', 'False'].includes(text) ? false : null
}

function uuidOf(param: Param, name: string): string | null {
  const text = param(name)
  if (text === undefined || text === '') return null
  if (!isUuid(text)) throw fieldError(name, 'Enter a valid UUID.')
  return text.toLowerCase()
}

function kindsOf(text: string | undefined): SessionKind[] {
  const kind = (text ?? 'user').toLowerCase()
  if (kind === 'all') return ['user', 'business']
  if (kind === 'user' || kind === 'business') return [kind]
  throw ruleError('session_kind', 'Must be "user", "business", or "all".')
}

function sessionTypes(text: string | undefined): string[] | null {
  const types = commaList(text)
  return types?.includes('ALL') === true ? null : types
}

/** Parses the query of `GET /v3/sessions/`; throws the 400 of its one faulty filter. */
export function parseSessionQuery(param: Param): SessionQuery {
  const apiService = param('api_service')
  if (apiService !== undefined && apiService !== '' && !API_SERVICES.has(apiService)) {
    throw fieldError('api_service', `Select a valid choice. ${apiService} is not one of the available choices.`)
  }
  return {
    kinds: kindsOf(param('session_kind')),
    status: commaList(param('status')),
    vendorData: param('vendor_data') ?? null,
    search: param('search')?.trim() || null,
    workflowIds:
      commaList(param('workflow_id'))
        ?.filter(isUuid)
        .map((id) => id.toLowerCase()) ?? null,
    from: day(param, 'date_from'),
    to: day(param, 'date_to'),
    country: commaList(param('country')),
    warning: commaList(param('warning')),
    organizationName: commaList(param('organization_name')),
    documentType: commaList(param('document_type')),
    documentName: nameList(param('document_name')),
    region: commaList(param('region')),
    internalId: uuidOf(param, 'didit_internal_id'),
    sessionType: sessionTypes(param('session_type')),
    apiService: apiService || null,
    screenedName: param('screened_full_name')?.trim() || null,
    startedInReview: flag(param('status_initialized_as_in_review')),
    toBeReviewed: flag(param('is_kyc_to_be_reviewed')),
    euuid: uuidOf(param, 'euuid'),
  }
}
