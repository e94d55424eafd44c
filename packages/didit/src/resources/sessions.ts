import type { QueryValue } from '../arguments.ts'
import { atLeastOne, defined, uuid } from '../arguments.ts'
import type { DiditFile } from '../file.ts'
import type { Paging } from '../pages.ts'
import type { CallOptions } from '../call.ts'
import type { Caller } from '../request.ts'
import { ImportedSession, SharedSession, StatusUpdated } from '../wire/answers.ts'
import { Decision } from '../wire/decision.ts'
import { SessionPage } from '../wire/session-list.ts'
import type { DecidedStatus } from '../wire/statuses.ts'

export interface ListSessions extends Paging {
  /** `all` pages only approximately: list `user` and `business` apart and merge. */
  kind?: 'user' | 'business' | 'all' | undefined
  status?: readonly string[] | undefined
  search?: string | undefined
  vendorData?: string | undefined
  workflowIds?: readonly string[] | undefined
  /** YYYY-MM-DD in UTC, the whole day included at both ends, for both kinds. */
  dateFrom?: string | undefined
  dateTo?: string | undefined
  countries?: readonly string[] | undefined
  warnings?: readonly string[] | undefined
  documentTypes?: readonly string[] | undefined
  documentName?: string | undefined
  regions?: readonly string[] | undefined
  diditInternalId?: string | undefined
  sessionTypes?: readonly string[] | undefined
  apiService?: string | undefined
  screenedFullName?: string | undefined
  statusInitializedAsInReview?: boolean | undefined
  isKycToBeReviewed?: boolean | undefined
  euuid?: string | undefined
}

export interface UpdateSessionStatus {
  sessionId: string
  newStatus: DecidedStatus
  comment?: string | undefined
  /** Only with `Resubmitted`; omitted, Didit picks the steps that are not approved. */
  nodesToResubmit?: readonly { nodeId: string; feature: string }[] | undefined
  /** Sends the person an e-mail. */
  notify?: { email: string; language?: string | undefined } | undefined
}

const DAY_MS = 86_400_000

/** Business lists end at midnight when `date_to` begins, user lists when it ends. */
const lastDay = (kind: ListSessions['kind'], dateTo: string | undefined): string | undefined => {
  const day = kind === 'business' && dateTo ? Date.parse(`${dateTo}T00:00:00Z`) : Number.NaN
  return Number.isNaN(day) ? dateTo : new Date(day + DAY_MS).toISOString().slice(0, 10)
}

const listQuery = (input: ListSessions): Record<string, QueryValue> => ({
  session_kind: input.kind,
  limit: input.limit ?? 50,
  offset: input.offset,
  status: input.status,
  search: input.search,
  vendor_data: input.vendorData,
  workflow_id: input.workflowIds?.map((id) => uuid('workflowIds', id)),
  date_from: input.dateFrom,
  date_to: lastDay(input.kind, input.dateTo),
  country: input.countries,
  warning: input.warnings,
  document_type: input.documentTypes,
  document_name: input.documentName,
  region: input.regions,
  didit_internal_id: input.diditInternalId && uuid('diditInternalId', input.diditInternalId),
  session_type: input.sessionTypes,
  api_service: input.apiService,
  screened_full_name: input.screenedFullName,
  status_initialized_as_in_review: input.statusInitializedAsInReview,
  is_kyc_to_be_reviewed: input.isKycToBeReviewed,
  euuid: input.euuid && uuid('euuid', input.euuid),
})

const session = (id: string, action: string) => `/v3/session/${uuid('sessionId', id)}/${action}/`

const statusBody = (input: UpdateSessionStatus) =>
  defined({
    new_status: input.newStatus,
    comment: input.comment,
    nodes_to_resubmit:
      input.nodesToResubmit &&
      atLeastOne('nodesToResubmit', input.nodesToResubmit).map(({ nodeId, feature }) => ({ node_id: nodeId, feature })),
    send_email: input.notify ? true : undefined,
    email_address: input.notify?.email,
    email_language: input.notify?.language,
  })

export const makeSessions = (call: Caller) => ({
  /** One page, newest first. */
  list: async (input: ListSessions = {}, options?: CallOptions): Promise<SessionPage> =>
    call.json(
      { operation: 'sessions.list', method: 'GET', kind: 'read', path: '/v3/sessions/', query: listQuery(input) },
      SessionPage,
      options,
    ),

  /** The full report of a user or business session, as far as it exists. */
  decision: async (input: { sessionId: string; includeEvents?: boolean | undefined }, options?: CallOptions): Promise<Decision> =>
    call.json(
      {
        operation: 'sessions.decision',
        method: 'GET',
        kind: 'read',
        path: session(input.sessionId, 'decision'),
        query: { include: input.includeEvents ? 'events' : undefined },
      },
      Decision,
      options,
    ),

  /** Decides. Not idempotent and without precondition upstream: re-read before, and again after any `unknown` effect. */
  updateStatus: async (input: UpdateSessionStatus, options?: CallOptions): Promise<StatusUpdated> =>
    call.json(
      {
        operation: 'sessions.updateStatus',
        method: 'PATCH',
        kind: 'write',
        path: session(input.sessionId, 'update-status'),
        body: statusBody(input),
      },
      StatusUpdated,
      options,
    ),

  /** Mints a token, valid 60 to 86400 s, that lets one other application import the session. */
  share: async (
    input: { sessionId: string; forApplicationId: string; ttlInSeconds?: number | undefined },
    options?: CallOptions,
  ): Promise<SharedSession> =>
    call.json(
      {
        operation: 'sessions.share',
        method: 'POST',
        kind: 'write',
        path: session(input.sessionId, 'share'),
        body: defined({
          for_application_id: uuid('forApplicationId', input.forApplicationId),
          ttl_in_seconds: input.ttlInSeconds,
        }),
      },
      SharedSession,
      options,
    ),

  /** Redeems a share token. `trustReview: false` puts the copy into review. Use only `session_id` of the answer. */
  importShared: async (
    input: { shareToken: string; trustReview: boolean; workflowId: string; vendorData?: string | undefined },
    options?: CallOptions,
  ): Promise<ImportedSession> =>
    call.json(
      {
        operation: 'sessions.importShared',
        method: 'POST',
        kind: 'write',
        path: '/v3/session/import-shared/',
        body: defined({
          share_token: input.shareToken,
          trust_review: input.trustReview,
          workflow_id: uuid('workflowId', input.workflowId),
          vendor_data: input.vendorData,
        }),
      },
      ImportedSession,
      options,
    ),

  /** Didit's own report, streamed; rendered anew and with different bytes at every call. */
  generatePdf: async (input: { sessionId: string }, options?: CallOptions): Promise<DiditFile> => {
    const file = await call.file(
      {
        operation: 'sessions.generatePdf',
        method: 'GET',
        kind: 'pdf',
        path: session(input.sessionId, 'generate-pdf'),
      },
      (contentType) => contentType === 'application/pdf' || contentType === 'application/octet-stream',
      options,
    )
    return { ...file, filename: file.filename ?? `session_${uuid('sessionId', input.sessionId)}.pdf` }
  },

  /** Deletes one session, without a way back through the API. A second call is refused as `not-found`. */
  delete: async (input: { sessionId: string }, options?: CallOptions): Promise<void> => {
    await call.nothing({ operation: 'sessions.delete', method: 'DELETE', kind: 'write', path: session(input.sessionId, 'delete') }, options)
  },
})
