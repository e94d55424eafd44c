import type { Owner } from '../model/ownership.ts'
import { wordsOf } from '../model/words.ts'
import { SessionLink } from '../parts/session-link.tsx'
import classes from './sections.module.css'
import { numbered } from '../model/numbered.ts'

/** Who owns whom, indented. Shares as upstream says them, in per cent. */
export function OwnershipTree({ owners, label, shares = true }: { owners: readonly Owner[]; label: string; shares?: boolean }) {
  return (
    <ul className={classes.tree} aria-label={label}>
      {numbered(owners.slice(0, 200)).map(({ key, item: owner }) => (
        <li key={key}>
          <span className={classes.treeRow}>
            {owner.sessionId === null ? <bdi>{owner.name}</bdi> : <SessionLink id={owner.sessionId}>{owner.name}</SessionLink>}
            {owner.kind !== null && <small>{wordsOf(owner.kind)}</small>}
            {(shares || owner.percent !== null) && (
              <b>
                {owner.percent === null ? 'Share not stored' : `${owner.percent.toLocaleString('en-GB', { maximumFractionDigits: 2 })}%`}
              </b>
            )}
          </span>
          {owner.children.length > 0 && <OwnershipTree owners={owner.children} label={`Owners of ${owner.name}`} shares={shares} />}
        </li>
      ))}
    </ul>
  )
}
