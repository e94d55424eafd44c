import { Button } from '@mantine/core'
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { BulkItem } from '@verdict/contract/decision-bulk'
import { useMay } from '../../lib/me.ts'
import { useNow } from '../../lib/use-now.ts'
import { Chip } from '../../ui/chip.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { cell, RecordTable } from '../../ui/record-table.tsx'
import { decisionTerms } from '../../ui/vocabulary.ts'
import { bulkQuery, useUndoBulk } from './bulk.queries.ts'
import { canUndo, countsInWords, titleOf } from './bulk.words.ts'
import classes from './bulk.module.css'

function Result({ item: { state } }: { item: BulkItem }) {
  if (state === null) {
    return (
      <Chip hue="bad" icon={IconCircleX}>
        Refused, nothing sent
      </Chip>
    )
  }
  const { word, hue, icon } = decisionTerms[state]
  return (
    <Chip hue={hue} icon={icon}>
      {state === 'held' ? 'Held' : word}
    </Chip>
  )
}

function ItemRow({ item }: { item: BulkItem }) {
  return (
    <tr>
      <td className={classes.session}>
        <Link to="/sessions/$sessionId" params={{ sessionId: item.sessionId }}>
          <bdi>{item.name ?? `Session ${item.sessionId.slice(0, 8)}`}</bdi>
        </Link>
        <span className={cell.meta}>{item.number ?? ''}</span>
      </td>
      <td>
        <Result item={item} />
      </td>
      <td className={cell.prose}>{item.why.join(' ') || '–'}</td>
    </tr>
  )
}

/** What became of each session that was decided together, until all have come to their end. */
export function BulkPage({ bulkId }: { bulkId: string }) {
  const may = useMay()
  const bulk = useQuery(bulkQuery(bulkId))
  const undo = useUndoBulk()
  const now = useNow(500)
  if (bulk.isPending) return <PageHead title="Decided together" about="Being read" />
  if (!bulk.data) return <ProblemPanel error={bulk.error} level={1} retrying={bulk.isFetching} onRetry={() => void bulk.refetch()} />
  const { outcome, items, sendsAt, approvalId } = bulk.data
  const made = items.filter(({ result }) => result !== 'refused').length
  const undoable = items.filter(canUndo).length
  const seconds = sendsAt === null ? null : Math.max(0, Math.ceil((Date.parse(sendsAt) - now) / 1000))
  return (
    <div className={classes.page}>
      <PageHead title={titleOf(outcome, made)} about={countsInWords(items)}>
        {seconds !== null && <span className={classes.count}>{seconds === 0 ? 'Sending' : `Sending in ${String(seconds)} s`}</span>}
        {approvalId !== null && may('approvals.read') && (
          <Link to="/approvals" search={{ id: approvalId }}>
            Waits as one request
          </Link>
        )}
        {undoable > 0 && may('decisions.make') && (
          <Button variant="default" size="xs" loading={undo.isPending} onClick={() => undo.mutate(bulkId)}>
            Undo {undoable === made ? `all ${String(undoable)}` : `the ${String(undoable)} not sent`}
          </Button>
        )}
      </PageHead>
      <p role="status" className="v-hidden">
        {undoable === 0 ? countsInWords(items) : 'Held. Undo all before they are sent.'}
      </p>
      {undo.error && <ProblemPanel error={undo.error} compact />}
      {bulk.error && <ProblemPanel error={bulk.error} compact onRetry={() => void bulk.refetch()} />}
      <RecordTable label="Sessions decided together" columns={['Session', 'Result', 'Why']}>
        {items.map((item) => (
          <ItemRow key={item.sessionId} item={item} />
        ))}
      </RecordTable>
    </div>
  )
}
