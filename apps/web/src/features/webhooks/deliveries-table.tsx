import { Button } from '@mantine/core'
import IconWebhook from '@tabler/icons-react/dist/esm/icons/IconWebhook.mjs'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Delivery } from '@verdict/contract/webhooks'
import { plural, time } from '../../lib/format.ts'
import { useMay } from '../../lib/me.ts'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { cell, RecordTable } from '../../ui/record-table.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useReplay } from './webhooks.mutations.ts'
import classes from './webhooks.module.css'
import { deliveriesQuery } from './webhooks.queries.ts'
import type { WebhooksSearch } from './webhooks.search.ts'
import { lagWords, refusedWords, signatureWords, stateTerms } from './webhooks.words.ts'

export function SessionCell({ sessionId }: { sessionId: string | null }) {
  const may = useMay()
  if (sessionId === null) return <span className={cell.meta}>No session</span>
  const short = sessionId.slice(0, 8)
  return may('sessions.read') ? (
    <Link to="/sessions/$sessionId" params={{ sessionId }} className={cell.mono} title={sessionId}>
      {short}
    </Link>
  ) : (
    <span className={cell.mono} title={sessionId}>
      {short}
    </span>
  )
}

function Row({ delivery, onReplay }: { delivery: Delivery; onReplay: ((eventId: string) => void) | null }) {
  const term = stateTerms[delivery.state]
  return (
    <tr>
      <td className={classes.time}>
        <time dateTime={delivery.receivedAt}>{time(delivery.receivedAt, { seconds: true })}</time>
        {delivery.times > 1 ? <span className={cell.meta}>{`came ${String(delivery.times)} times`}</span> : null}
      </td>
      <td className={classes.event}>
        {delivery.event}
        {delivery.test ? <span className={cell.meta}>test</span> : null}
      </td>
      <td>
        <SessionCell sessionId={delivery.sessionId} />
      </td>
      <td>{delivery.status === null ? null : <StatusBadge status={delivery.status} />}</td>
      <td className={classes.time}>{lagWords(delivery.lagMs)}</td>
      <td>{signatureWords(delivery)}</td>
      <td>
        <Chip hue={term.hue} icon={term.icon}>
          {term.word}
        </Chip>
        <span className={cell.meta}>{delivery.outcome}</span>
      </td>
      <td className={cell.end}>
        {onReplay ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Replay ${delivery.event} of ${time(delivery.receivedAt, { seconds: true })}`}
            onClick={() => onReplay(delivery.eventId)}
          >
            Replay
          </Button>
        ) : null}
      </td>
    </tr>
  )
}

const columns = ['Received', 'Event', 'Session', 'Status', 'Lag', 'Signed over', 'Outcome', '']

/** What Didit told us, newest first, and what was turned away. */
export function DeliveriesTable({ search }: { search: WebhooksSearch }) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(deliveriesQuery(search))
  const may = useMay()
  const replay = useReplay()
  const first = data.pages[0]
  const rows = data.pages.flatMap((page) => page.deliveries)
  const filtered = search.state !== undefined || search.session !== undefined

  return (
    <>
      {first ? (
        <p className={classes.figures} role="status">
          <span>{plural(first.counts.lastDay, 'event')} in the last day</span>
          <span>{first.lastReceivedAt === null ? 'Nothing received yet' : `Last at ${time(first.lastReceivedAt, { seconds: true })}`}</span>
          <span>{first.counts.waiting === 0 ? 'None waiting' : `${String(first.counts.waiting)} waiting`}</span>
          {first.counts.failed > 0 ? <span className={classes.alert}>{`${String(first.counts.failed)} failing, tried again`}</span> : null}
          <span className={first.refused.total > 0 ? classes.alert : ''} title={`Since ${first.refused.since}`}>
            {refusedWords(first.refused)}
          </span>
          {replay.error ? <span className={classes.alert}>{replay.error.message}</span> : null}
        </p>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState icon={IconWebhook} title={filtered ? 'No delivery fits this filter' : 'Nothing was delivered yet'}>
          {filtered
            ? 'Choose another state to see more.'
            : 'Each change of a session at Didit appears here within seconds, once our destination is set up.'}
        </EmptyState>
      ) : (
        <RecordTable
          label="Deliveries"
          columns={columns}
          foot={
            hasNextPage ? (
              <Button variant="default" m="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                Load older deliveries
              </Button>
            ) : null
          }
        >
          {rows.map((delivery) => (
            <Row key={delivery.eventId} delivery={delivery} onReplay={may('connection.manage') ? replay.mutate : null} />
          ))}
        </RecordTable>
      )}
    </>
  )
}
