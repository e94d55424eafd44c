import type { SessionDetail } from '@verdict/contract/case'
import type { MediaItem } from '@verdict/contract/media'
import { scaled } from '../model/words.ts'

export interface Face {
  label: 'Selfie' | 'Document' | 'Chip'
  ref: string | null
  /** Score of the selfie against this face, 0–100. */
  score: number | null
  /** What to say when there is no picture. */
  absent: string
}

const first = (media: readonly MediaItem[], ...roles: MediaItem['role'][]) => {
  for (const role of roles) {
    const found = media.find((item) => item.role === role && item.kind === 'image')
    if (found) return found
  }
  return null
}

/** True when there are two faces to lay side by side. */
export function hasFaces(session: SessionDetail): boolean {
  return session.media.filter((item) => item.kind === 'image' && (item.group === 'faces' || item.role === 'match')).length >= 2
}

/** Selfie, portrait of the document and portrait of the chip; none at all when the case has no two faces. */
export function facesOf(session: SessionDetail): Face[] {
  const { media, sections } = session
  const selfie = first(media, 'selfie', 'faceSource', 'captureSelfie')
  const document = first(media, 'portrait', 'faceTarget')
  const chip = first(media, 'chipPortrait')
  if ([selfie, document, chip].filter(Boolean).length < 2) return []
  const matches = sections.flatMap((section) => section.runs.flatMap((run) => (run.kind === 'faceMatch' ? [run.data] : [])))
  const withChip = chip && matches.find((match) => [match.sourceImage?.mediaRef, match.targetImage?.mediaRef].includes(chip.ref))
  const withDocument = matches.find((match) => match !== withChip)
  const hasChip = sections.some((section) => section.kind === 'nfc')
  return [
    { label: 'Selfie', ref: selfie?.ref ?? null, score: null, absent: 'No selfie stored' },
    { label: 'Document', ref: document?.ref ?? null, score: scaled(withDocument?.score), absent: 'No portrait on the document' },
    {
      label: 'Chip',
      ref: chip?.ref ?? null,
      score: scaled(withChip?.score),
      absent: hasChip ? 'No picture on the chip' : 'No chip in this document',
    },
  ]
}
