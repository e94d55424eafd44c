import type { AmlHitNews, AmlLook } from '@verdict/contract/aml'
import type { SessionDetail } from '@verdict/contract/case'
import IconArrowsDiff from '@tabler/icons-react/dist/esm/icons/IconArrowsDiff.mjs'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { HitIcon } from '../sections/hit-icon.tsx'
import { HitStatus } from '../sections/hit-status.tsx'
import type { ListedHit } from './hit-groups.ts'
import { listWords } from './hit-groups.ts'
import { beforeWords, fieldWords, sinceWords } from './hit-news.ts'
import comparison from './comparison.module.css'
import classes from './hit-view.module.css'
import { IdentifierTable } from './identifier-table.tsx'
import type { Identifier } from './identifiers.ts'
import { entriesOf, sourcesOf } from './list-entries.ts'
import { ListDetails } from './list-details.tsx'
import { HundredScale, ScoreDrawing } from './score-drawing.tsx'

function Summary({ item }: { item: ListedHit }) {
  const [entry] = entriesOf(item.hit)
  const fact = (label: string) => entry?.facts.find((each) => each.label === label)?.value
  const parts = [
    entry?.title ?? null,
    fact('Listed on') === undefined ? null : `listed ${fact('Listed on')}`,
    fact('Position') ?? null,
    fact('Reason') === undefined ? null : `reason: ${fact('Reason')}`,
    item.check === null ? null : `check ${item.check}`,
  ].filter((part) => part !== null)
  return (
    <p className={classes.summary}>
      <bdi>{parts.join(' · ') || 'Didit sent no entry of a list'}</bdi>
    </p>
  )
}

function News({ news, look }: { news: AmlHitNews | null; look: AmlLook | null }) {
  if (news === null) {
    if (look === null || look.lastLook !== null) return null
    return <p className={classes.firstLook}>Nobody here has looked at these hits before, so none is marked as new.</p>
  }
  if (news.kind === 'new') return <p className={classes.newsLine}>New since {sinceWords(news)}</p>
  return (
    <div className={classes.newsBox}>
      <p>
        <IconArrowsDiff size={16} aria-hidden />
        <b>
          Changed since {sinceWords(news)} {news.since.reviewed ? 'judged it' : 'looked'}
        </b>
      </p>
      <ul>
        {news.fields.slice(0, 30).map((field) => (
          <li key={field.path}>
            {fieldWords(field.path)}: <bdi>{beforeWords(field)}</bdi>
          </li>
        ))}
        {news.fields.length > 30 && <li>and {news.fields.length - 30} more</li>}
      </ul>
    </div>
  )
}

interface Props {
  session: SessionDetail
  item: ListedHit
  identifiers: readonly Identifier[]
  news: AmlHitNews | null
  look: AmlLook | null
}

/** One hit against the person: who it may be, why it matched, what the lists say. */
export function HitView({ session, item, identifiers, news, look }: Props) {
  const { hit } = item
  const [source] = sourcesOf(hit)
  return (
    <article className={classes.view} aria-labelledby="hit-title" tabIndex={-1}>
      <header className={classes.viewHead}>
        <div>
          <h2 id="hit-title">
            <HitIcon hit={hit} />
            <bdi>{hit.caption ?? 'Hit without a name'}</bdi>
            <span className={classes.lists}>
              <bdi>{listWords(hit)}</bdi>
            </span>
            <HitStatus status={hit.reviewStatus} />
          </h2>
          {source && (
            <a href={source.href} target="_blank" rel="noreferrer noopener" aria-keyshortcuts="O" className={classes.open}>
              Source <KeyHint keys="o" />
              <span className="v-hidden">, opens a new tab</span>
            </a>
          )}
        </div>
        <Summary item={item} />
        <News news={news} look={look} />
      </header>
      <IdentifierTable rows={identifiers} news={news} who={session.kind === 'business' ? 'Company' : 'Applicant'} />
      <ScoreDrawing breakdown={hit.scoreBreakdown} match={hit.matchScore} />
      <div className={comparison.scales}>
        <HundredScale
          label={session.kind === 'business' ? 'Match, is it this company' : 'Match, is it this person'}
          value={hit.matchScore}
        />
        <HundredScale label="Risk, if it is" value={hit.riskScore} />
      </div>
      <ListDetails hit={hit} />
    </article>
  )
}
