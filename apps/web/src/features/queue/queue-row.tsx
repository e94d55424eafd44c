import type { ReactNode } from 'react'
import { ageSince } from '../../lib/format.ts'
import { Chip } from '../../ui/chip.tsx'
import { FeatureStrip } from '../../ui/feature-strip.tsx'
import { Initials } from '../../ui/initials.tsx'
import { Cell } from '../../ui/row-grid/row-grid.tsx'
import type { Hue } from '../../ui/vocabulary.ts'
import { Flow } from '../../ui/flow.tsx'
import { Who } from '../../ui/who.tsx'
import styles from './queue.module.css'
import { shortWhy, waitHue, whyInRow, whyMarks } from './queue.words.ts'
import type { ShownRow } from './use-queue-rows.ts'

interface QueueRowCellsProps {
  row: ShownRow
  /** The cell of its place. */
  place: ReactNode
  now: number
  /** Longest wait in view, in milliseconds: the end of every bar. */
  longest: number
  myName: string
}

export function QueueRowCells({ row, place, now, longest, myName }: QueueRowCellsProps) {
  const taken = row.pending === null ? row.lease !== null && row.lease.holder.name !== myName : row.pending.by !== myName
  const dim = taken || row.gone
  return (
    <>
      {place}
      <Cell>
        <Who row={row} dim={dim} />
      </Cell>
      <Cell folds>
        <Flow row={row} />
      </Cell>
      <Cell className={styles.why}>
        {row.gone ? (
          <Chip>No longer waiting</Chip>
        ) : (
          whyInRow(row.why).map((why) => (
            <Chip key={why.code} hue={whyMarks[why.code].hue} icon={whyMarks[why.code].icon} title={why.text}>
              {shortWhy(why)}
            </Chip>
          ))
        )}
      </Cell>
      <Cell>
        <TopWarning row={row} dim={dim} />
      </Cell>
      <Cell folds>
        <FeatureStrip features={row.features} kind={row.kind} />
      </Cell>
      <Cell>
        <Waited row={row} now={now} longest={longest} />
      </Cell>
      <Cell>
        <Holder row={row} taken={taken} />
      </Cell>
    </>
  )
}

/** Who decides it or works on it. */
function Holder({ row: { pending, lease }, taken }: { row: ShownRow; taken: boolean }) {
  if (pending) return <Initials name={pending.by} me={!taken} says={`${taken ? pending.by : 'You'}: ${pending.outcome}, under way`} />
  if (!lease) return null
  const { name } = lease.holder
  return <Initials name={name} me={!taken} says={taken ? `${name} is on this case` : 'You are on this case'} />
}

function TopWarning({ row, dim }: { row: ShownRow; dim: boolean }) {
  const first = row.warnings?.[0]
  if (row.warnings === null) return <span className={styles.more}>Not read yet</span>
  if (!first) return <span className={styles.more}>No warning</span>
  const more = (row.warningCount ?? row.warnings.length) - 1
  return (
    <span className={`${styles.warning} ${dim ? styles.dim : ''}`}>
      {first.title}
      {more > 0 && <span className={styles.more}> +{more}</span>}
    </span>
  )
}

function Waited({ row, now, longest }: { row: ShownRow; now: number; longest: number }) {
  const hue = waitHue(row)
  const waited = Math.max(0, now - Date.parse(row.waitingSince))
  const loud = hue === 'bad' ? styles.waitedBad : hue === 'attention' ? styles.waitedAttention : ''
  const bar = hue === 'bad' ? styles.barBad : hue === 'attention' ? styles.barAttention : ''
  return (
    <>
      <span className={`${styles.waited} ${loud}`}>{ageSince(row.waitingSince, now)}</span>
      <span className={`${styles.bar} ${bar}`} aria-hidden>
        <span style={{ width: `${filled(hue, waited, longest)}%` }} />
      </span>
    </>
  )
}

/** Per cent of the bar: full once the level is passed, otherwise against the longest wait in view. */
function filled(hue: Hue, waited: number, longest: number): number {
  if (hue === 'bad') return 100
  const share = longest > 0 ? Math.min(100, (100 * waited) / longest) : 0
  return Math.max(hue === 'attention' ? 80 : 4, Math.min(hue === 'attention' ? 96 : 75, share))
}
