import '@mantine/core/styles/Popover.layer.css'
import { Popover, UnstyledButton } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Alarm } from '@verdict/contract/alarms'
import { afterPaint } from '../../../lib/after-paint.ts'
import { api } from '../../../lib/api.ts'
import { moment } from '../../../lib/format.ts'
import { useMay } from '../../../lib/me.ts'
import { queryKeys } from '../../../lib/query-keys.ts'
import { Chip } from '../../../ui/chip.tsx'
import { elsewhereTerms, elsewhereWords } from '../../../ui/elsewhere-mark.tsx'
import classes from './header.module.css'

const sessionAlarmsQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.sessionAlarms(id),
    queryFn: async () => {
      await afterPaint()
      return api.sessionAlarms(id)
    },
    staleTime: 15_000,
    retry: false,
  })

const unreliable = 'Do not rely on the status before a manager has looked into it.'

function Detail({ alarm, more }: { alarm: Alarm; more: number }) {
  const may = useMay()
  return (
    <>
      <p>
        <bdi>{alarm.said}</bdi>
        {alarm.happenedAt !== null && ` It happened ${moment(alarm.happenedAt)}.`}
        {more > 0 && ` ${String(more)} more.`}
      </p>
      {alarm.comment !== null && (
        <p>
          Its comment: <q dir="auto">{alarm.comment}</q>
        </p>
      )}
      {alarm.open && <p>{unreliable}</p>}
      {alarm.acknowledged && (
        <p>
          <bdi>{alarm.acknowledged.by}</bdi> looked into it: <bdi>{alarm.acknowledged.note}</bdi>
        </p>
      )}
      {may('alarms.read') && <Link to="/alarms">Open the alarms</Link>}
    </>
  )
}

/**
 * That the status was set past Verdict, and by whom. Stands at the head of what is right-aligned, so that nothing moves
 * when it comes.
 */
export function ElsewhereChip({ sessionId, status }: { sessionId: string; status: string }) {
  const alarms = useQuery(sessionAlarmsQuery(sessionId)).data?.alarms ?? []
  const open = alarms.filter((alarm) => alarm.open)
  const shown = open[0] ?? alarms.find((alarm) => alarm.status === status && alarm.kind !== 'not-shown')
  if (!shown) return null
  const { word, icon, hue } = elsewhereTerms[shown.kind]
  const name = shown.kind === 'console' ? `${word} · ${shown.actor}` : word
  return (
    <Popover position="bottom-end" width={360} withinPortal withArrow shadow="md">
      <Popover.Target>
        <UnstyledButton className={classes.elsewhere} aria-label={`${name}. ${elsewhereWords(shown)}.`}>
          <Chip hue={shown.open ? hue : 'plain'} icon={icon}>
            <span className={classes.elsewhereWord}>
              <bdi>{name}</bdi>
            </span>
          </Chip>
        </UnstyledButton>
      </Popover.Target>
      {shown.open && (
        <span role="alert" className="v-hidden">
          {shown.said} {unreliable}
        </span>
      )}
      <Popover.Dropdown className={classes.elsewhereDetail}>
        <Detail alarm={shown} more={Math.max(0, open.length - 1)} />
      </Popover.Dropdown>
    </Popover>
  )
}
