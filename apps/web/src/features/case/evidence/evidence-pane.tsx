import type { SessionDetail } from '@verdict/contract/case'
import type { MediaItem } from '@verdict/contract/media'
import IconPhotoOff from '@tabler/icons-react/dist/esm/icons/IconPhotoOff.mjs'
import { memo, useMemo, useRef } from 'react'
import { useKeys } from '../../../lib/keys/use-keys.ts'
import { CompareFaces } from './compare-faces.tsx'
import classes from './evidence.module.css'
import { FilmStrip } from './film-strip.tsx'
import { inOrder } from './media-order.ts'
import { MediaStage } from './media-stage.tsx'
import { regionsOf } from './regions.ts'
import { shownMedia } from './shown-kind.ts'
import { StageTools } from './stage-tools.tsx'
import { useMediaView } from './use-media-view.ts'

const groups = [
  { group: 'document', word: 'Document' },
  { group: 'faces', word: 'Faces' },
  { group: 'video', word: 'Video' },
  { group: 'place', word: 'Place' },
  { group: 'other', word: 'Files' },
] as const

interface Props {
  session: SessionDetail
  selected: MediaItem | null
  onSelect: (ref: string) => void
  /** Opens the comparison at full size. */
  onCompare: () => void
}

function Groups({ session, selected, onSelect }: Pick<Props, 'session' | 'selected' | 'onSelect'>) {
  const crowded = session.media.some((item) => item.group === 'other')
  return (
    <div role="group" aria-label="Kinds of evidence" className={classes.groups}>
      {groups.map(({ group, word }) => {
        const first = session.media.find((item) => item.group === group)
        // Files are rare; with them only what exists has room, else four always stand, so that the row does not jump.
        if (!first && (group === 'other' || crowded)) return null
        return (
          <button
            key={group}
            type="button"
            disabled={!first}
            title={first ? undefined : `This case has none: ${word.toLowerCase()}`}
            aria-pressed={selected?.group === group}
            onClick={() => first && onSelect(first.ref)}
          >
            {word}
          </button>
        )
      })}
    </div>
  )
}

/** Pictures, videos and files of the case. */
export const EvidencePane = memo(function EvidencePane({ session, selected: asked, onSelect, onCompare }: Props) {
  const stage = useRef<HTMLDivElement>(null)
  const media = useMemo(() => inOrder(shownMedia(session)), [session])
  const selected = media.find((item) => item.ref === asked?.ref) ?? asked
  const control = useMediaView(session.id, selected?.ref ?? '', stage)
  const regions = useMemo(() => (selected ? regionsOf(session, selected) : []), [session, selected])
  const picture = selected?.kind === 'image'
  useKeys('Evidence', [
    { keys: ['+', '='], label: 'Zoom in', run: control.zoomIn, enabled: picture },
    { keys: ['-'], label: 'Zoom out', run: control.zoomOut, enabled: picture },
    { keys: ['0'], label: 'Whole picture, as taken', run: control.reset, enabled: picture },
    { keys: ['['], label: 'Turn left', run: () => control.turn(-1), enabled: picture },
    { keys: [']'], label: 'Turn right', run: () => control.turn(1), enabled: picture },
    { keys: ['x'], label: 'Mirror the picture', run: control.mirror, enabled: picture },
  ])
  return (
    <section className={classes.pane} aria-label="Evidence">
      <header className={classes.head}>
        <Groups session={session} selected={selected} onSelect={onSelect} />
        {picture && <StageTools control={control} />}
      </header>
      {selected ? (
        <MediaStage
          key={`${session.id}/${selected.ref}`}
          sessionId={session.id}
          item={selected}
          control={control}
          stage={stage}
          who={session.name ?? 'this applicant'}
          regions={regions}
        />
      ) : (
        <div className={classes.stage}>
          <div className={classes.failed}>
            <IconPhotoOff size={24} stroke={1.5} aria-hidden />
            <strong>No pictures or files in this session</strong>
            <span>None were taken, or they are not stored any more.</span>
          </div>
        </div>
      )}
      {media.length > 0 && <FilmStrip sessionId={session.id} items={media} selected={selected?.ref ?? null} onSelect={onSelect} />}
      <CompareFaces key={session.id} session={session} onCompare={onCompare} onShow={onSelect} />
    </section>
  )
})
