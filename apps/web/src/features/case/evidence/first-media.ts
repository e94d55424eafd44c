import type { SessionDetail } from '@verdict/contract/case'
import type { MediaItem } from '@verdict/contract/media'
import { mediaUrl } from '../../../lib/api.ts'
import { facesOf } from './faces.ts'
import { viewsOf } from './view-memory.ts'

/** What the stage shows first: what was last looked at, else the front of the document. */
export function firstMedia(session: SessionDetail): MediaItem | null {
  const { media } = session
  const last = viewsOf(session.id).selected
  return (
    media.find((item) => item.ref === last) ??
    media.find((item) => item.role === 'front') ??
    media.find((item) => item.group === 'document' && item.kind === 'image') ??
    media[0] ??
    null
  )
}

/** Fetches and decodes the pictures that a case shows at once, so that it paints whole when it is opened. */
export async function warmPictures(session: SessionDetail): Promise<void> {
  const first = firstMedia(session)
  const refs = [first?.kind === 'image' ? first.ref : null, session.portraitRef, ...facesOf(session).map((face) => face.ref)]
  const pictures = [...new Set(refs.filter((found) => found !== null))].map((ref) => {
    const picture = new Image()
    picture.decoding = 'async'
    picture.src = mediaUrl(session.id, ref)
    return picture
  })
  // A picture that cannot be shown says so on the stage.
  await Promise.allSettled(pictures.map((picture) => picture.decode()))
}
