import { Dice } from './random.ts'
import type { JsonObject, SessionKind } from './types.ts'

export interface WorkflowPlan {
  key: string
  label: string
  kind: SessionKind
  /** Session feature names in workflow order. */
  features: readonly string[]
  /** alpha-3 codes for people, alpha-2 for companies, most frequent first. */
  countries: readonly string[]
  weight: number
  versions: number
  price: number
  liveness: 'PASSIVE' | 'ACTIVE_3D' | 'FLASHING'
  amlReviewAt: number
  archived?: boolean
}

const BASE = ['ID_VERIFICATION', 'LIVENESS', 'FACE_MATCH'] as const
const CONTACT = ['PHONE', 'EMAIL_VERIFICATION', 'IP_ANALYSIS'] as const

export const WORKFLOWS: readonly WorkflowPlan[] = [
  {
    key: 'retail-eu',
    label: 'Retail EU',
    kind: 'user',
    features: ['ID_VERIFICATION', 'NFC', 'LIVENESS', 'FACE_MATCH', 'POA', 'AML', ...CONTACT],
    countries: ['DEU', 'FRA', 'ESP', 'ITA', 'GBR', 'TUR', 'NLD', 'POL', 'PRT', 'ROU', 'GRC', 'BGR', 'UKR', 'IRL', 'ISR'],
    weight: 40,
    versions: 3,
    price: 0.62,
    liveness: 'ACTIVE_3D',
    amlReviewAt: 80,
  },
  {
    key: 'retail-apac',
    label: 'Retail APAC',
    kind: 'user',
    features: [...BASE, 'DATABASE_VALIDATION', 'AML', ...CONTACT],
    countries: ['JPN', 'KOR', 'THA', 'IDN', 'AUS', 'CHN', 'SGP'],
    weight: 18,
    versions: 2,
    price: 0.48,
    liveness: 'PASSIVE',
    amlReviewAt: 80,
  },
  {
    key: 'retail-gcc',
    label: 'Retail GCC',
    kind: 'user',
    features: [...BASE, 'AML', ...CONTACT],
    countries: ['ARE', 'SAU', 'EGY', 'IND'],
    weight: 10,
    versions: 1,
    price: 0.4,
    liveness: 'FLASHING',
    amlReviewAt: 75,
  },
  {
    key: 'retail-africa',
    label: 'Retail Africa',
    kind: 'user',
    features: [...BASE, 'DATABASE_VALIDATION', ...CONTACT],
    countries: ['NGA', 'KEN', 'ZAF'],
    weight: 10,
    versions: 2,
    price: 0.34,
    liveness: 'PASSIVE',
    amlReviewAt: 80,
  },
  {
    key: 'retail-in',
    label: 'Retail India',
    kind: 'user',
    features: [...BASE, 'DATABASE_VALIDATION', 'PHONE', 'IP_ANALYSIS'],
    countries: ['IND'],
    weight: 8,
    versions: 1,
    price: 0.3,
    liveness: 'PASSIVE',
    amlReviewAt: 80,
  },
  {
    key: 'retail-americas',
    label: 'Retail Americas',
    kind: 'user',
    features: [...BASE, 'AML', 'DATABASE_VALIDATION', ...CONTACT],
    countries: ['USA', 'BRA', 'MEX'],
    weight: 9,
    versions: 1,
    price: 0.5,
    liveness: 'PASSIVE',
    amlReviewAt: 80,
  },
  {
    key: 'wealth-sg',
    label: 'Wealth Singapore',
    kind: 'user',
    features: ['ID_VERIFICATION', 'NFC', 'LIVENESS', 'FACE_MATCH', 'POA', 'QUESTIONNAIRE', 'DOCUMENT_AI', 'AML', ...CONTACT],
    countries: ['SGP', 'GBR', 'CHN', 'AUS', 'IDN', 'JPN'],
    weight: 4,
    versions: 2,
    price: 1.15,
    liveness: 'ACTIVE_3D',
    amlReviewAt: 70,
  },
  {
    key: 'age-check',
    label: 'Age check',
    kind: 'user',
    features: ['AGE_ESTIMATION', 'ID_VERIFICATION', 'IP_ANALYSIS'],
    countries: ['GBR', 'DEU', 'FRA', 'ESP'],
    weight: 3,
    versions: 1,
    price: 0.12,
    liveness: 'PASSIVE',
    amlReviewAt: 80,
  },
  {
    key: 'key-people',
    label: 'Key people',
    kind: 'user',
    features: ['ID_VERIFICATION', 'LIVENESS', 'FACE_MATCH', 'AML'],
    countries: ['GBR', 'DEU', 'FRA', 'NLD', 'ESP'],
    weight: 4,
    versions: 1,
    price: 0.45,
    liveness: 'PASSIVE',
    amlReviewAt: 75,
  },
  {
    key: 'business-uk',
    label: 'Business UK',
    kind: 'business',
    features: ['KYB_REGISTRY', 'KYB_DOCUMENTS', 'KYB_KEY_PEOPLE', 'AML'],
    countries: ['GB', 'IE', 'SG', 'AE'],
    weight: 5,
    versions: 2,
    price: 2.4,
    liveness: 'PASSIVE',
    amlReviewAt: 75,
  },
  {
    key: 'business-eu',
    label: 'Business EU',
    kind: 'business',
    features: ['KYB_REGISTRY', 'KYB_DOCUMENTS', 'KYB_KEY_PEOPLE', 'AML', 'PHONE', 'EMAIL_VERIFICATION', 'QUESTIONNAIRE', 'IP_ANALYSIS'],
    countries: ['DE', 'FR', 'NL', 'ES', 'IT', 'PL'],
    weight: 4,
    versions: 1,
    price: 2.9,
    liveness: 'PASSIVE',
    amlReviewAt: 75,
  },
  {
    key: 'legacy',
    label: 'Onboarding 2023',
    kind: 'user',
    features: ['ID_VERIFICATION', 'FACE_MATCH'],
    countries: ['GBR', 'IRL'],
    weight: 0,
    versions: 1,
    price: 0.2,
    liveness: 'PASSIVE',
    amlReviewAt: 80,
    archived: true,
  },
]

const BY_KEY = new Map(WORKFLOWS.map((plan) => [plan.key, plan]))

export function workflowOf(key: string): WorkflowPlan {
  const plan = BY_KEY.get(key)
  if (plan === undefined) throw new RangeError(`no workflow ${key}`)
  return plan
}

/** The stable group id of a workflow in this world. */
export function workflowGroupId(seed: number, key: string): string {
  return new Dice(seed, 0x3f0).uuid(`group/${key}`)
}

const FEATURE_CODES: Readonly<Record<string, string>> = { ID_VERIFICATION: 'OCR', POA: 'PROOF_OF_ADDRESS', PHONE: 'PHONE_VERIFICATION' }

/** Every version of every workflow as `GET /v3/workflows/` lists them, newest version of a group first. */
export function listWorkflows(seed: number, epoch: number): JsonObject[] {
  return WORKFLOWS.flatMap((plan, order) =>
    Array.from({ length: plan.versions }, (_, i) => plan.versions - i).map((version): JsonObject => {
      const dice = new Dice(seed, 0x400 + order * 16 + version)
      const draft = plan.versions > 1 && version === plan.versions && plan.key !== 'retail-apac'
      return {
        uuid: dice.uuid('version'),
        workflow_id: workflowGroupId(seed, plan.key),
        workflow_label: plan.label,
        workflow_type: plan.kind === 'business' ? 'kyb' : plan.key === 'age-check' ? 'adaptive_age_verification' : 'kyc',
        is_default: plan.key === 'retail-eu' && version === plan.versions - 1,
        is_archived: plan.archived ?? false,
        is_white_label_enabled: plan.key === 'wealth-sg',
        total_price: plan.price,
        min_price: plan.price,
        max_price: Math.round((plan.price + 0.2) * 100) / 100,
        features: plan.features.map((feature) => FEATURE_CODES[feature] ?? feature).join(' + '),
        is_simple_workflow: plan.key !== 'wealth-sg',
        is_editable: draft,
        workflow_url: `https://verify.didit.me/u/${dice.letters('url', 22)}`,
        max_retry_attempts: 3,
        retry_window_days: plan.key === 'age-check' ? null : 7,
        session_expiration_time: plan.kind === 'business' ? 1_209_600 : 604_800,
        version,
        status: draft ? 'draft' : 'published',
        has_draft: plan.versions > 1 && plan.key !== 'retail-apac',
        created_by:
          version === 1
            ? { name: 'API key', email: null, type: 'api_key' }
            : { name: 'Robin Specimen', email: 'robin@ops.example', type: 'user' },
        updated_at: new Date(epoch - (40 - order * 2 + (plan.versions - version) * 60) * 86_400_000).toISOString(),
      }
    }),
  )
}
