import { atLeastOne, defined, uuid } from '../arguments.ts'
import type { Paging } from '../pages.ts'
import { asPage } from '../pages.ts'
import type { CallOptions } from '../call.ts'
import type { Caller } from '../request.ts'
import {
  Balance,
  Questionnaire,
  QuestionnairePage,
  WebhookDelivery,
  WebhookDeliveryPage,
  WebhookDestination,
  WebhookDestinationList,
  Workflow,
  WorkflowPage,
} from '../wire/settings.ts'

const AnyWorkflowPage = asPage(WorkflowPage)
const AnyQuestionnairePage = asPage(QuestionnairePage)
const AnyDeliveryPage = asPage(WebhookDeliveryPage)

const paged = (input: Paging) => ({ limit: input.limit ?? 50, offset: input.offset })

export const makeWorkflows = (call: Caller) => ({
  /** One row per version; group by `workflow_id`. */
  list: async (input: Paging = {}, options?: CallOptions): Promise<WorkflowPage> =>
    call.json(
      { operation: 'workflows.list', method: 'GET', kind: 'read', path: '/v3/workflows/', query: paged(input) },
      AnyWorkflowPage,
      options,
    ),

  /** `workflowUuid` is a version's `uuid`. */
  get: async (input: { workflowUuid: string }, options?: CallOptions): Promise<Workflow> =>
    call.json(
      {
        operation: 'workflows.get',
        method: 'GET',
        kind: 'read',
        path: `/v3/workflows/${uuid('workflowUuid', input.workflowUuid)}/`,
      },
      Workflow,
      options,
    ),
})

export const makeQuestionnaires = (call: Caller) => ({
  list: async (input: Paging = {}, options?: CallOptions): Promise<QuestionnairePage> =>
    call.json(
      {
        operation: 'questionnaires.list',
        method: 'GET',
        kind: 'read',
        path: '/v3/questionnaires/',
        query: paged(input),
      },
      AnyQuestionnairePage,
      options,
    ),

  get: async (input: { questionnaireUuid: string }, options?: CallOptions): Promise<Questionnaire> =>
    call.json(
      {
        operation: 'questionnaires.get',
        method: 'GET',
        kind: 'read',
        path: `/v3/questionnaires/${uuid('questionnaireUuid', input.questionnaireUuid)}/`,
      },
      Questionnaire,
      options,
    ),
})

export const makeBilling = (call: Caller) => ({
  balance: async (options?: CallOptions): Promise<Balance> =>
    call.json({ operation: 'billing.balance', method: 'GET', kind: 'read', path: '/v3/billing/balance/' }, Balance, options),
})

export interface DestinationFields {
  label?: string | undefined
  url?: string | undefined
  enabled?: boolean | undefined
  webhookVersion?: 'v1' | 'v2' | 'v3' | undefined
  /** Replaced as a whole; an empty list is refused. */
  subscribedEvents?: readonly string[] | undefined
}

const destinationBody = (fields: DestinationFields) =>
  defined({
    label: fields.label,
    url: fields.url,
    enabled: fields.enabled,
    webhook_version: fields.webhookVersion,
    subscribed_events: fields.subscribedEvents && atLeastOne('subscribedEvents', fields.subscribedEvents),
  })

const destination = (id: string) => `/v3/webhook/destinations/${uuid('destinationUuid', id)}/`

/** All but `list` answer with `secret_shared_key`: keep it on the server. */
export const makeWebhookDestinations = (call: Caller) => ({
  list: async (options?: CallOptions): Promise<WebhookDestinationList> =>
    call.json(
      { operation: 'webhookDestinations.list', method: 'GET', kind: 'read', path: '/v3/webhook/destinations/' },
      WebhookDestinationList,
      options,
    ),

  create: async (
    input: DestinationFields & { label: string; url: string; subscribedEvents: readonly string[] },
    options?: CallOptions,
  ): Promise<WebhookDestination> =>
    call.json(
      {
        operation: 'webhookDestinations.create',
        method: 'POST',
        kind: 'write',
        path: '/v3/webhook/destinations/',
        body: destinationBody(input),
      },
      WebhookDestination,
      options,
    ),

  get: async (input: { destinationUuid: string }, options?: CallOptions): Promise<WebhookDestination> =>
    call.json(
      {
        operation: 'webhookDestinations.get',
        method: 'GET',
        kind: 'read',
        path: destination(input.destinationUuid),
      },
      WebhookDestination,
      options,
    ),

  update: async (input: DestinationFields & { destinationUuid: string }, options?: CallOptions): Promise<WebhookDestination> =>
    call.json(
      {
        operation: 'webhookDestinations.update',
        method: 'PATCH',
        kind: 'write',
        path: destination(input.destinationUuid),
        body: destinationBody(input),
      },
      WebhookDestination,
      options,
    ),

  /** Newest first, every attempt an entry of its own. Not in the published specification: may be `not-found`. */
  deliveries: async (
    input: Paging & { destinationUuid: string; dateFrom?: string | undefined },
    options?: CallOptions,
  ): Promise<WebhookDeliveryPage> =>
    call.json(
      {
        operation: 'webhookDestinations.deliveries',
        method: 'GET',
        kind: 'read',
        path: `${destination(input.destinationUuid)}deliveries/`,
        query: { ...paged(input), date_from: input.dateFrom },
      },
      AnyDeliveryPage,
      options,
    ),

  /** Sends the stored payload again with a fresh timestamp, signed anew. */
  resend: async (input: { destinationUuid: string; deliveryUuid: string }, options?: CallOptions): Promise<WebhookDelivery> =>
    call.json(
      {
        operation: 'webhookDestinations.resend',
        method: 'POST',
        kind: 'write',
        path: `${destination(input.destinationUuid)}deliveries/${uuid('deliveryUuid', input.deliveryUuid)}/resend/`,
      },
      WebhookDelivery,
      options,
    ),
})
