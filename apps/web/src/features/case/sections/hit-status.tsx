import classes from './sections.module.css'

/** Review state of a hit; states of a later Didit are shown as they are. */
export function HitStatus({ status }: { status: string | null }) {
  return (
    <span className={classes.hitStatus} data-status={status ?? 'Unreviewed'}>
      {status ?? 'Unreviewed'}
    </span>
  )
}
