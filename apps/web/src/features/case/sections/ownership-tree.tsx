import type { Owner } from '../model/ownership.ts'
import { wordsOf } from '../model/words.ts'
import { SessionLink } from '../parts/session-link.tsx'
import classes from './sections.module.css'

/** Who owns whom, indented. Shares as upstream says them, in per cent. */
export function OwnershipTree({ owners, label }: { owners: readonly Owner[]; label: string }) {
  return (
    <ul className={classes.tree} aria-label={label}>
      {owners.slice(0, 200).map((owner, index) => (
        <li key={index}>
          <span className={classes.treeRow}>
            {owner.sessionId === null ? <bdi>{owner.name}</bdi> : <SessionLink id={owner.sessionId}>{owner.name}</SessionLink>}
            {owner.kind !== null && <small>{wordsOf(owner.kind)}</small>}
            <b>{owner.percent === null ? 'Share not stored' : `${owner.percent.toLocaleString('en-GB', { maximumFractionDigits: 2 })}%`}</b>
          </span>
          {owner.children.length > 0 && <OwnershipTree owners={owner.children} label={`Owners of ${owner.name}`} />}
        </li>
      ))}
    </ul>
  )
}
