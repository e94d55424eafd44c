import { Button } from '@mantine/core'
import { useElementSize, useMergedRef } from '@mantine/hooks'
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs'
import IconPhotoOff from '@tabler/icons-react/dist/esm/icons/IconPhotoOff.mjs'
import type { MediaItem } from '@verdict/contract/media'
import { type RefObject, useEffect, useState } from 'react'
import { mediaUrl } from '../../../lib/api.ts'
import classes from './evidence.module.css'
import { looked, useLookAt } from './look-at.ts'
import { AreaList, AreaOutlines } from './marked-areas.tsx'
import { filterOf, fitOf, type Size, transformOf } from './media-view.ts'
import { around, boxOf, type Region } from './regions.ts'
import { type MediaViewControl, useStageGestures } from './use-media-view.ts'

function Failed({ item, onRetry }: { item: MediaItem; onRetry: () => void }) {
  return (
    <div className={classes.failed} role="alert">
      <IconPhotoOff size={24} stroke={1.5} aria-hidden />
      <strong>{item.label} cannot be shown</strong>
      <span>Didit did not give the file. It may have been deleted, or its link has run out.</span>
      <Button size="compact-sm" variant="default" onClick={onRetry}>
        Try again
      </Button>
    </div>
  )
}

function File({ item, url, regions }: { item: MediaItem; url: string; regions: readonly Region[] }) {
  return (
    <div className={classes.failed}>
      <IconFileText size={24} stroke={1.5} aria-hidden />
      <strong>{item.label}</strong>
      <span>A file, not a picture. It opens in a tab of its own, through Verdict.</span>
      <a href={url} target="_blank" rel="noopener noreferrer" className={classes.fileLink}>
        Open {item.label.toLocaleLowerCase('en-GB')}
      </a>
      {regions.length > 0 && <AreaList regions={regions} picture={null} onShow={null} />}
    </div>
  )
}

/** Fulfils the wish to see a warning's areas, as soon as the picture has its size. */
function useMarkedAreas(
  sessionId: string,
  item: MediaItem,
  regions: readonly Region[],
  size: Size | null,
  control: MediaViewControl,
): void {
  const wish = useLookAt(sessionId, item.ref)
  useEffect(() => {
    if (!wish || (item.kind === 'image' && !size)) return
    const wanted = regions.filter((region) => region.page === 1 && region.warningIds.includes(wish.warningId))
    const box = size && around(wanted.map((region) => boxOf(region, size)).filter((found) => found !== null))
    if (box && size) control.frame(box, size)
    looked()
  }, [wish, size, item.kind, regions, control])
}

interface Props {
  sessionId: string
  item: MediaItem
  control: MediaViewControl
  stage: RefObject<HTMLDivElement | null>
  who: string
  /** Areas that look changed. */
  regions: readonly Region[]
}

/** One picture, video or file, as large as the pane lets it be. */
export function MediaStage({ sessionId, item, control, stage, who, regions }: Props) {
  const [size, setSize] = useState<Size | null>(null)
  const [tries, setTries] = useState(0)
  const [failed, setFailed] = useState(false)
  const { ref: measured, ...box } = useElementSize()
  const element = useMergedRef(stage, measured)
  const gestures = useStageGestures(stage, control)
  const { view } = control
  const url = tries === 0 ? mediaUrl(sessionId, item.ref) : `${mediaUrl(sessionId, item.ref)}?again=${tries}`
  const retry = () => {
    setFailed(false)
    setTries(tries + 1)
  }
  useMarkedAreas(sessionId, item, regions, size, control)
  const moves = item.kind === 'image' && !failed
  return (
    <>
      <div ref={element} className={classes.stage} data-zoomed={view.zoom > 1 || undefined} {...(moves ? gestures : {})}>
        {failed && <Failed item={item} onRetry={retry} />}
        {item.kind === 'image' && !failed && (
          <img
            key={url}
            src={url}
            alt={`${item.label} of ${who}`}
            decoding="async"
            draggable={false}
            className={classes.picture}
            style={{ transform: transformOf(view, fitOf(view, size, box)), filter: filterOf(view) }}
            onLoad={(event) => setSize({ width: event.currentTarget.naturalWidth, height: event.currentTarget.naturalHeight })}
            onError={() => setFailed(true)}
          />
        )}
        {item.kind === 'image' && !failed && !size && <span className={classes.coming}>Fetching the picture …</span>}
        {item.kind === 'image' && !failed && size && regions.length > 0 && (
          <AreaOutlines
            regions={regions}
            picture={size}
            scale={view.zoom * fitOf(view, size, box)}
            style={{ transform: transformOf(view, fitOf(view, size, box)) }}
          />
        )}
        {item.kind === 'video' && !failed && (
          // Verification videos carry no speech that captions could hold.
          // oxlint-disable-next-line jsx-a11y/media-has-caption
          <video
            key={url}
            src={url}
            controls
            preload="metadata"
            className={classes.video}
            aria-label={`${item.label} of ${who}`}
            onError={() => setFailed(true)}
          />
        )}
        {item.kind === 'document' && !failed && <File item={item} url={url} regions={regions} />}
        {!failed && item.kind === 'image' && (
          <p className={classes.caption}>
            {/* The size comes last: it is known only once the picture is there, and must push nothing aside. */}
            {item.label} · zoom {Math.round(view.zoom * 10) / 10}×{size && ` · ${size.width} × ${size.height}`}
          </p>
        )}
      </div>
      {item.kind === 'image' && regions.length > 0 && (
        <AreaList regions={regions} picture={size} onShow={(area) => size && control.frame(area, size)} />
      )}
    </>
  )
}
