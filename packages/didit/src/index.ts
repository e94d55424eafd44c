import { DiditInvalidArgumentError } from './errors.ts'
import type { BudgetLimits, BudgetName, BudgetSnapshot, BudgetTake, RateBudget } from './budget.ts'
import { diditLimits, makeBudget } from './budget.ts'
import { makeBreaker, type BreakerSnapshot } from './breaker.ts'
import type { CallReport } from './call.ts'
import { makeCaller } from './request.ts'
import { makeBlocklist, makeLists } from './resources/blocklist.ts'
import { makeCorrections } from './resources/corrections.ts'
import { makeBusinesses, makeUsers } from './resources/entities.ts'
import { makeHealth, makeMedia } from './resources/media.ts'
import { makeAml, makeFeatures, makeReviews } from './resources/review-work.ts'
import { makeSessions } from './resources/sessions.ts'
import { makeBilling, makeQuestionnaires, makeWebhookDestinations, makeWorkflows } from './resources/settings.ts'
import type { Time } from './time.ts'
import { realSleep } from './time.ts'
import { poolTransport } from './transport.pool.ts'
import type { Transport } from './transport.ts'

export * from './errors.ts'
export { realSleep } from './time.ts'
export type { BreakerSnapshot, BreakerState } from './breaker.ts'
export { budgetScopes, diditLimits, laneShares } from './budget.ts'
export type { BudgetLimits, BudgetName, BudgetSnapshot, BudgetTake, Lane, RateBudget } from './budget.ts'
export type { DiditFile } from './file.ts'
export { nextOffset } from './pages.ts'
export type { Paging } from './pages.ts'
export { readReasons } from './reasons.ts'
export type { Reason } from './reasons.ts'
export type { CallOptions, CallReport } from './call.ts'
export type * from './resources/blocklist.ts'
export type * from './resources/corrections.ts'
export type { GetMedia } from './resources/media.ts'
export type { HitReview } from './resources/review-work.ts'
export type { ListSessions, UpdateSessionStatus } from './resources/sessions.ts'
export type { DestinationFields } from './resources/settings.ts'
export { poolTransport } from './transport.pool.ts'
export type { PoolOptions } from './transport.pool.ts'
export { fetchTransport } from './transport.ts'
export { HeldBackError } from './transport.ts'
export type { CallKind, PoolTransport, Transport, TransportRequest, TransportResponse } from './transport.ts'
export { verifyDiditWebhook } from './webhook-signature.ts'
export type { VerifyDiditWebhook, WebhookVerdict } from './webhook-signature.ts'

export interface DiditOptions {
  apiKey: string
  /** Origin and optional base path, for example `https://verification.didit.me`. */
  baseUrl: string
  /** Default: a keep-alive pool of its own, ended by `close()`. */
  transport?: Transport | undefined
  /** Carries media, whose hosts are others. Default: `transport`. */
  mediaTransport?: Transport | undefined
  /** Milliseconds since 1970. */
  clock?: (() => number) | undefined
  /** 0 up to but not including 1, for jitter. */
  random?: (() => number) | undefined
  sleep?: Time['sleep'] | undefined
  /** Calls a minute, and the longest wait for room (default 2000 ms). */
  limits?: (Partial<BudgetLimits> & { maxWaitMs?: number | undefined }) | undefined
  /** Told about every finished call. Must not throw. */
  onCall?: ((report: CallReport) => void) | undefined
  /** Makes the budget of this client part of a wider one. Default: it is the only one on its key. */
  shareBudget?: ((local: RateBudget) => RateBudget) | undefined
  /** Told about every call that took room in the budget, or waited for it in vain. Must not throw. */
  onBudget?: ((taken: BudgetTake) => void) | undefined
}

const readBaseUrl = (value: string): string => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '' || url.hash !== '') {
    throw new DiditInvalidArgumentError('baseUrl', 'an http or https URL without credentials, query or fragment')
  }
  return url.origin + url.pathname.replace(/\/+$/, '')
}

/** The client of Didit's API. Every method rejects with a `DiditError` and with nothing else. */
export const createDidit = (options: DiditOptions) => {
  if (!/^[\x21-\x7e]+$/.test(options.apiKey)) {
    throw new DiditInvalidArgumentError('apiKey', 'visible ASCII without spaces')
  }
  const pool = options.transport ? undefined : poolTransport()
  const transport = options.transport ?? pool ?? poolTransport()
  const time: Time = { now: options.clock ?? Date.now, sleep: options.sleep ?? realSleep }
  const { maxWaitMs = 2_000, ...limits } = options.limits ?? {}
  const local = makeBudget(time, { ...diditLimits, ...limits }, options.onBudget)
  const budget = options.shareBudget?.(local) ?? local
  const breaker = makeBreaker(time)
  const call = makeCaller({
    apiKey: options.apiKey,
    baseUrl: readBaseUrl(options.baseUrl),
    transport,
    mediaTransport: options.mediaTransport ?? transport,
    budget,
    breaker,
    time,
    random: options.random ?? Math.random,
    maxWaitMs,
    onCall: options.onCall ?? (() => undefined),
  })
  return {
    sessions: makeSessions(call),
    reviews: makeReviews(call),
    features: makeFeatures(call),
    aml: makeAml(call),
    corrections: makeCorrections(call),
    blocklist: makeBlocklist(call),
    lists: makeLists(call),
    users: makeUsers(call),
    businesses: makeBusinesses(call),
    workflows: makeWorkflows(call),
    questionnaires: makeQuestionnaires(call),
    billing: makeBilling(call),
    webhookDestinations: makeWebhookDestinations(call),
    media: makeMedia(call),
    health: makeHealth(call),
    /** What of each minute's budget is used, by us and as far as known by others on the same key. */
    budget: (): BudgetSnapshot => budget.snapshot(),
    /** Whether Didit is left in peace after failures, and until when. */
    breaker: (): BreakerSnapshot => breaker.snapshot(),
    budgetWaitMs: (name: BudgetName): number => budget.waitMs(name),
    /** Ends the pool of our own after the calls under way; a transport that was passed in is its owner's to end. */
    close: async (): Promise<void> => {
      await pool?.close()
    },
  }
}

export type Didit = ReturnType<typeof createDidit>
