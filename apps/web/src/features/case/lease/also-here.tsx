import { Initials } from '../../../ui/initials.tsx'
import classes from './lease.module.css'
import type { CaseLease } from './use-lease.ts'

const most = 4

/** Colleagues who have the case open, readers too. */
export function AlsoHere({ lease }: { lease: CaseLease }) {
  const { others, other } = lease
  if (others.length === 0) return null
  return (
    <ul className={classes.here} aria-label="Also here">
      {others.slice(0, most).map(({ id, name }) => (
        <li key={id}>
          <Initials name={name} says={id === other?.holder.id ? `${name} works on this case` : `${name} reads this case`} />
        </li>
      ))}
      {others.length > most && (
        <li>
          <Initials name={`+ ${others.length - most}`} says={`and ${others.length - most} more`} />
        </li>
      )}
    </ul>
  )
}
