import { DiditError, fieldError } from '../http/didit-errors.ts'
import { FieldErrors, readBoolean, readText, REQUIRED } from '../http/fields.ts'
import { isObject, wordAt } from '../json-value.ts'
import { isStatus } from '../store/session.ts'
import type { Json, JsonObject } from '../world/types.ts'
import type { ManualStatus } from './status-transitions.ts'

export interface ResubmitNode {
  nodeId: string
  feature: string
}

export interface DecideBody {
  newStatus: ManualStatus
  comment: string | null
  nodes: ResubmitNode[] | null
  email: { address: string; language: string } | null
}

const FEATURES =
  'OCR OCR_BACK NFC AML FACE LIVENESS FACE_MATCH IP_ANALYSIS AGE_ESTIMATION PROOF_OF_ADDRESS PHONE_VERIFICATION EMAIL_VERIFICATION FACE_SEARCH DATABASE_VALIDATION QUESTIONNAIRE KYB_REGISTRY KYB_DOCUMENTS KYB_KEY_PEOPLE ID_VERIFICATION POA PHONE EMAIL KYB'.split(
    ' ',
  )
/** Taken, though the refusal of a wrong choice does not name it. */
const UNLISTED = 'DOCUMENT_AI'

function readStatus(body: JsonObject, errors: FieldErrors): ManualStatus | undefined {
  const value = body['new_status']
  if (value === 'Approved' || value === 'Declined' || value === 'Resubmitted') return value
  if (value === undefined) errors.add('new_status', REQUIRED)
  else if (isStatus(value)) errors.add('new_status', "You can only update the status to 'Approved', 'Declined', or 'Resubmitted'.")
  else errors.add('new_status', `"${typeof value === 'string' ? value : JSON.stringify(value)}" is not a valid choice.`)
  return undefined
}

function nodeErrors(node: Json): JsonObject {
  if (!isObject(node)) return { non_field_errors: ['Invalid data. Expected a dictionary.'] }
  const errors: JsonObject = {}
  if (typeof node['node_id'] !== 'string') errors['node_id'] = [REQUIRED]
  const feature = node['feature']
  if (feature === undefined) errors['feature'] = [REQUIRED]
  else if (typeof feature !== 'string' || (feature !== UNLISTED && !FEATURES.includes(feature))) {
    errors['feature'] = [
      `"${typeof feature === 'string' ? feature : JSON.stringify(feature)}" is not a valid choice. Valid choices are: ${FEATURES.join(', ')}`,
    ]
  }
  return errors
}

function readNodes(body: JsonObject, errors: FieldErrors): ResubmitNode[] | null {
  const value = body['nodes_to_resubmit']
  if (value === undefined || value === null) return null
  if (!Array.isArray(value)) {
    errors.add('nodes_to_resubmit', 'Expected a list of items but got type "str".')
    return null
  }
  const found = value.map(nodeErrors)
  if (found.some((error) => Object.keys(error).length > 0)) errors.nest('nodes_to_resubmit', found)
  return value.filter(isObject).map((node) => ({ nodeId: wordAt(node, 'node_id'), feature: wordAt(node, 'feature') }))
}

/** Validates the body of update-status; throws one 400 with every faulty field. */
export function parseDecideBody(body: JsonObject): DecideBody {
  const errors = new FieldErrors()
  const newStatus = readStatus(body, errors)
  const comment = readText(body, 'comment', errors, { nullable: true }) ?? null
  const nodes = readNodes(body, errors)
  const wantsEmail = readBoolean(body, 'send_email', errors) === true
  const address = readText(body, 'email_address', errors, { nullable: true }) ?? null
  if (address !== null && address !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address))
    errors.add('email_address', 'Enter a valid email address.')
  const language = readText(body, 'email_language', errors, { nullable: true }) ?? 'en'
  errors.throwIfAny()
  if (wantsEmail && (address === null || address === '')) {
    throw fieldError('email_address', 'Email address is required when send_email is true.')
  }
  if (newStatus === undefined) throw new DiditError(400, { new_status: [REQUIRED] })
  return { newStatus, comment, nodes, email: wantsEmail && address !== null ? { address, language } : null }
}
