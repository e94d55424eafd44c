import { atLeastOne, defined, uuid } from '../arguments.ts'
import type { Paging } from '../pages.ts'
import { asPage } from '../pages.ts'
import type { CallOptions } from '../call.ts'
import type { Caller } from '../request.ts'
import {
  Balance,
  Questionnaire,
  QuestionnairePage,
  WebhookDestination,
  WebhookDestinationList,
  Workflow,
  WorkflowPage,
} from '../wire/settings.ts'

const AnyWorkflowPage = asPage(WorkflowPage)
const AnyQuestionnairePage = asPage(QuestionnairePage)

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
})
