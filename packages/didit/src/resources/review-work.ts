import { atLeastOne, defined, segment, uuid } from '../arguments.ts'
import type { Paging } from '../pages.ts'
import { asPage } from '../pages.ts'
import type { CallOptions } from '../call.ts'
import type { Caller } from '../request.ts'
import { FeatureUpdated, HitsUpdated, HitUpdated } from '../wire/answers.ts'
import { CreatedReview, ReviewPage } from '../wire/reviews.ts'
import type { FeatureDecision, HitReviewStatus } from '../wire/statuses.ts'

const session = (id: string) => `/v3/session/${uuid('sessionId', id)}`
const reviewsPath = (id: string) => `/v3/sessions/${uuid('sessionId', id)}/reviews/`
const AnyReviewPage = asPage(ReviewPage)

export const makeReviews = (call: Caller) => ({
  /** Didit's activity feed, newest first. User sessions only: a business id is refused as `not-found`. */
  list: async (input: Paging & { sessionId: string }, options?: CallOptions): Promise<ReviewPage> =>
    call.json(
      {
        operation: 'reviews.list',
        method: 'GET',
        kind: 'read',
        path: reviewsPath(input.sessionId),
        query: { limit: input.limit ?? 50, offset: input.offset },
      },
      AnyReviewPage,
      options,
    ),

  /** Adds a note. `newStatus` is a label only: the session does not change, and Didit signs the note "Unknown". */
  create: async (
    input: { sessionId: string; newStatus?: string | null | undefined; comment?: string | null | undefined },
    options?: CallOptions,
  ): Promise<CreatedReview> =>
    call.json(
      {
        operation: 'reviews.create',
        method: 'POST',
        kind: 'write',
        path: reviewsPath(input.sessionId),
        body: defined({ new_status: input.newStatus, comment: input.comment }),
      },
      CreatedReview,
      options,
    ),
})

export const makeFeatures = (call: Caller) => ({
  /** Sets one feature; the session's own status stays as it is. `nodeId` may be the literal `default`. */
  updateStatus: async (
    input: { sessionId: string; nodeId: string; newStatus: FeatureDecision; comment?: string | undefined },
    options?: CallOptions,
  ): Promise<FeatureUpdated> =>
    call.json(
      {
        operation: 'features.updateStatus',
        method: 'PATCH',
        kind: 'write',
        path: `${session(input.sessionId)}/features/${segment('nodeId', input.nodeId)}/update-status/`,
        body: defined({ new_status: input.newStatus, comment: input.comment }),
      },
      FeatureUpdated,
      options,
    ),
})

export interface HitReview {
  hitId: string
  reviewStatus: HitReviewStatus
}

/** Hit reviews recompute neither the AML check nor the session; `nodeId` is needed with several AML checks. */
export const makeAml = (call: Caller) => ({
  updateHit: async (input: HitReview & { sessionId: string; nodeId?: string | undefined }, options?: CallOptions): Promise<HitUpdated> =>
    call.json(
      {
        operation: 'aml.updateHit',
        method: 'PATCH',
        kind: 'write',
        path: `${session(input.sessionId)}/update-aml-hit-status/`,
        query: { node_id: input.nodeId },
        body: { hit_id: input.hitId, review_status: input.reviewStatus },
      },
      HitUpdated,
      options,
    ),

  /** All or nothing: one unknown hit refuses them all. */
  bulkUpdateHits: async (
    input: { sessionId: string; hits: readonly HitReview[]; nodeId?: string | undefined },
    options?: CallOptions,
  ): Promise<HitsUpdated> =>
    call.json(
      {
        operation: 'aml.bulkUpdateHits',
        method: 'PATCH',
        kind: 'write',
        path: `${session(input.sessionId)}/bulk-update-aml-hit-status/`,
        query: { node_id: input.nodeId },
        body: {
          hit_updates: atLeastOne('hits', input.hits).map(({ hitId, reviewStatus }) => ({
            hit_id: hitId,
            review_status: reviewStatus,
          })),
        },
      },
      HitsUpdated,
      options,
    ),
})
