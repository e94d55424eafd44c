import { Button } from '@mantine/core'
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs'
import { Link } from '@tanstack/react-router'
import type { Alarm } from '@verdict/contract/alarms'
import { moment } from '../../lib/format.ts'
import { Chip } from '../../ui/chip.tsx'
import { cell } from '../../ui/record-table.tsx'
import { elsewhereTerms } from '../../ui/elsewhere-mark.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import classes from './alarms.module.css'

interface Props {
  alarm: Alarm
  onAcknowledge: ((alarm: Alarm) => void) | null
}

/** One alarm, or one decision of Didit's console: what, when, on which session, what Didit says. */
export function AlarmRow({ alarm, onAcknowledge }: Props) {
  const term = elsewhereTerms[alarm.kind]
  return (
    <tr>
      <td>
        <Chip hue={term.hue} icon={term.icon}>
          {term.word}
        </Chip>
        <span className={cell.meta}>{alarm.happenedAt === null ? `noticed ${moment(alarm.noticedAt)}` : moment(alarm.happenedAt)}</span>
      </td>
      <td>
        <Link to="/sessions/$sessionId" params={{ sessionId: alarm.sessionId }} title={alarm.sessionId}>
          <bdi>{alarm.session.name ?? alarm.sessionId.slice(0, 8)}</bdi>
        </Link>
        <span className={cell.meta}>{alarm.session.number === null ? '' : String(alarm.session.number)}</span>
      </td>
      <td>
        <span className={classes.change}>
          {alarm.before === null ? null : (
            <>
              <StatusBadge status={alarm.before} />
              <IconArrowRight size={14} stroke={1.75} aria-label="became" />
            </>
          )}
          {alarm.status === null ? 'not told' : <StatusBadge status={alarm.status} />}
        </span>
        <span className={cell.meta}>
          by <bdi>{alarm.actor}</bdi>
        </span>
      </td>
      <td className={cell.prose}>
        {alarm.said}
        {alarm.comment === null ? null : (
          <q className={classes.quote}>
            <bdi>{alarm.comment}</bdi>
          </q>
        )}
        {alarm.acknowledged ? (
          <span className={cell.meta}>
            {alarm.acknowledged.by}, {moment(alarm.acknowledged.at)}: <bdi>{alarm.acknowledged.note}</bdi>
          </span>
        ) : null}
      </td>
      <td className={cell.mono}>{alarm.ledgerSeq}</td>
      <td className={cell.end}>
        {alarm.open && onAcknowledge ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Acknowledge the alarm on ${alarm.session.name ?? alarm.sessionId.slice(0, 8)}`}
            onClick={() => onAcknowledge(alarm)}
          >
            Acknowledge
          </Button>
        ) : null}
      </td>
    </tr>
  )
}
