import type { Match } from '@verdict/contract/feature-data'
import type { z } from 'zod'
import { date, score } from '../../../lib/format.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { wordsOf } from '../model/words.ts'
import { Paged } from '../parts/generic-fields.tsx'
import { MediaButton } from '../parts/media-button.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { SessionLink } from '../parts/session-link.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'
import { numbered } from '../model/numbered.ts'

type MatchData = z.infer<typeof Match>

const shown = [
  'sessionId',
  'sessionNumber',
  'vendorData',
  'status',
  'source',
  'similarityPercentage',
  'isBlocklisted',
  'isAllowlisted',
  'matchType',
  'matchMode',
  'confidence',
  'verificationDate',
  'userDetails',
  'matchImageUrl',
  'frontImageUrl',
]

function about(match: MatchData): string[] {
  const facts = [
    match.similarityPercentage === null ? null : `${score(match.similarityPercentage)}% alike`,
    match.matchType === null ? null : wordsOf(match.matchType),
    match.matchMode === null ? null : wordsOf(match.matchMode),
    match.confidence === null
      ? null
      : `confidence ${match.confidence <= 1 ? `${Math.round(match.confidence * 100)}%` : score(match.confidence)}`,
    match.userDetails?.documentType ?? null,
    match.userDetails?.documentNumber ?? null,
    match.vendorData,
    match.verificationDate === null ? null : date(match.verificationDate),
    match.source === null || match.source === 'session' ? null : wordsOf(match.source),
  ]
  return facts.filter((fact) => fact !== null)
}

function MatchRow({ match }: { match: MatchData }) {
  const name = match.userDetails?.name ?? (match.sessionNumber === null ? 'Nameless entry' : `Session ${match.sessionNumber}`)
  const picture = match.matchImageUrl?.mediaRef ?? match.frontImageUrl?.mediaRef
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <strong>{match.sessionId === null ? <bdi>{name}</bdi> : <SessionLink id={match.sessionId}>{name}</SessionLink>}</strong>
        <span>
          <bdi>{about(match).join(' · ') || 'No further details'}</bdi>
        </span>
        <OtherFields data={match} shown={shown} />
      </div>
      <div className={classes.rowEnd}>
        {match.isBlocklisted === true && <span className={classes.badChip}>Blocklisted</span>}
        {match.isAllowlisted === true && <span className={classes.plainChip}>On the allowlist</span>}
        {match.status !== null && <StatusBadge status={match.status} />}
        {picture !== undefined && <MediaButton mediaRef={picture} label="picture" />}
      </div>
    </li>
  )
}

/** Other sessions and list entries that share something with this case. */
export function MatchList({ title, matches }: { title: string; matches: readonly MatchData[] }) {
  if (matches.length === 0) return null
  return (
    <SubPart title={title} aside={matches.length}>
      <Paged items={matches} size={5}>
        {(rows) => (
          <ul className={classes.rows}>
            {numbered(rows).map(({ key, item }) => (
              <MatchRow key={key} match={item} />
            ))}
          </ul>
        )}
      </Paged>
    </SubPart>
  )
}
