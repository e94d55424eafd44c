import { z } from 'zod'
import { FeatureKind } from './session.ts'

export const mediaKinds = ['image', 'video', 'document'] as const
export const mediaGroups = ['document', 'faces', 'video', 'place', 'other'] as const
export const mediaRoles = [
  'front',
  'back',
  'frontFull',
  'backFull',
  'portrait',
  'chipPortrait',
  'signature',
  'selfie',
  'captureSelfie',
  'faceSource',
  'faceTarget',
  'match',
  'video',
  'address',
  'file',
] as const

/** A picture, video or file of a session, fetched from `GET /api/sessions/:id/media/:ref`. Never a URL of Didit's. */
export const MediaItem = z.object({
  ref: z.string(),
  kind: z.enum(mediaKinds),
  group: z.enum(mediaGroups),
  role: z.enum(mediaRoles),
  /** For people: "Front", "Selfie", "Page". */
  label: z.string(),
  feature: FeatureKind,
  /** The run that it belongs to (`FeatureRun.id`). */
  runId: z.string().nullable(),
})
export type MediaItem = z.infer<typeof MediaItem>

/** What stands inside feature data in the place of a media URL. */
export const MediaLink = z.object({ mediaRef: z.string() })
export type MediaLink = z.infer<typeof MediaLink>
