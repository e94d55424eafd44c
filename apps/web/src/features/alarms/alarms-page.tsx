import '@mantine/core/styles/FloatingIndicator.layer.css'
import '@mantine/core/styles/SegmentedControl.layer.css'
import { Button, SegmentedControl } from '@mantine/core'
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Alarm, AlarmList, AlarmQuery, ReconciliationRun } from '@verdict/contract/alarms'
import { useState } from 'react'
import { moment, plural, time } from '../../lib/format.ts'
import { useMay } from '../../lib/me.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RecordTable } from '../../ui/record-table.tsx'
import { AcknowledgeDialog } from './acknowledge-dialog.tsx'
import { AlarmRow } from './alarm-row.tsx'
import { useCompareNow } from './alarms.mutations.ts'
import classes from './alarms.module.css'
import { alarmsQuery } from './alarms.queries.ts'
import { views } from './alarms.search.ts'

interface Props {
  view: AlarmQuery['view']
  onView: (view: AlarmQuery['view']) => void
}

const empty: Readonly<Record<AlarmQuery['view'], readonly [title: string, text: string]>> = {
  open: ['No alarm', 'Everything in Didit’s trail belongs to a decision in our ledger, and every decision of ours stands in it.'],
  acknowledged: ['No alarm was acknowledged', 'An acknowledged alarm stays here with the note of whoever looked into it.'],
  console: ['No decision in Didit’s console', 'What people decide in Didit’s own console is listed here. It is no alarm.'],
}

const viewLabels = ({ counts }: AlarmList) => ({
  open: `Open ${String(counts.open)}`,
  acknowledged: `Acknowledged ${String(counts.acknowledged)}`,
  console: `Console ${String(counts.console)}`,
})

function Progress({ reconciliation }: Pick<AlarmList, 'reconciliation'>) {
  const { lastEndedAt, watchingSince, due, everySeconds, problem } = reconciliation
  return (
    <>
      <span>{lastEndedAt === null ? 'Not compared yet' : `Compared with Didit’s trail at ${time(lastEndedAt, { seconds: true })}`}</span>
      <span>{due === 0 ? 'No session waits' : `${plural(due, 'session waits', 'sessions wait')} for the next comparison`}</span>
      <span>{everySeconds === 0 ? 'Only when somebody asks' : `Every ${String(everySeconds)} s`}</span>
      <span>{`Watching since ${moment(watchingSince)}`}</span>
      {problem === null ? null : <span className={classes.problem}>{problem}</span>}
    </>
  )
}

const ran = ({ checked, raised, noted }: ReconciliationRun): string =>
  `${plural(checked, 'session')} compared just now, ${plural(raised, 'new alarm')}${noted === 0 ? '' : `, ${String(noted)} decided in the console`}`

/** What Didit's trail and our record do not say alike, and what was decided in Didit's console. */
export function AlarmsPage({ view, onView }: Props) {
  const { data } = useSuspenseQuery(alarmsQuery(view))
  const may = useMay()
  const compare = useCompareNow()
  const [chosen, setChosen] = useState<Alarm | null>(null)
  const [said, setSaid] = useState('')
  const labels = viewLabels(data)
  const [title, text] = empty[view]

  return (
    <>
      <PageHead title="Alarms" about={plural(data.counts.open, 'open alarm')}>
        <SegmentedControl
          size="xs"
          aria-label="Which"
          data={views.map((value) => ({ value, label: labels[value] }))}
          value={view}
          onChange={(value) => onView(views.find((known) => known === value) ?? 'open')}
        />
        {may('alarms.manage') ? (
          <Button size="xs" variant="default" loading={compare.isPending} onClick={() => compare.mutate()}>
            Compare now
          </Button>
        ) : null}
      </PageHead>
      <p className={classes.progress} role="status">
        <Progress reconciliation={data.reconciliation} />
        {compare.data ? <span>{ran(compare.data)}</span> : null}
        {compare.error ? <span className={classes.problem}>{compare.error.message}</span> : null}
        {said === '' ? null : <span>{said}</span>}
      </p>
      {data.alarms.length === 0 ? (
        <EmptyState icon={IconShieldCheck} hue={view === 'open' ? 'good' : 'plain'} title={title}>
          {text}
        </EmptyState>
      ) : (
        <RecordTable label="Alarms" columns={['What', 'Session', 'Change', 'What is wrong', 'Ledger', '']}>
          {data.alarms.map((alarm) => (
            <AlarmRow key={alarm.id} alarm={alarm} onAcknowledge={may('alarms.manage') ? setChosen : null} />
          ))}
        </RecordTable>
      )}
      {chosen ? <AcknowledgeDialog alarm={chosen} onClose={() => setChosen(null)} onDone={setSaid} /> : null}
    </>
  )
}
