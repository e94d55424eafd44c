import { Dice } from './random.ts'
import { SCENARIOS } from './scenarios/catalog.ts'
import { sessionIds } from './session-id.ts'
import { planSessions } from './session.plan.ts'
import type { JsonObject, SessionFacts, World, WorldOptions } from './types.ts'
import { MEDIA_PREFIX } from './types.ts'

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Derives one application's sessions from a seed. Nothing is kept but small caches. */
export function createWorld(options: WorldOptions): World {
  const { seed, sessions: size, epoch, applicationId } = options
  const ids = sessionIds(seed, applicationId)
  const plan = planSessions(seed, size, epoch, SCENARIOS)
  const workflowId = new Dice(seed, 1).uuid('workflow')
  const facts = (index: number): SessionFacts => {
    if (!Number.isInteger(index) || index < 0 || index >= size) throw new RangeError(`no session ${index}`)
    const dice = new Dice(seed, index)
    const kind = plan.kind(index)
    return {
      index,
      sessionId: ids.of(index),
      kind,
      number: plan.number(index),
      status: plan.status(index),
      workflowId,
      createdAt: plan.createdAt(index),
      vendorData: `customer-${dice.int('vendor', 100000, 999999)}`,
      name: kind === 'business' ? `Specimen ${index} Ltd` : `Sample Person ${index}`,
      country: kind === 'business' ? 'GB' : 'GBR',
      scenario: plan.scenario(index).name,
    }
  }
  const find = (sessionId: string): number | undefined => {
    const index = ids.indexOf(sessionId)
    return index !== undefined && index < size ? index : undefined
  }
  return {
    size,
    scenarios: SCENARIOS,
    workflows: [
      {
        uuid: new Dice(seed, 1).uuid('version'),
        workflow_id: workflowId,
        workflow_label: 'Retail EU',
        workflow_type: 'kyc',
        is_default: true,
        is_archived: false,
        is_white_label_enabled: false,
        total_price: 0.3,
        min_price: 0.3,
        max_price: 0.3,
        features: 'OCR + LIVENESS',
        is_simple_workflow: true,
        is_editable: false,
        workflow_url: 'https://verify.didit.me/u/demo',
        max_retry_attempts: 3,
        retry_window_days: 7,
        session_expiration_time: 604800,
        version: 1,
        status: 'published',
        has_draft: false,
        created_by: null,
        updated_at: new Date(epoch - 86_400_000).toISOString(),
      },
    ],
    questionnaires: [],
    facts,
    find,
    decision(index) {
      const f = facts(index)
      const name = f.name ?? ''
      const shared: JsonObject = {
        session_id: f.sessionId,
        session_kind: f.kind,
        session_number: f.number,
        session_url: `T${f.sessionId.slice(0, 11)}`,
        status: f.status,
        environment: 'live',
        workflow_id: f.workflowId,
        features: f.kind === 'user' ? ['ID_VERIFICATION'] : ['KYB_REGISTRY'],
        vendor_data: f.vendorData,
        metadata: null,
        expected_details: null,
        contact_details: null,
        callback: null,
        reviews: [],
        created_at: new Date(f.createdAt).toISOString(),
        expires_at: null,
      }
      if (f.kind === 'business') return { ...shared, registry_checks: null }
      return {
        ...shared,
        id_verifications: [
          {
            node_id: 'feature_ocr_1',
            status: 'Approved',
            full_name: name,
            portrait_image: `${MEDIA_PREFIX}${f.sessionId}/portrait`,
            front_image: `${MEDIA_PREFIX}${f.sessionId}/front`,
            warnings: [],
            matches: [],
          },
        ],
      }
    },
    reviews: () => [],
    media: async (key) => {
      if (!key.startsWith(MEDIA_PREFIX) || find(key.slice(MEDIA_PREFIX.length).split('/')[0] ?? '') === undefined) return undefined
      return { bytes: Buffer.from(PNG, 'base64'), contentType: 'image/png' }
    },
    *scan(test) {
      for (let index = size - 1; index >= 0; index--) if (test(facts(index))) yield index
    },
  }
}
