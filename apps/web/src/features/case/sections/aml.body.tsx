import { Link } from '@tanstack/react-router'
import type { RunOf } from '@verdict/contract/case'
import type { AmlHit } from '@verdict/contract/feature-data'
import { date, score } from '../../../lib/format.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { useCaseRoom } from '../case-room.tsx'
import { aboutHit, isReviewed, sortHits } from '../model/aml-hits.ts'
import { isEmpty } from '../model/json-shape.ts'
import { scaled } from '../model/words.ts'
import { Facts } from '../parts/facts.tsx'
import { Paged } from '../parts/generic-fields.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { HitIcon } from './hit-icon.tsx'
import { HitStatus } from './hit-status.tsx'
import { numbered } from '../../../lib/numbered.ts'
import classes from './sections.module.css'

function HitRow({ hit, run }: { hit: AmlHit; run: RunOf<'aml'> }) {
  const { session } = useCaseRoom()
  const [match, risk] = [scaled(hit.matchScore), scaled(hit.riskScore)]
  return (
    <li className={classes.hit}>
      <HitIcon hit={hit} />
      <div className={classes.rowMain}>
        <strong>
          <Link
            to="/sessions/$sessionId/hits"
            params={{ sessionId: session.id }}
            search={hit.id === null ? {} : { hit: hit.id, check: run.id }}
            className={classes.hitLink}
          >
            <bdi>{hit.caption ?? 'Hit without a name'}</bdi>
          </Link>
        </strong>
        <span>{hit.datasets.join(', ') || 'List not named'}</span>
      </div>
      <span className={classes.hitAbout}>
        <bdi>{aboutHit(hit)}</bdi>
      </span>
      <span className={classes.hitScores}>
        <b title="How sure Didit is that it is this person, of 100">{match === null ? 'No score' : score(match)}</b>
        <small title="How bad the listing is, of 100">{risk === null ? 'risk not stored' : `risk ${score(risk)}`}</small>
      </span>
      <HitStatus status={hit.reviewStatus} />
      <div className={classes.hitMore}>
        <OtherFields
          data={hit}
          shown={['id', 'caption', 'matchScore', 'riskScore', 'reviewStatus', 'datasets']}
          title="What the list says"
        />
      </div>
    </li>
  )
}

const shown = [
  'totalHits',
  'entityType',
  'score',
  'screenedData',
  'isOngoingMonitoringEnabled',
  'nextOngoingMonitoringBillDate',
  'hits',
  'nodeId',
  'status',
  'warnings',
]

/** Hits of a screening, worst first, each with its review state. */
export function AmlBody({ run }: { run: RunOf<'aml'> }) {
  const { session } = useCaseRoom()
  const { data } = run
  const waiting = data.hits.filter((hit) => !isReviewed(hit)).length
  const { allowed, reason } = session.actions.amlReview
  return (
    <>
      {data.hits.length === 0 && (
        <p className={classes.quiet}>
          {data.totalHits ? `${data.totalHits} hits were counted, but are not stored.` : 'No hits on any list.'}
        </p>
      )}
      <Paged items={sortHits(data.hits)} size={12}>
        {(hits) => (
          <ul className={classes.hits}>
            {numbered(hits).map(({ key, item }) => (
              <HitRow key={key} hit={item} run={run} />
            ))}
          </ul>
        )}
      </Paged>
      {data.hits.length > 0 && (
        <div className={classes.foot}>
          <span>
            {allowed
              ? 'Reviewing a hit does not change the status of the check or the session.'
              : (reason ?? 'Hits cannot be reviewed now.')}
          </span>
          <LinkButton
            variant="default"
            to="/sessions/$sessionId/hits"
            params={{ sessionId: session.id }}
            search={{}}
            aria-keyshortcuts="H"
            rightSection={<KeyHint keys="h" />}
          >
            {!allowed ? 'Read' : 'Review'} {waiting === 0 ? 'hits again' : waiting === 1 ? '1 hit' : `${waiting} hits`}
          </LinkButton>
        </div>
      )}
      <Facts
        rows={[
          { label: 'Screened as', value: data.entityType },
          {
            label: 'Highest risk',
            value: scaled(data.score) === null ? null : `${score(scaled(data.score) ?? 0)} of 100`,
            missing: 'Not scored',
          },
          {
            label: 'Screened again',
            value: data.isOngoingMonitoringEnabled === null ? null : data.isOngoingMonitoringEnabled ? 'Daily' : 'No, once only',
            remark: data.nextOngoingMonitoringBillDate && `billed next ${date(data.nextOngoingMonitoringBillDate)}`,
          },
        ]}
      />
      {!isEmpty(data.screenedData) && <OtherFields data={{ screenedWith: data.screenedData }} shown={[]} title="Screened with" />}
      <OtherFields data={data} shown={shown} />
    </>
  )
}
