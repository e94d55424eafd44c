import type { Match } from '@verdict/contract/feature-data'
import type { z } from 'zod'
import { date, plural, score } from '../../../lib/format.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { fieldsOf, firstText } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'
import { Paged } from '../parts/generic-fields.tsx'
import { MediaButton } from '../parts/media-button.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { SessionLink } from '../parts/session-link.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'
import { numbered } from '../../../lib/numbered.ts'
import { wordTable } from '../../../lib/word-table.ts'

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
  'matchImageUrlRaw',
  'frontImageUrlRaw',
  'apiService',
  'matchSource',
  'matchedValue',
  'phoneNumber',
  'email',
]

const matchKinds = wordTable<string>({ ip_address: 'Same IP address', device_fingerprint: 'Same device' })
const matchModes = wordTable<string>({
  deterministic: 'certain',
  probabilistic: 'probable',
  co_occurrence: 'seen together, may be chance',
})
const sources = wordTable<string>({ imported: 'an imported face', list_entry: 'an entry of a list' })

/** The device or connection that the other session was made with. */
function elsewhere(match: MatchData): string | null {
  const [device, place] = [fieldsOf(match['deviceInfo']), fieldsOf(match['locationInfo'])]
  const parts = [
    firstText(device, 'deviceBrand'),
    firstText(device, 'deviceModel'),
    firstText(place, 'ipCity'),
    firstText(place, 'ipCountry'),
  ]
  return parts.filter((part) => part !== null).join(' ') || null
}

function about(match: MatchData): string[] {
  const facts = [
    match.similarityPercentage === null ? null : `${score(match.similarityPercentage)} of 100 alike`,
    match.matchType === null ? null : (matchKinds[match.matchType] ?? wordsOf(match.matchType)),
    match.matchMode === null ? null : (matchModes[match.matchMode] ?? wordsOf(match.matchMode)),
    match.confidence === null
      ? null
      : `confidence ${match.confidence <= 1 ? `${Math.round(match.confidence * 100)}%` : score(match.confidence)}`,
    match.userDetails?.documentType ?? null,
    match.userDetails?.documentNumber ?? null,
    match.vendorData,
    match.verificationDate === null ? null : date(match.verificationDate),
    match.source === null || match.source === 'session' ? null : (sources[match.source] ?? wordsOf(match.source)),
    firstText(match, 'phoneNumber', 'email', 'matchedValue'),
    elsewhere(match),
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

function asideOf(matches: readonly MatchData[]): string {
  const blocked = matches.filter((match) => match.isBlocklisted === true).length
  return [plural(matches.length, 'match', 'matches'), blocked > 0 ? `${blocked} blocklisted` : null].filter(Boolean).join(', ')
}

/** Other sessions and list entries that share something with this case. */
export function MatchList({ title, matches }: { title: string; matches: readonly MatchData[] }) {
  if (matches.length === 0) return null
  return (
    <SubPart field="matches" title={title} aside={asideOf(matches)}>
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
