import { mediaKey } from '../cast.ts'
import { tamperedMetadata } from '../decisions/address-proof.ts'
import { addHits } from '../decisions/aml.ts'
import { groupCounts, requestedDocument } from '../decisions/company-documents.ts'
import { asText, block, blocks, isObject, set, warn } from '../decisions/draft.ts'
import type { Draft } from '../decisions/draft.ts'
import type { JsonObject } from '../types.ts'
import type { PlayedScenario } from './scenario.ts'

const REGISTRY = 'registry_checks'
const DOCUMENTS = 'document_verifications'
const PEOPLE = 'key_people_checks'

function company(draft: Draft): JsonObject {
  const found = block(draft, REGISTRY)?.['company']
  return isObject(found) ? found : {}
}

function items(draft: Draft): JsonObject[] {
  const list = block(draft, DOCUMENTS)?.['items']
  return Array.isArray(list) ? list.filter(isObject) : []
}

function recount(draft: Draft): void {
  set(draft, DOCUMENTS, { groups: groupCounts(items(draft)) })
}

export const BUSINESS_SCENARIOS: readonly PlayedScenario[] = [
  { name: 'company-clean', kind: 'business', status: 'Approved', weight: 20, about: 'Active company, owners verified.' },
  {
    name: 'company-not-active',
    kind: 'business',
    status: 'Declined',
    weight: 6,
    about: 'Struck off the register.',
    play: (draft) => {
      Object.assign(company(draft), { registry_status: 'dissolved', risk_level: 'HIGH', status: 'Declined' })
      warn(draft, REGISTRY, 'KYB_COMPANY_NOT_ACTIVE', 'error', { registry_status: 'dissolved' })
    },
  },
  {
    name: 'company-owners-unclear',
    kind: 'business',
    status: 'In Review',
    weight: 5,
    about: 'A holding chain hides who owns the company.',
    play: (draft) => {
      const found = block(draft, REGISTRY)
      if (found !== undefined) {
        found['ownership_structure'] = {
          nodes: [
            { id: 'company', name: company(draft)['company_name'] ?? null, type: 'company' },
            { id: 'holding-1', name: 'Tidewater Specimen Holdings B.V.', type: 'company', ownership_percent: 80 },
            { id: 'holding-2', name: 'Fernbank Specimen Trust', type: 'company', ownership_percent: 64 },
            { id: 'owner-1', name: 'Not on record', type: 'person', ownership_percent: null },
          ],
          edges: [
            { from: 'holding-1', to: 'company', ownership_percent: 80 },
            { from: 'holding-2', to: 'holding-1', ownership_percent: 80 },
          ],
        }
      }
      warn(draft, REGISTRY, 'KYB_BENEFICIAL_OWNERSHIP_NOT_DERIVABLE', 'warning')
    },
  },
  {
    name: 'company-by-hand',
    kind: 'business',
    status: 'In Review',
    weight: 4,
    about: 'No register answered; the company was typed in by hand.',
    play: (draft) => {
      Object.assign(company(draft), {
        is_from_registry: false,
        fetch_status: 'not_found',
        registry_status: null,
        is_editable: true,
        registry_data: {},
        risk_level: 'MEDIUM',
        data_resolved: false,
      })
      warn(draft, REGISTRY, 'KYB_COMPANY_NOT_FROM_REGISTRY', 'warning')
    },
  },
  {
    name: 'company-document-missing',
    kind: 'business',
    status: 'In Review',
    weight: 5,
    about: 'The shareholder register was asked for and is still missing.',
    play: (draft) => {
      const found = block(draft, DOCUMENTS)
      if (found !== undefined) {
        found['items'] = [
          ...items(draft).filter((item) => item['document_group'] !== 'OWNERSHIP_STRUCTURE'),
          requestedDocument(draft.cast, 'OWNERSHIP_STRUCTURE', 'Please add a register of shareholders not older than three months'),
        ]
        found['required_groups'] = ['LEGAL_PRESENCE', 'OWNERSHIP_STRUCTURE']
        found['status'] = 'In Review'
      }
      recount(draft)
    },
  },
  {
    name: 'company-document-mismatch',
    kind: 'business',
    status: 'In Review',
    weight: 5,
    about: 'The certificate carries another name and number than the register.',
    play: (draft) => {
      const [first] = items(draft)
      const name = asText(company(draft)['company_name'])
      if (first !== undefined) {
        Object.assign(first, {
          status: 'In Review',
          cross_check_result: {
            critical: {
              company_name: { document: `${name} (formerly Redwell Specimen)`, registry: name, score: 0.71, match: false },
              registration_number: { document: '00000000', registry: company(draft)['registration_number'] ?? null, match: false },
            },
            non_critical: {},
            people: {},
          },
        })
      }
      warn(draft, DOCUMENTS, 'KYB_DOCUMENT_NAME_MISMATCH', 'warning')
      warn(draft, DOCUMENTS, 'KYB_DOCUMENT_REG_NUMBER_MISMATCH', 'warning')
      recount(draft)
    },
  },
  {
    name: 'company-document-manipulated',
    kind: 'business',
    status: 'In Review',
    weight: 3,
    about: 'The certificate was written over in two places.',
    play: (draft) => {
      const [first] = items(draft)
      if (first !== undefined) {
        Object.assign(first, {
          status: 'In Review',
          file_url: mediaKey(draft.cast, 'company_1'),
          document_metadata: tamperedMetadata('image/png', '2021-03-01', '2026-05-20', 402_113),
        })
      }
      warn(draft, DOCUMENTS, 'KYB_DOCUMENT_SUSPECTED_MANIPULATION', 'warning', {
        manipulated_regions: [{ page: 1, x: 56, y: 150, width: 210, height: 42, page_width: 595, page_height: 842 }],
      })
      recount(draft)
    },
  },
  {
    name: 'company-person-flagged',
    kind: 'business',
    status: 'In Review',
    weight: 4,
    about: 'An owner has watch-list hits.',
    play: (draft) => {
      const registry = block(draft, PEOPLE)?.['registry']
      const owners = isObject(registry) ? registry['beneficial_owners'] : undefined
      const first = Array.isArray(owners) ? owners[0] : undefined
      if (isObject(first))
        Object.assign(first, {
          aml_status: 'In Review',
          kyc_aml_categories: { sanctions: 'clear', pep: 'match', adverse_media: 'match', warnings: 'clear' },
        })
      warn(draft, PEOPLE, 'KYB_PERSON_AML_MATCH', 'warning', { party: isObject(first) ? (first['name'] ?? null) : null })
    },
  },
  {
    name: 'company-aml',
    kind: 'business',
    status: 'In Review',
    weight: 4,
    about: 'The company itself is named by watch lists.',
    play: (draft) => {
      const screening = blocks(draft.decision, 'aml_screenings')[0]
      const name = asText(company(draft)['company_name'], 'Specimen')
      if (screening !== undefined) {
        addHits(draft.cast, screening, [
          { dataset: 'Sanctions', match: 83, name },
          { dataset: 'Adverse Media', match: 77, name },
          { dataset: 'SIE', match: 58, name },
        ])
      }
      warn(draft, 'aml_screenings', 'POSSIBLE_MATCH_FOUND', 'warning')
    },
  },
  {
    name: 'company-long-name',
    kind: 'business',
    status: 'In Review',
    weight: 1,
    workflow: ['business-eu'],
    about: 'A company name of two hundred characters.',
    companyName: `Vereinigte Specimen Handels-, Schifffahrts-, Versicherungs- und Beteiligungsgesellschaft für ${'Muster und Beispiele '.repeat(5)}mbH & Co. KG auf Aktien`,
    play: (draft) => warn(draft, REGISTRY, 'KYB_OFFICERS_DATA_NOT_FOUND', 'warning'),
  },
  { name: 'company-awaiting', kind: 'business', status: 'Awaiting User', weight: 5, about: 'Waits for its owners to verify themselves.' },
  {
    name: 'company-restricted',
    kind: 'business',
    status: 'Declined',
    weight: 4,
    about: 'From a country that is not accepted.',
    play: (draft) => warn(draft, REGISTRY, 'KYB_COUNTRY_RESTRICTED', 'error', { country_code: company(draft)['country_code'] ?? null }),
  },
  { name: 'company-resubmitted', kind: 'business', status: 'Resubmitted', weight: 3, about: 'Asked for its documents again.' },
  { name: 'company-not-started', kind: 'business', status: 'Not Started', weight: 3, about: 'The link was never opened.' },
  {
    name: 'company-in-progress',
    kind: 'business',
    status: 'In Progress',
    weight: 3,
    done: 1,
    about: 'The company is chosen, papers are not yet added.',
  },
  { name: 'company-abandoned', kind: 'business', status: 'Abandoned', weight: 3, about: 'Left half-way.' },
  { name: 'company-expired', kind: 'business', status: 'Expired', weight: 3, about: 'The link ran out unopened.' },
]
