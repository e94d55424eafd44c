import IconBellRinging from '@tabler/icons-react/dist/esm/icons/IconBellRinging.mjs'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../lib/api.ts'
import { moment } from '../../../lib/format.ts'
import { useMay } from '../../../lib/me.ts'
import { queryKeys } from '../../../lib/query-keys.ts'
import classes from './header.module.css'

const sessionAlarmsQuery = (id: string) =>
  queryOptions({ queryKey: queryKeys.sessionAlarms(id), queryFn: () => api.sessionAlarms(id), staleTime: 15_000, retry: false })

/** Says over the case that its status was changed past Verdict, until a manager has looked into it. */
export function AlarmBanner({ sessionId }: { sessionId: string }) {
  const { data } = useQuery(sessionAlarmsQuery(sessionId))
  const may = useMay()
  const [first, ...more] = data?.alarms.filter((alarm) => alarm.open) ?? []
  if (!first) return null
  return (
    <div role="alert" className={classes.alarm}>
      <IconBellRinging size={16} stroke={1.75} aria-hidden />
      <span>
        {first.said} {first.happenedAt === null ? '' : `It happened ${moment(first.happenedAt)}. `}
        {more.length === 0 ? '' : `${String(more.length)} more. `}
        Do not rely on the status before a manager has looked into it.{' '}
        {may('alarms.read') ? <Link to="/alarms">Open the alarms</Link> : null}
      </span>
    </div>
  )
}
