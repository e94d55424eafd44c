import type { TrailEntry } from '@verdict/contract/trail'
import { count, time, utc } from '../../../lib/format.ts'
import { SourceMark } from '../../../ui/source-mark.tsx'
import { ClampedText } from '../parts/clamped-text.tsx'
import classes from './trail.module.css'

/** One entry: when, whose, who, what; what was written stands in a box. */
export function TrailLine({ entry, me }: { entry: TrailEntry; me: string }) {
  const who = entry.source === 'verdict' && entry.who === me ? 'You' : entry.who
  return (
    <li className={classes.line}>
      <time dateTime={entry.at} title={utc(entry.at)}>
        {time(entry.at)}
      </time>
      <SourceMark source={entry.source} />
      <div className={classes.said} data-quiet={!entry.person || undefined}>
        {who !== '' && (
          <>
            <strong>
              <bdi>{who}</bdi>
            </strong>{' '}
          </>
        )}
        <bdi>{entry.text}</bdi>
        {entry.comment !== null && entry.comment !== '' && (
          <blockquote className={classes.comment}>
            <ClampedText text={entry.comment} />
          </blockquote>
        )}
        {entry.ledgerSeq !== null && (
          <small>
            Ledger {count(entry.ledgerSeq).replaceAll(',', '')}
            {entry.source === 'didit' && ' · matches our entry'}
          </small>
        )}
      </div>
    </li>
  )
}
