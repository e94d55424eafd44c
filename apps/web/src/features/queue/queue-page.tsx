import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs'
import type { SessionRow } from '@verdict/contract/session'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { asProblem } from '../../lib/problem.ts'
import { count, plural } from '../../lib/format.ts'
import { useKeys } from '../../lib/keys/use-keys.ts'
import { useMay, useMe } from '../../lib/me.ts'
import { serverNow } from '../../lib/server-clock.ts'
import { useNow } from '../../lib/use-now.ts'
import { useStored } from '../../lib/use-stored.ts'
import { useWarmCase } from '../../lib/use-warm-case.ts'
import { FeatureStripHead } from '../../ui/feature-strip.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { IndexLine } from '../../ui/index-line.tsx'
import { Cell, HeadCell, RowGrid, RowGridBones, type RowGridHandle } from '../../ui/row-grid/row-grid.tsx'
import { MarkCell } from '../../ui/row-marks/mark-cell.tsx'
import { MarksBar } from '../../ui/row-marks/marks-bar.tsx'
import { useMarks } from '../../ui/row-marks/use-marks.ts'
import { useQueueMarks } from '../../ui/queue-marks/use-queue-marks.tsx'
import { useTakeNext } from './use-take-next.ts'
import { QueueEmpty } from './queue-empty.tsx'
import { QueueFilter } from './queue-filter.tsx'
import { QueuePreview } from './queue-preview.tsx'
import { QueueRowCells } from './queue-row.tsx'
import styles from './queue.module.css'
import { parseQueueSearch, type QueueSearch } from './queue.search.ts'
import { rowLabel, viewNames } from './queue.words.ts'
import { useQueueRows, type ShownRow } from './use-queue-rows.ts'

interface Props {
  search: QueueSearch
  /** Opens the deciding of many at once; left out for people who decide nothing. */
  onDecide?: ((rows: readonly SessionRow[], done: () => void) => void) | undefined
  /** How many second looks wait for this reader, in the queue or not. */
  looks: number
}

export function QueuePage({ search, onDecide, looks }: Props) {
  const me = useMe()
  const may = useMay()
  const navigate = useNavigate()
  const now = useNow(30_000)
  const { list, rows, news, apply, counts, policy, asOf, complete } = useQueueRows(search)
  const nextCase = useTakeNext(search)
  const [chosen, setChosen] = useState<string | null>(null)
  const [previewOn, setPreviewOn] = useStored('verdict.preview', true)
  const wide = useWide()
  const [over, setOver] = useState(false)
  const warm = useWarmCase()
  const grid = useRef<RowGridHandle>(null)

  const current = rows.find((row) => row.id === chosen) ?? rows[0]
  const shown = current && (wide ? previewOn : over)
  const open = (row: ShownRow): void => {
    if (row.secondLook) void navigate({ to: '/approvals', search: { id: row.secondLook.approvalId } })
    else void navigate({ to: '/sessions/$sessionId', params: { sessionId: row.id } })
  }
  const queueMarks = useQueueMarks('Queue', current ?? null)
  const marks = useMarks(rows)
  const decide = () => onDecide?.(marks.rows, marks.clear)
  const looksElsewhere = looks - rows.filter(({ secondLook }) => secondLook !== null).length
  const wake = useMutation({ mutationFn: api.wake, onSuccess: apply })
  const first = useMemo(() => rows.slice(0, 2).map((row) => row.id), [rows])
  useEffect(() => {
    const likely = chosen ?? first[0]
    if (likely) warm(likely)
  }, [chosen, first, warm])

  const toggle = (): void => {
    if (wide) setPreviewOn(!previewOn)
    else setOver(!over)
  }
  useKeys('Queue', [
    { keys: ['j', 'ArrowDown'], label: 'Next row', moves: true, run: () => grid.current?.move(chosen === null ? 0 : 1) },
    { keys: ['k', 'ArrowUp'], label: 'Row before', moves: true, run: () => grid.current?.move(-1) },
    {
      keys: ['Enter'],
      label: 'Open the case',
      enabled: current !== undefined,
      run: () => {
        if (current) open(current)
      },
    },
    {
      keys: ['n'],
      label: 'Take next',
      enabled: may('decisions.make') && rows.length > 0,
      run: nextCase.take,
    },
    { keys: ['p'], label: 'Show or hide the preview', run: toggle },
    {
      keys: ['x'],
      label: 'Mark the row; with Shift all up to it',
      enabled: onDecide !== undefined && current !== undefined,
      run: ({ shiftKey }) => {
        if (current) marks.toggle(current, shiftKey)
      },
    },
    { keys: ['d'], label: 'Decide the marked sessions together', enabled: onDecide !== undefined && marks.rows.length > 0, run: decide },
    {
      keys: ['Escape'],
      label: 'Close the preview, or clear marks',
      enabled: (!wide && over) || marks.rows.length > 0,
      run: () => {
        if (!wide && over) setOver(false)
        else marks.clear()
      },
    },
  ])

  const longest = Math.max(0, ...rows.slice(0, 200).map((row) => serverNow() - Date.parse(row.waitingSince)))
  const total = counts?.[search.view ?? 'all']
  return (
    <div className={styles.page}>
      <h1 className="v-hidden">Queue</h1>
      <div className={styles.tabs}>
        <nav aria-label="Views" style={{ display: 'contents' }}>
          {Object.entries(viewNames).map(([view, name]) => (
            <ViewTab key={view} view={view} name={name} search={search} value={counts?.[view as keyof typeof viewNames]} />
          ))}
        </nav>
        <div className={styles.tools}>
          {looksElsewhere > 0 && (
            <Link to="/approvals" className={styles.looks}>
              <IconUsersGroup size={14} stroke={1.75} aria-hidden />
              {plural(looksElsewhere, 'second look')}
            </Link>
          )}
          <QueueFilter search={search} onChange={(to) => void navigate({ to: '/queue', search: to })} />
          <Button
            variant="default"
            size="xs"
            h={28}
            px={10}
            disabled={!may('decisions.make') || rows.length === 0}
            loading={nextCase.pending}
            aria-keyshortcuts="N"
            rightSection={<KeyHint keys="n" />}
            onClick={nextCase.take}
          >
            Take next
          </Button>
        </div>
      </div>
      <div role="status">
        {(nextCase.empty ?? nextCase.error) && (
          <div className={styles.noNext}>
            {nextCase.empty ?? asProblem(nextCase.error).title}
            <Button size="compact-xs" variant="default" onClick={nextCase.forget}>
              Close
            </Button>
          </div>
        )}
      </div>
      {!complete && (
        <IndexLine meaning="What waits is read first; until it is all here, the order and the counts hold what has been read so far." />
      )}
      <div className={styles.body}>
        <div className={styles.list}>
          <div role="status" className={news > 0 ? styles.news : ''}>
            {news > 0 && (
              <Button size="xs" radius={16} onClick={() => void apply()} loading={list.isRefetching}>
                {count(news)} new · show
              </Button>
            )}
          </div>
          {list.isPending ? (
            <RowGridBones columns={styles.columns} label="The queue is being read" />
          ) : list.isError && rows.length === 0 ? (
            <ProblemPanel error={list.error} retrying={list.isFetching} onRetry={() => void list.refetch()} />
          ) : rows.length === 0 ? (
            <QueueEmpty search={search} asOf={asOf} all={counts?.all.value} complete={complete} />
          ) : (
            <RowGrid
              ref={grid}
              label="Sessions that wait for a person"
              columns={styles.columns}
              head={<Head />}
              rows={rows}
              idOf={(row) => row.id}
              labelOf={(row) => `${rowLabel(row, now)}${marks.has(row.id) ? '. Marked' : ''}`}
              renderRow={(row, index) => (
                <QueueRowCells
                  row={row}
                  place={
                    onDecide ? (
                      <MarkCell
                        row={row}
                        marks={marks}
                        current={row.id === current?.id}
                        place={{ text: String(index + 1), className: styles.index }}
                      />
                    ) : (
                      <Cell className={styles.index}>{index + 1}</Cell>
                    )
                  }
                  now={now}
                  longest={longest}
                  myName={me.name}
                />
              )}
              currentId={current?.id ?? null}
              onCurrent={setChosen}
              onOpen={open}
              clickSelects={wide && previewOn}
              onPoint={(row) => {
                warm(row.id)
              }}
              onEnd={() => {
                if (list.hasNextPage && !list.isFetchingNextPage && !list.isFetchNextPageError) void list.fetchNextPage()
              }}
              {...(total?.exact ? { total: total.value } : {})}
              foot={
                list.hasNextPage && (
                  <Button variant="default" size="xs" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    Load more
                  </Button>
                )
              }
            />
          )}
        </div>
        {shown && (
          <QueuePreview
            row={current}
            now={now}
            policy={policy}
            onWake={() => wake.mutate(current.id)}
            onOpen={() => {
              open(current)
            }}
          />
        )}
      </div>
      {onDecide && <MarksBar marks={marks} listed={rows} onDecide={decide} />}
      {queueMarks.dialog}
    </div>
  )
}

function Head() {
  return (
    <>
      <HeadCell>
        <span className="v-hidden">Place</span>
      </HeadCell>
      <HeadCell>Who</HeadCell>
      <HeadCell folds>Workflow</HeadCell>
      <HeadCell>Why here</HeadCell>
      <HeadCell>Top warning</HeadCell>
      <HeadCell folds>
        <FeatureStripHead />
      </HeadCell>
      <HeadCell>Waited</HeadCell>
      <HeadCell>
        <span className="v-hidden">Held by</span>
      </HeadCell>
    </>
  )
}

interface ViewTabProps {
  view: string
  name: string
  search: QueueSearch
  value: { value: number; exact: boolean } | undefined
}

function ViewTab({ view, name, search, value }: ViewTabProps) {
  const here = (search.view ?? 'all') === view
  const { view: _, ...filters } = search
  return (
    <Link
      to="/queue"
      search={{ ...filters, ...parseQueueSearch({ view }) }}
      className={styles.tab}
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={here ? 'page' : undefined}
    >
      {name}{' '}
      <span className={styles.number}>
        {value && count(value.value)}
        {value && !value.exact && '+'}
      </span>
    </Link>
  )
}

/** Below this width the preview lies over the list instead of beside it. */
function useWide(): boolean {
  return useMediaQuery('(min-width: 1101px)', true, { getInitialValueInEffect: false })
}
