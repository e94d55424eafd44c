import { addHits, aml } from '../decisions/aml.ts'
import type { HitWish } from '../decisions/aml-hit.ts'
import { DATASETS } from '../decisions/aml-hit.ts'
import { block, blocks, isObject, set, warn } from '../decisions/draft.ts'
import type { Draft } from '../decisions/draft.ts'
import type { PlayedScenario } from './scenario.ts'

const AML = 'aml_screenings'
const DB = 'database_validations'
const WITH_AML = ['retail-eu', 'retail-apac', 'retail-gcc', 'retail-americas', 'wealth-sg']
const WITH_DB = ['retail-apac', 'retail-africa', 'retail-in', 'retail-americas']

function hits(draft: Draft, wishes: readonly HitWish[], position = 0): void {
  const screening = block(draft, AML, position)
  if (screening === undefined) return
  addHits(draft.cast, screening, wishes, position * 32)
  warn(draft, AML, 'POSSIBLE_MATCH_FOUND', 'warning', null, position)
}

function agreement(draft: Draft, value: string, fields: Record<string, string>, code: string, detail: string | null): void {
  const validations = block(draft, DB)?.['validations']
  const first = Array.isArray(validations) ? validations[0] : undefined
  if (!isObject(first)) return
  Object.assign(first, { validation: fields, outcome_code: code, outcome_detail: detail })
  set(draft, DB, { match_type: value })
}

export const SCREENING_SCENARIOS: readonly PlayedScenario[] = [
  {
    name: 'aml-three-hits',
    kind: 'user',
    status: 'In Review',
    weight: 16,
    workflow: WITH_AML,
    about: 'Three possible watch-list matches, one of them close.',
    play: (draft) =>
      hits(draft, [
        { dataset: 'PEP Level 2', match: 92 },
        { dataset: 'Adverse Media', match: 71 },
        { dataset: 'PEP Level 4', match: 44 },
      ]),
  },
  {
    name: 'aml-many-hits',
    kind: 'user',
    status: 'In Review',
    weight: 2,
    workflow: WITH_AML,
    about: 'Thirty-six hits over every dataset.',
    play: (draft) =>
      hits(
        draft,
        Array.from({ length: 36 }, (_, i): HitWish => ({ dataset: DATASETS[i % DATASETS.length] ?? 'PEP', match: 98 - i * 2 })),
      ),
  },
  {
    name: 'aml-sanctions',
    kind: 'user',
    status: 'Declined',
    weight: 4,
    workflow: WITH_AML,
    about: 'A confirmed sanctions entry.',
    play: (draft) => {
      hits(draft, [
        { dataset: 'Sanctions', match: 99, review: 'Confirmed Match' },
        { dataset: 'SIE', match: 63, review: 'False Positive' },
      ])
      set(draft, AML, { status: 'Declined' })
    },
  },
  {
    name: 'aml-not-performed',
    kind: 'user',
    status: 'In Review',
    weight: 4,
    workflow: WITH_AML,
    about: 'The birth date is missing, so nothing could be screened.',
    play: (draft) => {
      set(draft, 'id_verifications', { date_of_birth: null, age: null })
      set(draft, AML, {
        score: null,
        hits: [],
        screened_data: { full_name: '', nationality: draft.cast.person.country.alpha2, document_number: null },
      })
      warn(draft, AML, 'COULD_NOT_PERFORM_AML_SCREENING', 'warning', { missing_fields: ['date_of_birth'] })
    },
  },
  {
    name: 'aml-two-checks',
    kind: 'user',
    status: 'In Review',
    weight: 2,
    workflow: ['wealth-sg'],
    about: 'Two screenings in one session, each with its own hits.',
    play: (draft) => {
      draft.decision[AML] = [...blocks(draft.decision, AML), aml(draft.cast, 2)]
      hits(draft, [
        { dataset: 'PEP Level 1', match: 88 },
        { dataset: 'SIP', match: 57, review: 'Inconclusive' },
      ])
      hits(draft, [{ dataset: 'Insolvency', match: 79 }], 1)
    },
  },
  {
    name: 'aml-ongoing',
    kind: 'user',
    status: 'In Review',
    weight: 3,
    workflow: WITH_AML,
    about: 'Approved once; monitoring found a new hit later.',
    play: (draft) => {
      hits(draft, [
        { dataset: 'Warnings and Regulatory Enforcement', match: 86 },
        { dataset: 'Fitness and Probity', match: 81 },
      ])
      set(draft, AML, { is_ongoing_monitoring_enabled: true })
    },
  },
  {
    name: 'register-partial',
    kind: 'user',
    status: 'In Review',
    weight: 6,
    workflow: WITH_DB,
    about: 'The register knows the number under a slightly different name.',
    play: (draft) => {
      agreement(
        draft,
        'partial_match',
        { full_name: 'partial_match', date_of_birth: 'full_match', identification_number: 'full_match' },
        'PARTIAL_MATCH',
        'Second name is missing in the register.',
      )
      warn(draft, DB, 'DATABASE_VALIDATION_PARTIAL_MATCH', 'warning')
    },
  },
  {
    name: 'register-no-match',
    kind: 'user',
    status: 'Declined',
    weight: 6,
    workflow: WITH_DB,
    about: 'The register does not know this number.',
    play: (draft) => {
      agreement(
        draft,
        'no_match',
        { full_name: 'no_match', date_of_birth: 'no_match', identification_number: 'no_match' },
        'DOCUMENT_NOT_FOUND',
        null,
      )
      warn(draft, DB, 'DATABASE_VALIDATION_NO_MATCH', 'error')
    },
  },
  {
    name: 'register-down',
    kind: 'user',
    status: 'In Review',
    weight: 3,
    workflow: WITH_DB,
    about: 'The register did not answer.',
    play: (draft) => {
      set(draft, DB, { match_type: null, validations: [], errors: [{ service_id: 'residential', error: 'REGISTRY_UNAVAILABLE' }] })
      warn(draft, DB, 'COULD_NOT_PERFORM_DATABASE_VALIDATION', 'warning')
    },
  },
  {
    name: 'questionnaire-flagged',
    kind: 'user',
    status: 'In Review',
    weight: 4,
    workflow: ['wealth-sg'],
    about: 'An answer of the questionnaire asks for a look; two files are attached.',
    play: (draft) => warn(draft, 'questionnaire_responses', 'QUESTIONNAIRE_ANSWER_FLAGGED', 'warning', { question: 'public_office' }),
  },
  {
    name: 'funds-name-mismatch',
    kind: 'user',
    status: 'In Review',
    weight: 3,
    workflow: ['wealth-sg'],
    about: 'The proof of funds belongs to a company, not to the person.',
    play: (draft) => {
      const items = block(draft, 'document_ai_documents')?.['items']
      const first = Array.isArray(items) ? items[0] : undefined
      if (isObject(first)) {
        const data = first['extracted_data']
        Object.assign(first, {
          status: 'In Review',
          extracted_data: { ...(isObject(data) ? data : {}), account_holder: 'Halcyon Specimen Trading Ltd' },
          cross_check_result: {
            account_holder: { document: 'Halcyon Specimen Trading Ltd', expected: draft.cast.person.family.latin, match: false },
          },
        })
      }
      warn(draft, 'document_ai_documents', 'DOCUMENT_AI_NAME_MISMATCH', 'warning')
    },
  },
]
