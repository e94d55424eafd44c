import type { z } from 'zod'
import { anything, loose, number, scalar, text, texts } from './fields.ts'

/**
 * A delivery, flat form of v3. A hint only: verify it, dedupe on `event_id`, then read the decision.
 * `timestamp` is when it was sent and `created_at` when it happened, both Unix seconds.
 */
export const WebhookEvent = loose({
  event_id: text,
  webhook_type: text,
  event: text,
  timestamp: scalar,
  created_at: scalar,
  application_id: text,
  environment: text,
  session_id: text,
  business_session_id: text,
  session_kind: text,
  status: text,
  previous_status: text,
  workflow_id: text,
  workflow_version: number,
  vendor_data: text,
  metadata: anything,
  trigger: text,
  changed_fields: texts,
  decision: anything,
  resubmit_info: anything,
})
export type WebhookEvent = z.infer<typeof WebhookEvent>
