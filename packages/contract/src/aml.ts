import { z } from 'zod'

/** Body of `POST /api/sessions/:id/aml-look`: the evidence that was on the screen. */
export const AmlLooked = z.object({ evidenceHash: z.string().min(1).max(128) })
export type AmlLooked = z.infer<typeof AmlLooked>

/** Query of `GET /api/sessions/:id/aml-look`: the evidence that is compared; the newest when left out. */
export const AmlLookQuery = AmlLooked.partial()

const Since = z.object({
  at: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  /** True: a judgement of the hit itself; false: the page was read. */
  reviewed: z.boolean(),
})

/** `before`: short texts as they were; null where the value was long or is no text. `path` is dotted, as in the hit. */
const ChangedField = z.object({ path: z.string(), before: z.string().nullable(), was: z.enum(['other', 'missing']) })

export const AmlHitNews = z.object({
  nodeId: z.string().nullable(),
  hitId: z.string(),
  kind: z.enum(['new', 'changed']),
  since: Since,
  /** Empty for new hits. */
  fields: z.array(ChangedField),
})
export type AmlHitNews = z.infer<typeof AmlHitNews>

/** What is new about the watch-list hits since somebody here last looked at them or judged them. */
export const AmlLook = z.object({
  /** Null: nobody has looked yet, so nothing counts as new. */
  lastLook: z.object({ at: z.string(), by: z.object({ id: z.string(), name: z.string() }) }).nullable(),
  news: z.array(AmlHitNews),
  /** Hits that were there then and are not now. */
  gone: z.int(),
})
export type AmlLook = z.infer<typeof AmlLook>

/** `kept: false` when that evidence is not remembered any more; the look before stays. */
export const AmlLookDone = z.object({ kept: z.boolean() })
export type AmlLookDone = z.infer<typeof AmlLookDone>
