import { Loader } from '@mantine/core'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { WebhookTest } from '@verdict/contract/webhooks'
import { time } from '../../lib/format.ts'
import { markClass } from '../../ui/chip.tsx'
import classes from './webhooks.module.css'
import { ARRIVAL_TRIES, arrivalQuery } from './webhooks.queries.ts'

type State = 'under way' | 'done' | 'failed'

function Step({ state, children }: { state: State; children: string }) {
  return (
    <li>
      {state === 'under way' ? (
        <Loader size={14} aria-hidden />
      ) : state === 'done' ? (
        <IconCheck size={16} className={markClass.good} aria-label="Done:" />
      ) : (
        <IconX size={16} className={markClass.bad} aria-label="Failed:" />
      )}
      {children}
    </li>
  )
}

/** Waits until the delivery that Didit sent stands in the inbox. */
function Arrival({ eventId, askedAt }: { eventId: string; askedAt: string }) {
  const query = arrivalQuery(eventId, askedAt)
  const { data, fetchStatus } = useQuery(query)
  const state = useQueryClient().getQueryState(query.queryKey)
  if (data !== undefined && data.lastReceivedAt >= askedAt)
    return <Step state="done">{`Arrived here at ${time(data.lastReceivedAt, { seconds: true })}`}</Step>
  const tries = (state?.dataUpdateCount ?? 0) + (state?.errorUpdateCount ?? 0)
  const over = fetchStatus === 'idle' && tries > ARRIVAL_TRIES
  return over ? (
    <Step state="failed">Nothing arrived. Something between Didit and this server takes the delivery away; look at your proxy.</Step>
  ) : (
    <Step state="under way">Waiting for it to arrive</Step>
  )
}

/** A delivery on its way: asked for, sent by Didit, arrived here. */
export function TestProgress({ test }: { test: WebhookTest | undefined }) {
  return (
    <div role="status" aria-label="Check of a delivery">
      <ul className={classes.steps}>
        {test === undefined ? (
          <Step state="under way">Asking Didit</Step>
        ) : (
          <Step state={test.state === 'asked' ? 'done' : 'failed'}>{test.said}</Step>
        )}
        {test?.state === 'asked' && test.eventId !== null ? <Arrival eventId={test.eventId} askedAt={test.askedAt} /> : null}
      </ul>
    </div>
  )
}
