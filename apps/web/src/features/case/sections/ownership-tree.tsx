import { numbered } from '../../../lib/numbered.ts'
import type { Owner } from '../model/ownership.ts'
import { wordsOf } from '../model/words.ts'
import { Paged } from '../parts/generic-fields.tsx'
import { SessionLink } from '../parts/session-link.tsx'
import { shareWords } from './ownership-chart.tsx'
import classes from './sections.module.css'

/** Who owns whom, indented. Shares as upstream says them, in per cent; `top` has none. */
export function OwnershipTree({ owners, label, top = false }: { owners: readonly Owner[]; label: string; top?: boolean }) {
  return (
    <Paged items={owners} size={20}>
      {(rows) => (
        <ul className={classes.tree} aria-label={label}>
          {numbered(rows).map(({ key, item: owner }) => (
            <li key={key}>
              <span className={classes.treeRow}>
                {owner.sessionId === null ? <bdi>{owner.name}</bdi> : <SessionLink id={owner.sessionId}>{owner.name}</SessionLink>}
                {owner.kind !== null && <small>{wordsOf(owner.kind)}</small>}
                {owner.remark !== null && <small className={classes.oddCell}>{owner.remark}</small>}
                {!top && <b>{shareWords(owner)}</b>}
              </span>
              {owner.children.length > 0 && <OwnershipTree owners={owner.children} label={`Owners of ${owner.name}`} />}
            </li>
          ))}
        </ul>
      )}
    </Paged>
  )
}
