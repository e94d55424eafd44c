import { createBffClient } from '@verdict/bff/client'
import type { AlarmNote, AlarmQuery } from '@verdict/contract/alarms'
import type { AmlLooked } from '@verdict/contract/aml'
import type { ApprovalInput } from '@verdict/contract/approval'
import type { BlocklistAdd, BlocklistQuery, BlocklistRemove } from '@verdict/contract/blocklist'
import type { AmlHitReview, DataCorrection, FeatureOverride } from '@verdict/contract/corrections'
import type { DecisionInput } from '@verdict/contract/decision'
import type { BulkInput, BulkRead } from '@verdict/contract/decision-bulk'
import type { PasswordChange, PersonChange, PersonInput } from '@verdict/contract/people'
import type { PolicyChange } from '@verdict/contract/policy'
import type { NextInput, QueueQuery, SnoozeInput } from '@verdict/contract/queue'
import type { LeaseInput } from '@verdict/contract/lease'
import type { LedgerQuery } from '@verdict/contract/record'
import type { CodeInput, StepUpInput } from '@verdict/contract/second-factor'
import type { SessionQuery } from '@verdict/contract/session'
import type { IndexFacetsQuery, IndexProgress } from '@verdict/contract/session-index'
import type { ImportInput, ShareInput } from '@verdict/contract/shares'
import type { NoteInput, TrailReading } from '@verdict/contract/trail'
import type { SavedViewInput } from '@verdict/contract/views'
import type { DeliveryQuery } from '@verdict/contract/webhooks'
import type { z } from 'zod'
import { bodyOf, telephone } from './request.ts'
import { signInAnswer } from './sign-in-answer.ts'

/** What a query may hold before its defaults; `undefined` asks for nothing. */
type Asked<Query> = { [Key in keyof Query]?: Query[Key] | undefined }

const { api: desk } = createBffClient('/', { fetch: telephone() })
const { api: door } = createBffClient('/', { fetch: telephone({ bare: true }) })
const cancelled = (signal: AbortSignal | undefined) => ({ init: signal ? { signal } : {} })
const session = desk.sessions[':id']

/** Every call that the browser makes, typed by the bff's own routes. All throw `ProblemError`. */
export const api = {
  welcome: () => bodyOf(door.welcome.$get()),
  me: () => bodyOf(door.me.$get()),
  signIn: (json: { email: string; password: string }) => signInAnswer(door.auth['sign-in'].email.$post({ json })),
  signInByCode: (json: CodeInput) => bodyOf(door.auth['sign-in'].code.$post({ json })),
  factorAtSignIn: () => bodyOf(door.auth['second-factor'].offer.$post()),
  confirmFactorAtSignIn: (json: CodeInput) => bodyOf(door.auth['second-factor'].$post({ json })),
  signOut: () => door.auth['sign-out'].$post(),
  firstAdmin: (json: { token: string; name: string; email: string; password: string }) => door.setup.$post({ json }),
  connection: (signal?: AbortSignal) => bodyOf(desk.connection.$get({}, cancelled(signal))),
  budget: (signal?: AbortSignal) => bodyOf(desk.connection.budget.$get({}, cancelled(signal))),
  workflows: () => bodyOf(desk.workflows.$get()),

  queue: (query: Asked<QueueQuery>) => bodyOf(desk.queue.$get({ query })),
  next: (json: z.input<typeof NextInput>) => bodyOf(desk.queue.next.$post({ json })),
  reviewers: () => bodyOf(desk.queue.people.$get()),
  marks: (id: string) => bodyOf(session.marks.$get({ param: { id } })),
  snooze: (id: string, json: SnoozeInput) => bodyOf(session.snooze.$post({ param: { id }, json })),
  wake: (id: string) => bodyOf(session.snooze.$delete({ param: { id } })),
  assign: (id: string, personId: string | null) => bodyOf(session.assignee.$post({ param: { id }, json: { personId } })),
  sessions: (query: Asked<SessionQuery>, signal?: AbortSignal) => bodyOf(desk.sessions.$get({ query }, cancelled(signal))),
  // Hono's client leaves `index` at the end of an address out.
  indexProgress: () => bodyOf<IndexProgress>(telephone()('/api/index')),
  facets: (query: Asked<IndexFacetsQuery>) => bodyOf(desk.index.facets.$get({ query })),
  views: () => bodyOf(desk.views.$get()),
  saveView: (json: SavedViewInput) => bodyOf(desk.views.$post({ json })),
  removeView: (viewId: string) => desk.views[':viewId'].$delete({ param: { viewId } }),
  session: (id: string) => bodyOf(session.$get({ param: { id }, query: {} })),
  /** Reads a case before anybody looks at it: recorded as read ahead, not as a look. */
  sessionAhead: (id: string) => bodyOf(session.$get({ param: { id }, query: { ahead: '1' } })),
  trail: (id: string, didit: TrailReading) => bodyOf(session.timeline.$get({ param: { id }, query: { didit } })),
  notes: (id: string) => bodyOf(session.notes.$get({ param: { id } })),
  addNote: (id: string, json: NoteInput) => bodyOf(session.notes.$post({ param: { id }, json })),

  takeLease: (id: string, json: z.input<typeof LeaseInput>) => bodyOf(session.lease.$post({ param: { id }, json })),
  presence: (id: string) => bodyOf(session.presence.$get({ param: { id } })),
  beHere: (id: string, tab: string) => bodyOf(session.presence.$post({ param: { id }, json: { tab } })),
  /** Also while the page goes away: the browser sends it to its end. */
  leaveCase: (id: string, tab: string) => session.presence.$delete({ param: { id }, query: { tab } }, { init: { keepalive: true } }),

  decisions: (signal?: AbortSignal) => bodyOf(desk.decisions.$get({}, cancelled(signal))),
  decision: (id: string) => bodyOf(desk.decisions[':id'].$get({ param: { id } })),
  decide: (id: string, json: DecisionInput) => bodyOf(session.decisions.$post({ param: { id }, json })),
  undo: (id: string) => bodyOf(desk.decisions[':id'].$delete({ param: { id } })),
  sendNow: (id: string) => bodyOf(desk.decisions[':id'].send.$post({ param: { id } })),

  readBulk: (json: BulkRead) => bodyOf(desk.decisions.bulk.read.$post({ json })),
  decideBulk: (json: BulkInput) => bodyOf(desk.decisions.bulk.$post({ json })),
  bulk: (id: string) => bodyOf(desk.decisions.bulk[':id'].$get({ param: { id } })),
  undoBulk: (id: string) => bodyOf(desk.decisions.bulk[':id'].$delete({ param: { id } })),

  approvals: () => bodyOf(desk.approvals.$get()),
  answerApproval: (id: string, json: ApprovalInput) => bodyOf(desk.approvals[':id'].$post({ param: { id }, json })),
  withdrawApproval: (id: string) => bodyOf(desk.approvals[':id'].$delete({ param: { id } })),

  policy: () => bodyOf(desk.policy.$get()),
  policyAt: (version: number) => bodyOf(desk.policy.versions[':version'].$get({ param: { version: String(version) } })),
  policyVersions: () => bodyOf(desk.policy.versions.$get()),
  changePolicy: (json: PolicyChange) => bodyOf(desk.policy.$put({ json })),

  reviewHits: (id: string, json: AmlHitReview) => bodyOf(session['aml-hits'].$patch({ param: { id }, json })),
  amlRationales: (id: string) => bodyOf(session['aml-rationales'].$get({ param: { id } })),
  amlLook: (id: string, evidenceHash: string) => bodyOf(session['aml-look'].$get({ param: { id }, query: { evidenceHash } })),
  lookedAtHits: (id: string, json: AmlLooked) => bodyOf(session['aml-look'].$post({ param: { id }, json })),
  overrideFeature: (id: string, nodeId: string, json: FeatureOverride) =>
    bodyOf(session.features[':nodeId'].$patch({ param: { id, nodeId }, json })),
  correctData: (id: string, json: DataCorrection) => bodyOf(session.data.$patch({ param: { id }, json })),

  blocklist: (query: Asked<BlocklistQuery>) => bodyOf(desk.blocklist.$get({ query })),
  block: (json: BlocklistAdd) => bodyOf(desk.blocklist.$post({ json })),
  unblock: async (json: BlocklistRemove) => {
    const answer = await desk.blocklist.remove.$post({ json })
    return answer.status === 202 ? bodyOf(Promise.resolve(answer)) : bodyOf(Promise.resolve(answer))
  },

  share: async (id: string, json: ShareInput) => {
    const answer = await session.shares.$post({ param: { id }, json })
    return answer.status === 202 ? bodyOf(Promise.resolve(answer)) : bodyOf(Promise.resolve(answer))
  },
  shares: () => bodyOf(desk.shares.$get()),
  importSession: (json: ImportInput) => bodyOf(desk.imports.$post({ json })),

  people: () => bodyOf(desk.people.$get()),
  addPerson: (json: PersonInput) => bodyOf(desk.people.$post({ json })),
  changePerson: (id: string, json: PersonChange) => bodyOf(desk.people[':personId'].$patch({ param: { personId: id }, json })),
  endSignInsOf: (id: string) => bodyOf(desk.people[':personId']['sign-ins'].$delete({ param: { personId: id } })),
  resetFactorOf: (id: string) => desk.people[':personId']['second-factor'].$delete({ param: { personId: id } }),

  stepUp: (json: StepUpInput) => desk.me['step-up'].$post({ json }),
  myFactor: () => bodyOf(desk.me['second-factor'].$get()),
  offerFactor: () => bodyOf(desk.me['second-factor'].offer.$post()),
  confirmFactor: (json: CodeInput) => bodyOf(desk.me['second-factor'].$post({ json })),
  removeFactor: () => desk.me['second-factor'].$delete(),
  renewRecoveryCodes: () => bodyOf(desk.me['recovery-codes'].$post()),
  mySignIns: () => bodyOf(desk.me['sign-ins'].$get()),
  endMySignIn: (id: string) => desk.me['sign-ins'][':signInId'].$delete({ param: { signInId: id } }),
  endMyOtherSignIns: () => bodyOf(desk.me['sign-ins'].$delete()),
  changePassword: (json: PasswordChange) => desk.me.password.$post({ json }),

  deliveries: (query: Asked<DeliveryQuery>) => bodyOf(desk.webhooks.deliveries.$get({ query })),
  delivery: (eventId: string) => bodyOf(desk.webhooks.deliveries[':eventId'].$get({ param: { eventId } })),
  replayDelivery: (eventId: string) => bodyOf(desk.webhooks.deliveries[':eventId'].replay.$post({ param: { eventId } })),
  webhookDestinations: () => bodyOf(desk.webhooks.destinations.$get()),
  repairDestination: () => bodyOf(desk.webhooks.destination.repair.$post()),
  takeWebhookSecret: () => bodyOf(desk.webhooks.destination.secret.$post()),
  testWebhook: () => bodyOf(desk.webhooks.destination.test.$post()),
  webhookGaps: () => bodyOf(desk.webhooks.gaps.$get()),
  resendDelivery: (deliveryId: string) => desk.webhooks.gaps[':deliveryId'].resend.$post({ param: { deliveryId } }),

  alarms: (query: Asked<AlarmQuery>) => bodyOf(desk.alarms.$get({ query })),
  acknowledgeAlarm: (alarmId: string, json: AlarmNote) => bodyOf(desk.alarms[':alarmId'].acknowledge.$post({ param: { alarmId }, json })),
  compareTrails: () => bodyOf(desk.reconciliation.run.$post()),
  sessionAlarms: (id: string) => bodyOf(session.alarms.$get({ param: { id } })),

  ledger: (query: Asked<LedgerQuery>) => bodyOf(desk.ledger.$get({ query })),
  /** The PDF as Didit makes it; takes seconds. */
  report: async (id: string): Promise<Blob> => (await session['report.pdf'].$get({ param: { id } })).blob(),
}

/** Address of a picture, video or file of a session. */
export function mediaUrl(sessionId: string, ref: string): string {
  return `/api/sessions/${encodeURIComponent(sessionId)}/media/${encodeURIComponent(ref)}`
}
