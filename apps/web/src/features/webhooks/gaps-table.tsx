import { Button } from '@mantine/core'
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs'
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs'
import { useQuery } from '@tanstack/react-query'
import { moment, plural, time } from '../../lib/format.ts'
import { useMay } from '../../lib/me.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { cell, RecordTable } from '../../ui/record-table.tsx'
import { SessionCell } from './deliveries-table.tsx'
import { useResend } from './webhooks.mutations.ts'
import classes from './webhooks.module.css'
import { gapsQuery } from './webhooks.queries.ts'

/** What Didit’s own log says was sent and what is not here. */
export function GapsTable() {
  const { data, error, refetch, isFetching } = useQuery(gapsQuery)
  const may = useMay()
  const resend = useResend()
  if (!data) {
    return error ? (
      <ProblemPanel error={error} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <p className={classes.figures} role="status">
        Comparing with Didit’s log.
      </p>
    )
  }

  return (
    <>
      <p className={classes.figures} role="status">
        <span>{`${plural(data.compared, 'delivery', 'deliveries')} compared since ${moment(data.since)}`}</span>
        <span>{`As of ${time(data.asOf, { seconds: true })}`}</span>
        <Button size="compact-xs" variant="default" loading={isFetching} onClick={() => void refetch()}>
          Compare again
        </Button>
      </p>
      {resend.error ? <ProblemPanel error={resend.error} compact /> : null}
      {data.unavailable !== null ? (
        <EmptyState icon={IconEyeOff} title="Gaps cannot be told">
          {data.unavailable}
        </EmptyState>
      ) : data.gaps.length === 0 ? (
        <EmptyState icon={IconCircleCheck} hue="good" title="No gap">
          Every delivery in Didit’s log is here.
        </EmptyState>
      ) : (
        <RecordTable label="Gaps" columns={['Sent', 'Event', 'Session', 'What became of it', '']}>
          {data.gaps.map((gap) => (
            <tr key={gap.deliveryId}>
              <td className={classes.time}>{gap.at === null ? 'not told' : moment(gap.at)}</td>
              <td className={classes.event}>{gap.event}</td>
              <td>
                <SessionCell sessionId={gap.sessionId} />
              </td>
              <td>{gap.answer}</td>
              <td className={cell.end}>
                {may('connection.manage') ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={resend.isPending && resend.variables === gap.deliveryId}
                    onClick={() => resend.mutate(gap.deliveryId)}
                  >
                    Have it sent again
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </RecordTable>
      )}
    </>
  )
}
