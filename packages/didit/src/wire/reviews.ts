import type { z } from 'zod'
import { anything, loose, page, text, texts } from './fields.ts'

export const Review = loose({
  uuid: text,
  activity_type: text,
  actor_display: text,
  actor_email: text,
  actor_type: text,
  new_status: text,
  previous_status: text,
  comment: text,
  mentioned_emails: texts,
  previous_value: anything,
  new_value: anything,
  changed_fields: texts,
  metadata: anything,
  created_at: text,
})
export type Review = z.infer<typeof Review>

export const ReviewPage = page(Review)
export type ReviewPage = z.infer<typeof ReviewPage>

/** Answer to a created note: it changed nothing about the session and is signed "Unknown". */
export const CreatedReview = loose({ user: text, new_status: text, comment: text, created_at: text })
export type CreatedReview = z.infer<typeof CreatedReview>
