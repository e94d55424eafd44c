import { Button } from '@mantine/core'
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs'
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs'
import IconFileSearch from '@tabler/icons-react/dist/esm/icons/IconFileSearch.mjs'
import { useNavigate } from '@tanstack/react-router'
import type { SessionRow } from '@verdict/contract/session'
import { useRef, useState } from 'react'
import { plural, time } from '../../lib/format.ts'
import { useKeys } from '../../lib/keys/use-keys.ts'
import { useWarmCase } from '../../lib/use-warm-case.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FeatureStripHead } from '../../ui/feature-strip.tsx'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { IndexLine } from '../../ui/index-line.tsx'
import { HeadCell, RowGrid, RowGridBones, type RowGridHandle } from '../../ui/row-grid/row-grid.tsx'
import { MarkCell } from '../../ui/row-marks/mark-cell.tsx'
import { MarksBar } from '../../ui/row-marks/marks-bar.tsx'
import { useMarks } from '../../ui/row-marks/use-marks.ts'
import { NewsButton } from './news-button.tsx'
import { SessionsFilters } from './sessions-filters.tsx'
import { SessionsRowCells } from './sessions-row.tsx'
import styles from './sessions.module.css'
import type { SessionsSearch } from './sessions.search.ts'
import { filtersInWords, rowLabel } from './sessions.words.ts'
import { PartlyKnown } from './partly-known.tsx'
import { useQuiet } from './use-quiet.ts'
import { useSessionRows } from './use-session-rows.ts'
import { ViewsMenu } from './views-menu.tsx'

interface Props {
  search: SessionsSearch
  /** Opens the deciding of many at once; left out for people who decide nothing. */
  onDecide?: ((rows: readonly SessionRow[], done: () => void) => void) | undefined
}

export function SessionsPage({ search, onDecide }: Props) {
  const navigate = useNavigate()
  const { list, rows, news, changed, apply, page } = useSessionRows(search)
  const [chosen, setChosen] = useState<string | null>(null)
  const grid = useRef<RowGridHandle>(null)
  const field = useRef<HTMLInputElement>(null)
  const pane = useRef<HTMLDivElement>(null)
  const [viewing, setViewing] = useState(false)
  const warm = useWarmCase()
  const current = rows.find((row) => row.id === chosen) ?? rows[0]
  const marks = useMarks(rows)
  const decide = () => onDecide?.(marks.rows, marks.clear)
  // Marks are of rows that somebody has seen: those stay.
  useQuiet(pane, changed && marks.rows.length === 0, () => void apply())

  const change = (next: SessionsSearch): void => {
    setChosen(null)
    void navigate({ to: '/sessions', search: next, replace: (next.q ?? '') !== (search.q ?? '') })
  }
  const open = (row: SessionRow): void => {
    void navigate({ to: '/sessions/$sessionId', params: { sessionId: row.id } })
  }
  useKeys('Sessions', [
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
    { keys: ['f'], label: 'Search', run: () => field.current?.focus() },
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
      label: 'Clear marks, or back to the list',
      hidden: true,
      run: () => (marks.rows.length > 0 ? marks.clear() : grid.current?.focus()),
    },
    { keys: ['v'], label: 'Saved views: open, save, share', run: () => setViewing(true) },
  ])
  const counted =
    page &&
    `${page.count.exact ? '' : 'At least '}${plural(page.count.value, 'session')}${page.complete ? '' : ' so far, others are still being read'}`
  return (
    <div className={styles.page}>
      <h1 className="v-hidden">Sessions</h1>
      <div className={styles.bar}>
        <SessionsFilters search={search} onChange={change} field={field} />
        <ViewsMenu search={search} opened={viewing} onOpened={setViewing} />
        <span className={styles.count} role="status">
          {list.isPlaceholderData ? 'Searching' : counted}
        </span>
      </div>
      {search.dropped && (
        <div className={styles.note} role="status">
          Part of the address could not be understood and was left out: {search.dropped}.
          <Button
            size="xs"
            h={24}
            variant="default"
            onClick={() => {
              const { dropped: _, ...rest } = search
              change(rest)
            }}
          >
            Close
          </Button>
        </div>
      )}
      <IndexLine meaning="Older sessions are not found yet; lists and counts hold what has been read so far." />
      <PartlyKnown search={search} complete={page?.complete ?? true} />
      <div className={styles.list} ref={pane}>
        <NewsButton
          news={news}
          changed={changed}
          loading={list.isRefetching}
          onShow={() => {
            void apply().then(() => grid.current?.toTop())
          }}
        />
        {list.isPending ? (
          <RowGridBones columns={styles.columns} label="Sessions are being read" />
        ) : list.isError && rows.length === 0 ? (
          <ProblemPanel error={list.error} retrying={list.isFetching} onRetry={() => void list.refetch()} />
        ) : rows.length === 0 ? (
          <NothingFound
            search={search}
            asOf={page?.asOf}
            complete={page?.complete ?? true}
            onClear={() => {
              change({})
            }}
          />
        ) : (
          <RowGrid
            ref={grid}
            label="Sessions"
            columns={`${styles.columns} ${onDecide ? styles.marked : ''}`}
            head={<Head search={search} onChange={change} marked={onDecide !== undefined} />}
            rows={rows}
            idOf={(row) => row.id}
            labelOf={(row) => `${rowLabel(row)}${marks.has(row.id) ? ', marked' : ''}`}
            renderRow={(row) => (
              <>
                {onDecide && <MarkCell row={row} marks={marks} current={row.id === current?.id} />}
                <SessionsRowCells row={row} />
              </>
            )}
            currentId={current?.id ?? null}
            onCurrent={(id) => {
              setChosen(id)
              warm(id)
            }}
            onOpen={open}
            onPoint={(row) => {
              warm(row.id)
            }}
            onEnd={() => {
              if (list.hasNextPage && !list.isFetchingNextPage && !list.isFetchNextPageError) void list.fetchNextPage()
            }}
            {...(page?.count.exact ? { total: page.count.value } : {})}
            foot={
              <>
                {list.hasNextPage && (
                  <Button variant="default" size="xs" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    {list.isFetchNextPageError ? 'The next rows could not be read. Try again' : 'Load more'}
                  </Button>
                )}
                {!list.hasNextPage && (
                  <span>{page?.complete === false ? 'These are all that have been read so far.' : 'These are all.'}</span>
                )}
              </>
            }
          />
        )}
      </div>
      {onDecide && <MarksBar marks={marks} listed={rows} onDecide={decide} />}
    </div>
  )
}

interface NothingFoundProps {
  search: SessionsSearch
  asOf: string | undefined
  complete: boolean
  onClear: () => void
}

function NothingFound({ search, asOf, complete, onClear }: NothingFoundProps) {
  const filters = filtersInWords(search)
  const checked = asOf ? `Checked ${time(asOf, { seconds: true })}.` : ''
  if (filters.length === 0) {
    return (
      <EmptyState icon={IconFileSearch} title="No sessions yet">
        Sessions appear here as soon as somebody starts a verification. {checked}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={IconFileSearch}
      title="No session fits"
      actions={
        <Button variant="default" onClick={onClear}>
          Clear filters
        </Button>
      }
    >
      <p>All of these must fit: {filters.join(' · ')}.</p>
      <p>{complete ? checked : 'Not all sessions have been read yet: one that fits may still come.'}</p>
    </EmptyState>
  )
}

function Head({ search, onChange, marked }: { search: SessionsSearch; onChange: (next: SessionsSearch) => void; marked: boolean }) {
  const oldest = search.sort === 'oldest'
  return (
    <>
      {marked && (
        <HeadCell>
          <span className="v-hidden">Mark</span>
        </HeadCell>
      )}
      <HeadCell>Who</HeadCell>
      <HeadCell>Status</HeadCell>
      <HeadCell folds>Workflow</HeadCell>
      <HeadCell>Top warning</HeadCell>
      <HeadCell folds>
        <FeatureStripHead />
      </HeadCell>
      <HeadCell>
        <button
          type="button"
          className={styles.sort}
          aria-label={oldest ? 'Created, oldest first. Show newest first' : 'Created, newest first. Show oldest first'}
          onClick={() => {
            const { sort: _, ...rest } = search
            onChange(oldest ? rest : { ...rest, sort: 'oldest' })
          }}
        >
          Created {oldest ? <IconArrowUp size={14} aria-hidden /> : <IconArrowDown size={14} aria-hidden />}
        </button>
      </HeadCell>
    </>
  )
}
