import { useCaseRoom } from '../case-room.tsx'
import classes from './parts.module.css'

/** A picture or file that stands in the facts: shows it on the stage. */
export function MediaButton({ mediaRef, label }: { mediaRef: string; label?: string }) {
  const { session, show } = useCaseRoom()
  const item = session.media.find((candidate) => candidate.ref === mediaRef)
  if (!item) return <span className={classes.missing}>Not stored</span>
  return (
    <button type="button" className={classes.mediaButton} onClick={() => show(mediaRef)}>
      Show {label ?? item.label}
    </button>
  )
}
