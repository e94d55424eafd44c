import { NativeSelect } from '@mantine/core'
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Approval } from '@verdict/contract/approval'
import { useState } from 'react'
import { time } from '../../lib/format.ts'
import { useKeys } from '../../lib/keys/use-keys.ts'
import { useNow } from '../../lib/use-now.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ApprovalDetail } from './approval-detail.tsx'
import classes from './approvals.module.css'
import { approvalsQuery } from './approvals.queries.ts'
import { kindWords, rowsOf, timeLeft, viewWords, views, whatOf, type ApprovalsView } from './approvals.words.ts'

function Row({ approval, here, now, onOpen }: { approval: Approval; here: boolean; now: number; onOpen: () => void }) {
  return (
    <li>
      <button type="button" className={classes.row} aria-current={here || undefined} onClick={onOpen}>
        <b>
          <bdi>{whatOf(approval)}</bdi>
        </b>
        {approval.endedAt === null ? (
          <span className={approval.overdue ? classes.late : classes.left}>{timeLeft(approval, now)}</span>
        ) : (
          <span className={classes.left}>{time(approval.endedAt)}</span>
        )}
        <small>
          {kindWords[approval.kind]} · {approval.why[0] ?? 'Two people'}
        </small>
      </button>
    </li>
  )
}

/** What waits for another person: list, evidence, answer. */
export function ApprovalsPage({ picked, onPick }: { picked: string | null; onPick: (id: string) => void }) {
  const { waiting, ended, asOf } = useSuspenseQuery(approvalsQuery).data
  const known = [...waiting, ...ended].find(({ id }) => id === picked)
  const [view, setView] = useState<ApprovalsView>(known?.mine ? 'yours' : known && known.endedAt !== null ? 'ended' : 'forYou')
  const now = useNow(30_000)
  const rows = rowsOf(view, waiting, ended)
  const shown = rows.find(({ id }) => id === picked) ?? rows[0] ?? null
  const go = (by: 1 | -1) => {
    const at = rows.findIndex(({ id }) => id === shown?.id)
    const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)]
    if (next) onPick(next.id)
  }
  useKeys('Approvals', [
    { keys: ['j', 'ArrowDown'], label: 'Next request', moves: true, run: () => go(1) },
    { keys: ['k', 'ArrowUp'], label: 'Request before', moves: true, run: () => go(-1) },
  ])
  return (
    <div className={classes.page}>
      <div className={classes.tabs} role="tablist" aria-label="Approvals">
        {views.map((each) => (
          <button key={each} type="button" role="tab" aria-selected={view === each} className={classes.tab} onClick={() => setView(each)}>
            {viewWords[each]} <span>{rowsOf(each, waiting, ended).length}</span>
          </button>
        ))}
        <p className={classes.note}>Nothing lapses: what is late is marked, and stays.</p>
      </div>
      {shown === null ? (
        <EmptyState icon={IconUsersGroup} title={view === 'ended' ? 'Nothing ended since yesterday' : 'Nothing waits here'}>
          Looked up at {time(asOf)}. What the policy wants two people for appears here by itself.
        </EmptyState>
      ) : (
        <div className={classes.panes}>
          <NativeSelect
            className={classes.pick}
            aria-label="Request"
            value={shown.id}
            onChange={(event) => onPick(event.currentTarget.value)}
            data={rows.map((row) => ({ value: row.id, label: `${whatOf(row)} · ${kindWords[row.kind]}` }))}
          />
          <ul className={classes.list} aria-label={viewWords[view]}>
            {rows.map((row) => (
              <Row key={row.id} approval={row} here={row.id === shown.id} now={now} onOpen={() => onPick(row.id)} />
            ))}
          </ul>
          <ApprovalDetail key={shown.id} approval={shown} />
        </div>
      )}
    </div>
  )
}
