import type { Me, Welcome } from '@verdict/contract/access'
import type { BlocklistAdd, BlocklistDone, BlocklistPage, BlocklistRemove } from '@verdict/contract/blocklist'
import type { SessionDetail } from '@verdict/contract/case'
import type { Connection } from '@verdict/contract/connection'
import type { AmlHitReview, CorrectionDone, DataCorrection, FeatureOverride } from '@verdict/contract/corrections'
import type { Decision, DecisionAccepted, DecisionInput, DecisionList } from '@verdict/contract/decision'
import type { PeopleList, PersonInput, PersonRow, RolesInput } from '@verdict/contract/people'
import type { QueuePage } from '@verdict/contract/queue'
import type { LedgerPage } from '@verdict/contract/record'
import type { SessionPage, WorkflowList } from '@verdict/contract/session'
import type { ImportDone, ImportInput, ShareInput, ShareList, ShareMade } from '@verdict/contract/shares'
import type { Note, NoteInput, NoteList, Trail } from '@verdict/contract/trail'
import { call, send, type Query } from './request.ts'

const at = encodeURIComponent
const session = (id: string) => `/api/sessions/${at(id)}`

/** Every call that the browser makes. All throw `ProblemError`. */
export const api = {
  welcome: () => call<Welcome>('/api/welcome', { bare: true }),
  me: () => call<Me>('/api/me', { bare: true }),
  signIn: (body: { email: string; password: string }) => send('/api/auth/sign-in/email', { method: 'POST', body, bare: true }),
  signOut: () => send('/api/auth/sign-out', { method: 'POST', body: {}, bare: true }),
  firstAdmin: (body: { token: string; name: string; email: string; password: string }) =>
    send('/api/setup', { method: 'POST', body, bare: true }),
  connection: (signal?: AbortSignal) => call<Connection>('/api/connection', { ...(signal && { signal }) }),
  workflows: () => call<WorkflowList>('/api/workflows'),

  queue: (query: Query, signal?: AbortSignal) => call<QueuePage>('/api/queue', { query, ...(signal && { signal }) }),
  sessions: (query: Query, signal?: AbortSignal) => call<SessionPage>('/api/sessions', { query, ...(signal && { signal }) }),
  session: (id: string, signal?: AbortSignal) => call<SessionDetail>(session(id), { ...(signal && { signal }) }),
  /** Reads a case before anybody looks at it; nobody's look is recorded. */
  sessionAhead: (id: string, signal?: AbortSignal) => call<SessionDetail>(session(id), { query: { ahead: 1 }, ...(signal && { signal }) }),
  trail: (id: string) => call<Trail>(`${session(id)}/timeline`),
  notes: (id: string) => call<NoteList>(`${session(id)}/notes`),
  addNote: (id: string, body: NoteInput) => call<Note>(`${session(id)}/notes`, { method: 'POST', body }),

  decisions: (signal?: AbortSignal) => call<DecisionList>('/api/decisions', { ...(signal && { signal }) }),
  decision: (id: string) => call<Decision>(`/api/decisions/${at(id)}`),
  decide: (id: string, body: DecisionInput) => call<DecisionAccepted>(`${session(id)}/decisions`, { method: 'POST', body }),
  undo: (id: string) => call<Decision>(`/api/decisions/${at(id)}`, { method: 'DELETE' }),
  sendNow: (id: string) => call<Decision>(`/api/decisions/${at(id)}/send`, { method: 'POST' }),

  reviewHits: (id: string, body: AmlHitReview) => call<CorrectionDone>(`${session(id)}/aml-hits`, { method: 'PATCH', body }),
  overrideFeature: (id: string, nodeId: string, body: FeatureOverride) =>
    call<CorrectionDone>(`${session(id)}/features/${at(nodeId)}`, { method: 'PATCH', body }),
  correctData: (id: string, body: DataCorrection) => call<CorrectionDone>(`${session(id)}/data`, { method: 'PATCH', body }),

  blocklist: (query: Query) => call<BlocklistPage>('/api/blocklist', { query }),
  block: (body: BlocklistAdd) => call<BlocklistDone>('/api/blocklist', { method: 'POST', body }),
  unblock: (body: BlocklistRemove) => call<BlocklistDone>('/api/blocklist/remove', { method: 'POST', body }),

  share: (id: string, body: ShareInput) => call<ShareMade>(`${session(id)}/shares`, { method: 'POST', body }),
  shares: (query: Query = {}) => call<ShareList>('/api/shares', { query }),
  importSession: (body: ImportInput) => call<ImportDone>('/api/imports', { method: 'POST', body }),

  people: () => call<PeopleList>('/api/people'),
  addPerson: (body: PersonInput) => call<PersonRow>('/api/people', { method: 'POST', body }),
  setRoles: (id: string, body: RolesInput) => call<PersonRow>(`/api/people/${at(id)}`, { method: 'PATCH', body }),

  ledger: (query: Query) => call<LedgerPage>('/api/ledger', { query }),
  /** The PDF as Didit makes it; takes seconds. */
  report: async (id: string, signal?: AbortSignal): Promise<Blob> =>
    (await send(`${session(id)}/report.pdf`, { ...(signal && { signal }) })).blob(),
}

/** Address of a picture, video or file of a session. */
export function mediaUrl(sessionId: string, ref: string): string {
  return `${session(sessionId)}/media/${at(ref)}`
}
