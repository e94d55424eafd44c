import { z } from 'zod'
import { anything, flag, list, loose, map, number, page, scalar, text, texts } from './fields.ts'

/** One row per version: `uuid` is the version, `workflow_id` the stable group. */
export const Workflow = loose({
  uuid: z.string(),
  workflow_id: text,
  workflow_label: text,
  workflow_type: text,
  is_default: flag,
  is_archived: flag,
  features: anything,
  workflow_url: text,
  version: number,
  status: text,
  has_draft: flag,
  session_expiration_time: number,
  updated_at: text,
})
export type Workflow = z.infer<typeof Workflow>
export const WorkflowPage = page(Workflow)
export type WorkflowPage = z.infer<typeof WorkflowPage>

/** The list names a questionnaire by `uuid`, the detail by `questionnaire_id`. */
export const Questionnaire = loose({
  uuid: text,
  questionnaire_id: text,
  questionnaire_group_id: text,
  title: anything,
  description: anything,
  languages: texts,
  default_language: text,
  is_active: flag,
  version: number,
  status: text,
  sections: list(map),
})
export type Questionnaire = z.infer<typeof Questionnaire>
export const QuestionnairePage = page(Questionnaire)
export type QuestionnairePage = z.infer<typeof QuestionnairePage>

/** `balance` is a decimal string in US dollars. */
export const Balance = loose({
  balance: scalar,
  auto_refill_enabled: flag,
  auto_refill_amount: scalar,
  auto_refill_threshold: scalar,
})
export type Balance = z.infer<typeof Balance>

/** `secret_shared_key` comes with one destination, never with the list. It must not leave the server. */
export const WebhookDestination = loose({
  uuid: z.string(),
  label: text,
  url: text,
  enabled: flag,
  webhook_version: text,
  subscribed_events: texts,
  secret_shared_key: text,
  secret_last4: text,
  previous_secret_expires_at: text,
  deliveries_count: number,
  failed_deliveries_count: number,
  error_rate_percentage: number,
  average_response_time_ms: number,
  last_delivery_at: text,
  summary: map,
  created_at: text,
  updated_at: text,
})
export type WebhookDestination = z.infer<typeof WebhookDestination>
export const WebhookDestinationList = z.array(WebhookDestination)
export type WebhookDestinationList = z.infer<typeof WebhookDestinationList>

/** One attempt to deliver, as Didit logs it. Newer than the specification: anything may be missing. */
export const WebhookDelivery = loose({
  uuid: text,
  event_id: text,
  webhook_type: text,
  attempt: number,
  status_code: number,
  success: flag,
  error: text,
  response_time_ms: number,
  payload: anything,
  created_at: text,
})
export type WebhookDelivery = z.infer<typeof WebhookDelivery>
export const WebhookDeliveryPage = page(WebhookDelivery)
export type WebhookDeliveryPage = z.infer<typeof WebhookDeliveryPage>
