import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Destinations } from '@verdict/contract/webhooks'
import { useState } from 'react'
import { moment, plural } from '../../lib/format.ts'
import { useMay } from '../../lib/me.ts'
import { Chip } from '../../ui/chip.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { SecretGuide } from './secret-guide.tsx'
import { TestProgress } from './test-progress.tsx'
import { useRepair, useTestDelivery } from './webhooks.mutations.ts'
import classes from './webhooks.module.css'
import { destinationsQuery } from './webhooks.queries.ts'
import { destinationTerms } from './webhooks.words.ts'

function secretWords({ secret }: Destinations): string {
  if (!secret.known) return 'No secret is known here.'
  const own = secret.last4 === null ? '' : `Secret ending in ${secret.last4}${secret.takenAt ? `, taken ${moment(secret.takenAt)}` : ''}.`
  const until = secret.previousUntil === null ? '' : ` The one before counts until ${moment(secret.previousUntil)}.`
  const env = secret.fromEnvironment === 0 ? '' : ` ${plural(secret.fromEnvironment, 'secret')} from DIDIT_WEBHOOK_SECRETS.`
  return `${own}${until}${env}`.trim()
}

/** Our destination at Didit: how it stands, and one press to register, repair or check it. */
export function DestinationPanel() {
  const { data, error, refetch, isFetching } = useQuery(destinationsQuery)
  if (data) return <Known data={data} />
  if (error) return <ProblemPanel error={error} compact onRetry={() => void refetch()} retrying={isFetching} />
  return (
    <section className={classes.panel} aria-label="Our destination at Didit" aria-busy="true">
      <p className={classes.about}>Asking Didit where it sends.</p>
    </section>
  )
}

function Known({ data }: { data: Destinations }) {
  const may = useMay()
  const repair = useRepair()
  const test = useTestDelivery()
  const [rotating, setRotating] = useState(false)
  const term = destinationTerms[data.state]
  const ours = data.destinations.find((destination) => destination.ours)
  const others = data.destinations.filter((destination) => !destination.ours)
  const manages = may('connection.manage')

  return (
    <section className={classes.panel} aria-label="Our destination at Didit">
      <div>
        <div className={classes.name}>
          <h2>Our destination at Didit</h2>
          <Chip hue={term.hue} icon={term.icon}>
            {term.word}
          </Chip>
          <CopyText text={data.ourUrl} label="address" />
        </div>
        <p className={classes.about}>
          {ours
            ? `${plural(ours.events.length, 'event')}: ${ours.events.join(', ')}. `
            : 'Didit tells us nothing yet; changes are found by the slower comparison only. '}
          {secretWords(data)}
        </p>
        {data.unreachable !== null || data.faults.length > 0 ? (
          <ul className={classes.faults}>
            {[...(data.unreachable === null ? [] : [data.unreachable]), ...data.faults].map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {manages ? (
        <div className={classes.actions}>
          <Button
            size="xs"
            variant={data.state === 'good' ? 'default' : 'filled'}
            loading={repair.isPending}
            onClick={() => repair.mutate(undefined)}
          >
            {data.state === 'missing' ? 'Register at Didit' : data.state === 'faulty' ? 'Repair' : 'Register again'}
          </Button>
          <Button size="xs" variant="default" disabled={!ours} loading={test.isPending} onClick={() => test.mutate(undefined)}>
            Check a delivery
          </Button>
          <Button size="xs" variant="default" disabled={!ours} aria-expanded={rotating} onClick={() => setRotating(!rotating)}>
            Change the secret
          </Button>
        </div>
      ) : null}
      {test.isPending || test.data ? (
        <div className={classes.wide}>
          <TestProgress test={test.data} />
        </div>
      ) : null}
      {rotating ? (
        <div className={classes.wide}>
          <SecretGuide newerSeen={data.secret.newerSeen} />
        </div>
      ) : null}
      {[repair.error, test.error].map((error) =>
        error ? (
          <div key={error.message} className={classes.wide}>
            <ProblemPanel error={error} compact />
          </div>
        ) : null,
      )}
      {others.length > 0 ? (
        <ul className={`${classes.others} ${classes.wide}`} aria-label="Other destinations of this application">
          {others.map((other) => (
            <li key={other.id}>
              Didit also tells <bdi>{other.label || other.url}</bdi> ({plural(other.events.length, 'event')}
              {other.enabled ? '' : ', switched off'}
              {other.failed ? `, ${plural(other.failed, 'delivery', 'deliveries')} failed` : ''}).
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
