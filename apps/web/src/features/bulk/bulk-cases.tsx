import '@mantine/core/styles/Checkbox.layer.css'
import { Button, Checkbox } from '@mantine/core'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs'
import type { Bulk, BulkCase } from '@verdict/contract/decision-bulk'
import type { SessionRow } from '@verdict/contract/session'
import { plural } from '../../lib/format.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { isDecidable, seenKey } from './bulk-choices.ts'
import classes from './bulk.module.css'
import type { BulkReading } from './use-bulk-reading.ts'

interface Props {
  rows: readonly SessionRow[]
  reading: BulkReading
  /** An outcome is chosen, so what stands against it is known. */
  judged: boolean
  /** The answer when nothing at all could be decided. */
  answered: Bulk | null
  seen: ReadonlySet<string>
  onSeen: (key: string, isSeen: boolean) => void
  out: ReadonlySet<string>
  onOut: (id: string, isOut: boolean) => void
}

/** "48190 Zeynep Nur Öztürk". */
const nameOf = (row: SessionRow): string => [row.number, row.name ?? 'No name'].filter((part) => part !== null).join(' ')

const othersOf = ({ warnings }: SessionRow, { mustSee }: BulkCase): string[] =>
  (warnings ?? []).filter(({ code }) => !mustSee.some((seen) => seen.code === code)).map(({ title }) => title)

/** Every chosen session: what it is now, what must be seen, what stands against deciding it so. */
export function BulkCases({ rows, reading, judged, answered, seen, onSeen, out, onOut }: Props) {
  return (
    <>
      <ul className={classes.cases} aria-label="Sessions to decide" aria-busy={reading.reading}>
        {rows.map((row) => {
          const read = reading.cases.get(row.id)
          const said = answered?.items.find(({ sessionId }) => sessionId === row.id)
          return (
            <li key={row.id} data-out={out.has(row.id) || undefined}>
              <Checkbox
                size="xs"
                aria-label={`Decide ${nameOf(row)}`}
                checked={read !== undefined && isDecidable(read) && !out.has(row.id)}
                disabled={read === undefined || !isDecidable(read)}
                onChange={(event) => onOut(row.id, !event.currentTarget.checked)}
              />
              <span className={classes.who}>
                <bdi>{read?.name ?? row.name ?? 'No name'}</bdi>
                <small>{row.number ?? 'No number'}</small>
              </span>
              <StatusBadge status={read?.status ?? row.status} />
              <div className={classes.found}>
                {read ? (
                  <Found
                    read={read}
                    others={othersOf(row, read)}
                    judged={judged}
                    isSeen={seen.has(seenKey(read))}
                    isOut={out.has(row.id)}
                    name={nameOf(row)}
                    onSeen={(isSeen) => onSeen(seenKey(read), isSeen)}
                  />
                ) : (
                  <p className={reading.failed.has(row.id) ? classes.problem : classes.quiet}>
                    {reading.failed.get(row.id) === undefined ? 'Being read' : `Left out: ${reading.failed.get(row.id) ?? ''}`}
                  </p>
                )}
                {said?.result === 'refused' && <p className={classes.problem}>Refused: {said.why.join(' ')}</p>}
              </div>
            </li>
          )
        })}
      </ul>
      {reading.failed.size > 0 && (
        <p className={classes.again} role="alert">
          {plural(reading.failed.size, 'session')} could not be read and will be left out.
          <Button variant="default" size="xs" onClick={reading.readAgain}>
            Read again
          </Button>
        </p>
      )}
    </>
  )
}

interface FoundProps {
  read: BulkCase
  /** Warnings that do not decline, as the list knows them. */
  others: readonly string[]
  judged: boolean
  isSeen: boolean
  isOut: boolean
  name: string
  onSeen: (isSeen: boolean) => void
}

function Found({ read, others, judged, isSeen, isOut, name, onSeen }: FoundProps) {
  const stops = read.refusal !== null && (judged || read.evidenceHash === null)
  return (
    <>
      {stops && <p className={classes.problem}>Left out: {read.refusal}</p>}
      {read.mustSee.length > 0 && (
        <ul className={classes.warnings} aria-label={`Declining warnings of ${name}`}>
          {read.mustSee.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      )}
      {read.mustSee.length > 0 && isDecidable(read) && !isOut && (
        <Checkbox
          size="xs"
          checked={isSeen}
          onChange={(event) => onSeen(event.currentTarget.checked)}
          label={`I have read ${read.mustSee.length === 1 ? 'this warning' : `these ${String(read.mustSee.length)} warnings`}`}
          aria-label={`I have read the declining warnings of ${name}`}
        />
      )}
      {judged &&
        !stops &&
        read.why.map((text) => (
          <p key={text} className={classes.second}>
            <IconUsersGroup size={14} aria-hidden /> Second person: {text}
          </p>
        ))}
      {!stops && (
        <p className={classes.quiet}>
          {read.mustSee.length === 0 && others.length === 0 && <IconCheck size={14} aria-hidden />}
          {read.mustSee.length === 0 ? 'Read, no declining warning' : 'Declines by itself'}
          {others.length > 0 ? ` · also: ${others.join(', ')}` : ''}
        </p>
      )}
    </>
  )
}
