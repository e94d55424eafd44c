import type { Cast } from '../cast.ts'
import { mediaKey, moment, nodeId } from '../cast.ts'
import { companyOf } from '../people/company.ts'
import type { JsonObject } from '../types.ts'
import { asText } from './draft.ts'
import { fileMetadata } from './address-proof.ts'

const KINDS = [
  ['LEGAL_PRESENCE', 'CERTIFICATE_OF_INCORPORATION', 'certificate_of_incorporation.png'],
  ['COMPANY_DETAILS', 'ARTICLES_OF_ASSOCIATION', 'articles_of_association.png'],
  ['OWNERSHIP_STRUCTURE', 'SHAREHOLDER_REGISTRY', 'shareholder_register.pdf'],
  ['REPRESENTATIVES_AUTHORIZATION', 'POWER_OF_ATTORNEY', 'power_of_attorney.png'],
] as const

/** One `document_verifications` group with one approved document of each required kind. */
export function companyDocuments(cast: Cast): JsonObject {
  const company = companyOf(cast.seed, cast.index, cast.workflow)
  const name = cast.scenario.companyName ?? company.name
  const count = cast.dice.int('documents', 2, KINDS.length)
  const items = KINDS.slice(0, count).map(([group, subtype, file], i): JsonObject => {
    const pdf = file.endsWith('.pdf')
    const size = cast.dice.int(`size${i}`, 90_000, 900_000)
    return {
      uuid: cast.dice.uuid(`document${i}`),
      document_type: group,
      document_subtype: subtype,
      document_group: group,
      file_url: mediaKey(cast, `company_${i + 1}${pdf ? '.pdf' : ''}`),
      original_filename: file,
      file_size: size,
      status: 'Approved',
      created_at: moment(cast, 300 + i * 40),
      cross_check_result: {
        critical: {
          company_name: { document: name, registry: name, score: 1, match: true },
          registration_number: { document: company.registrationNumber, registry: company.registrationNumber, match: true },
        },
        non_critical: { registered_address: { document: company.address, registry: company.address, match: true } },
        people: {},
      },
      document_metadata: fileMetadata(pdf ? 'application/pdf' : 'image/png', company.incorporated, size),
      description: null,
      is_requested: false,
      ocr_data: { company_name: name, registration_number: company.registrationNumber, incorporation_date: company.incorporated },
      is_console_upload: false,
      is_confirmed: true,
    }
  })
  return {
    status: 'Approved',
    node_id: nodeId('KYB_DOCUMENTS'),
    items,
    groups: groupCounts(items),
    required_groups: KINDS.slice(0, count).map(([group]) => group),
    warnings: [],
  }
}

/** An empty place for a document that was asked for. */
export function requestedDocument(cast: Cast, group: string, words: string): JsonObject {
  return {
    uuid: cast.dice.uuid(`requested/${group}`),
    document_type: group,
    document_subtype: null,
    document_group: group,
    file_url: null,
    original_filename: null,
    file_size: null,
    status: 'Not Finished',
    created_at: moment(cast, 900),
    cross_check_result: null,
    document_metadata: null,
    description: words,
    is_requested: true,
    ocr_data: null,
    is_console_upload: false,
    is_confirmed: true,
  }
}

/** The `groups` summary that goes with a list of documents. */
export function groupCounts(items: readonly JsonObject[]): JsonObject {
  const groups: Record<string, JsonObject> = {}
  for (const item of items) {
    const group = asText(item['document_group'], 'OTHER')
    const counts = (groups[group] ??= { total: 0, approved: 0, pending: 0, declined: 0, in_review: 0, other: 0, missing: 0 })
    const status = item['status']
    const key =
      item['file_url'] === null
        ? 'missing'
        : status === 'Approved'
          ? 'approved'
          : status === 'Declined'
            ? 'declined'
            : status === 'In Review'
              ? 'in_review'
              : status === 'Not Finished'
                ? 'pending'
                : 'other'
    counts['total'] = Number(counts['total']) + 1
    counts[key] = Number(counts[key]) + 1
  }
  return groups
}
