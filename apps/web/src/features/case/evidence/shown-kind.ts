import type { SessionDetail } from '@verdict/contract/case'
import type { MediaItem } from '@verdict/contract/media'
import { fieldsOf, isFields, mediaRefOf, textOf } from '../model/json-shape.ts'

/** Files that their own metadata call pictures, however deep in the data of a check. */
function pictureRefs(value: unknown, depth = 0): string[] {
  if (depth > 6) return []
  if (Array.isArray(value)) return value.flatMap((item) => pictureRefs(item, depth + 1))
  if (!isFields(value)) return []
  const type = textOf(fieldsOf(value['documentMetadata'])['contentType']) ?? ''
  const refs = type.startsWith('image/') ? Object.values(value).map(mediaRefOf) : []
  return [...refs.filter((ref) => ref !== null), ...Object.values(value).flatMap((inner) => pictureRefs(inner, depth + 1))]
}

/** The captures of a case; a file whose link does not say what it is counts as a picture when its metadata do. */
export function shownMedia(session: SessionDetail): MediaItem[] {
  if (session.media.every((item) => item.kind !== 'document')) return session.media
  const pictures = new Set(session.sections.flatMap((section) => section.runs.flatMap((run) => pictureRefs(run.data))))
  return session.media.map((item) => (item.kind === 'document' && pictures.has(item.ref) ? { ...item, kind: 'image' } : item))
}
