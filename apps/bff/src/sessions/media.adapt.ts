import type { MediaItem } from '@verdict/contract/media'
import type { FeatureKind } from '@verdict/contract/session'
import { type JsonRecord, isRecord, textOf, withRaw } from './json-read.ts'
import { isMediaUrl, mediaPath, mediaRefOf } from './media-url.ts'
import { readable } from './feature-names.ts'

type Role = MediaItem['role']
type Group = MediaItem['group']
type Place = Pick<MediaItem, 'role' | 'group' | 'label'>

const MAX_DEPTH = 40

const places: ReadonlyMap<string, Place> = new Map(
  Object.entries({
    front_image: { role: 'front', group: 'document', label: 'Front' },
    back_image: { role: 'back', group: 'document', label: 'Back' },
    full_front_image: { role: 'frontFull', group: 'document', label: 'Front, whole picture' },
    full_back_image: { role: 'backFull', group: 'document', label: 'Back, whole picture' },
    front_image_camera_front: { role: 'captureSelfie', group: 'faces', label: 'Face while showing the front' },
    back_image_camera_front: { role: 'captureSelfie', group: 'faces', label: 'Face while showing the back' },
    portrait_image: { role: 'portrait', group: 'faces', label: 'Portrait on the document' },
    signature_image: { role: 'signature', group: 'document', label: 'Signature' },
    reference_image: { role: 'selfie', group: 'faces', label: 'Selfie' },
    source_image: { role: 'faceSource', group: 'faces', label: 'First face compared' },
    target_image: { role: 'faceTarget', group: 'faces', label: 'Second face compared' },
    match_image_url: { role: 'match', group: 'faces', label: 'Face in another session' },
    front_image_url: { role: 'match', group: 'document', label: 'Document in another session' },
    video_url: { role: 'video', group: 'video', label: 'Video' },
    front_video: { role: 'video', group: 'video', label: 'Front video' },
    back_video: { role: 'video', group: 'video', label: 'Back video' },
    document_file: { role: 'address', group: 'place', label: 'Proof of address' },
  }),
)

const fileGroups: Partial<Record<FeatureKind, Group>> = {
  identityDocument: 'document',
  companyDocuments: 'document',
  documentAi: 'document',
  proofOfAddress: 'place',
}

const endings: readonly (readonly [RegExp, MediaItem['kind']])[] = [
  [/\.(?:png|jpe?g|webp|gif|hei[cf]|bmp|avif)$/i, 'image'],
  [/\.(?:mp4|webm|mov|m4v)$/i, 'video'],
  [/\.pdf$/i, 'document'],
]

function kindOf(url: string, role: Role): MediaItem['kind'] {
  const path = mediaPath(url)
  for (const [ending, kind] of endings) if (ending.test(path)) return kind
  if (role === 'video') return 'video'
  return role === 'file' || role === 'address' ? 'document' : 'image'
}

const ownFile = /^(?:extra_files|files|file_url)$/

/** What the object around a file calls it: the kind of a company's paper, else its key in the workflow. */
function fileLabel(around: JsonRecord): string {
  const kind = textOf(around['document_subtype']) ?? textOf(around['document_type']) ?? textOf(around['document_key'])
  return kind === null ? 'File' : readable(kind)
}

function placeOf(key: string, feature: FeatureKind, around: JsonRecord): Place {
  const place = places.get(key)
  if (place && feature === 'nfc' && place.role === 'portrait') return { ...place, role: 'chipPortrait', label: 'Portrait on the chip' }
  if (place) return place
  const label = ownFile.test(key) ? (key === 'file_url' ? fileLabel(around) : 'File') : readable(key.replace(/_url$/, ''))
  return { role: 'file', group: fileGroups[feature] ?? 'other', label }
}

/** Lists the captures in one piece of a decision, in the order they stand there; each once. */
export function adaptMedia(
  key: string,
  input: unknown,
  from: { feature: FeatureKind; runId: string | null; hosts: ReadonlySet<string> },
): MediaItem[] {
  const found = new Map<string, MediaItem>()
  const walk = (name: string, value: unknown, around: JsonRecord, depth: number): void => {
    if (depth > MAX_DEPTH) return
    if (typeof value === 'string') {
      if (!isMediaUrl(name, value, from.hosts)) return
      const ref = mediaRefOf(value)
      const place = placeOf(name, from.feature, around)
      if (!found.has(ref)) found.set(ref, { ref, kind: kindOf(value, place.role), ...place, feature: from.feature, runId: from.runId })
    } else if (Array.isArray(value)) {
      for (const item of value) walk(name, item, around, depth + 1)
    } else if (isRecord(value)) {
      const whole = withRaw(value)
      for (const [inner, item] of Object.entries(whole)) walk(inner, item, whole, depth + 1)
    }
  }
  walk(key, input, {}, 0)
  return [...found.values()]
}

/** Where each capture of a decision can be fetched now. Stays in the house. */
export function mediaUrls(decision: unknown, hosts: ReadonlySet<string>): Map<string, string> {
  const urls = new Map<string, string>()
  const walk = (name: string, value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH) return
    if (typeof value === 'string') {
      if (isMediaUrl(name, value, hosts) && !urls.has(mediaRefOf(value))) urls.set(mediaRefOf(value), value)
    } else if (Array.isArray(value)) {
      for (const item of value) walk(name, item, depth + 1)
    } else if (isRecord(value)) {
      for (const [inner, item] of Object.entries(withRaw(value))) walk(inner, item, depth + 1)
    }
  }
  walk('', decision, 0)
  return urls
}
