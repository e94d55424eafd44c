import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs'
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs'
import type { MediaItem } from '@verdict/contract/media'
import { memo, useRef, useState } from 'react'
import { mediaUrl } from '../../../lib/api.ts'
import { useBroughtIntoRow } from '../parts/use-brought-into-row.ts'
import classes from './evidence.module.css'

const short: Readonly<Partial<Record<MediaItem['role'], string>>> = {
  frontFull: 'Front, all',
  backFull: 'Back, all',
  portrait: 'Portrait',
  chipPortrait: 'Chip',
  captureSelfie: 'Capture',
  faceSource: 'Face 1',
  faceTarget: 'Face 2',
  match: 'Match',
  address: 'Address',
}

function Thumb({ sessionId, item }: { sessionId: string; item: MediaItem }) {
  const [failed, setFailed] = useState(false)
  if (item.kind === 'video') return <IconVideo size={20} stroke={1.5} aria-hidden />
  if (item.kind === 'document') return <IconFileText size={20} stroke={1.5} aria-hidden />
  if (failed) return <span className={classes.thumbFailed}>missing</span>
  return (
    <img
      src={mediaUrl(sessionId, item.ref)}
      alt=""
      width={56}
      height={36}
      decoding="async"
      loading="lazy"
      onError={() => setFailed(true)}
    />
  )
}

/** The short word that is seen, then what it stands for. */
function nameOf(item: MediaItem): string {
  const seen = short[item.role]
  return seen === undefined ? item.label : `${seen}: ${item.label}`
}

interface Props {
  sessionId: string
  items: readonly MediaItem[]
  selected: string | null
  onSelect: (ref: string) => void
}

/** All pictures, videos and files of the case in one row; the one on the stage is framed. */
export const FilmStrip = memo(function FilmStrip({ sessionId, items, selected, onSelect }: Props) {
  const strip = useRef<HTMLUListElement>(null)
  useBroughtIntoRow(strip, 'ref', selected)
  return (
    <ul ref={strip} className={classes.strip} aria-label="Pictures and files">
      {items.map((item) => (
        <li key={item.ref}>
          <button
            type="button"
            data-ref={item.ref}
            aria-pressed={item.ref === selected}
            aria-label={nameOf(item)}
            onClick={() => onSelect(item.ref)}
            title={item.label}
          >
            <span className={classes.thumb}>
              <Thumb sessionId={sessionId} item={item} />
            </span>
            <span className={classes.thumbLabel}>{short[item.role] ?? item.label}</span>
          </button>
        </li>
      ))}
    </ul>
  )
})
