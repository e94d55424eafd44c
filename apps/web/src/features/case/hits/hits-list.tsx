import { useVirtualizer } from '@tanstack/react-virtual'
import type { AmlHitNews } from '@verdict/contract/aml'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { score } from '../../../lib/format.ts'
import { scaled } from '../model/words.ts'
import { HitIcon } from '../sections/hit-icon.tsx'
import { HitStatus } from '../sections/hit-status.tsx'
import { type HitGroup, type ListedHit, listWords, rowWords } from './hit-groups.ts'
import classes from './hits-list.module.css'

const headHeight = 32
const rowHeight = 56

interface Props {
  groups: readonly HitGroup[]
  current: string | null
  chosen: ReadonlySet<string>
  newsOf: (item: ListedHit) => AmlHitNews | null
  may: boolean
  onCurrent: (item: ListedHit) => void
  /** `range`: from the one chosen last up to this one. */
  onChoose: (item: ListedHit, range: boolean) => void
}

type Line = { key: string; group: HitGroup; item?: ListedHit }

function NewsMark({ news }: { news: AmlHitNews | null }) {
  if (news === null) return null
  return <span className={classes.news}>{news.kind === 'new' ? 'New' : 'Changed'}</span>
}

function labelOf({ hit, check }: ListedHit, news: AmlHitNews | null): string {
  const match = scaled(hit.matchScore)
  return [
    hit.caption ?? 'Hit without a name',
    listWords(hit),
    check === null ? null : `check ${check}`,
    match === null ? 'no match score' : `match ${score(match)} of 100`,
    hit.reviewStatus ?? 'Unreviewed',
    news === null ? null : news.kind === 'new' ? 'new' : 'changed',
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** The hits by kind of list. Only rows in sight are in the document; one of them holds the focus. */
export function HitsList({ groups, current, chosen, newsOf, may, onCurrent, onChoose }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const lines: Line[] = groups.flatMap((group) => [
    { key: `head ${group.key}`, group },
    ...group.hits.map((item): Line => ({ key: item.key, group, item })),
  ])
  const at = lines.findIndex((line) => line.item?.key === current)
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer keeps its own state; nothing here is memoised over it
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.item ? rowHeight : headHeight),
    overscan: 8,
    initialRect: { width: 304, height: 700 },
    getItemKey: (index) => lines[index]?.key ?? index,
  })

  useEffect(() => {
    if (at < 0) return undefined
    virtual.scrollToIndex(at, { align: 'auto' })
    // After the row that was far away has been drawn.
    const frame = requestAnimationFrame(() => {
      const row = scroller.current?.querySelector<HTMLElement>('[role=row][aria-current=true]')
      const held = document.activeElement
      if (row && (held === null || held === document.body || scroller.current?.contains(held))) row.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
    // oxlint-disable-next-line react/exhaustive-deps -- the virtualizer is one for life
  }, [at, current])

  const step = (to: number, by: 1 | -1) => {
    for (let index = to; index >= 0 && index < lines.length; index += by) {
      const item = lines[index]?.item
      if (item) return onCurrent(item)
    }
    return undefined
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element) || event.target.role !== 'row') return
    const item = lines[at]?.item
    const moves: Readonly<Record<string, () => void>> = {
      Home: () => step(0, 1),
      End: () => step(lines.length - 1, -1),
      PageDown: () => step(Math.min(lines.length - 1, at + 10), -1),
      PageUp: () => step(Math.max(0, at - 10), 1),
      ...(item && may && { ' ': () => onChoose(item, event.shiftKey) }),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus is on one of its rows
    <div
      role="grid"
      aria-label="Watch-list hits"
      aria-rowcount={lines.length}
      aria-multiselectable={may}
      className={classes.grid}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={classes.scroller} ref={scroller}>
        <div role="rowgroup" className={classes.space} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const line = lines[index]
            if (!line) return null
            const place = { transform: `translateY(${start}px)` }
            const { item } = line
            if (!item) {
              return (
                <div key={key} role="row" aria-rowindex={index + 1} className={classes.head} style={{ ...place, height: headHeight }}>
                  <span role="gridcell" className={classes.headCell}>
                    {line.group.hits[0] && <HitIcon hit={line.group.hits[0].hit} />}
                    <b>
                      <bdi>{line.group.title}</bdi>
                    </b>
                    <span>{line.group.hits.length}</span>
                  </span>
                </div>
              )
            }
            const news = newsOf(item)
            const match = scaled(item.hit.matchScore)
            const isCurrent = item.key === current
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- J, K and the arrows do the same
              <div
                key={key}
                role="row"
                aria-rowindex={index + 1}
                aria-current={isCurrent}
                aria-selected={chosen.has(item.key)}
                aria-label={labelOf(item, news)}
                tabIndex={isCurrent ? 0 : -1}
                className={classes.row}
                style={{ ...place, height: rowHeight }}
                onClick={() => onCurrent(item)}
              >
                <span role="gridcell" className={classes.box}>
                  {may && item.hit.id !== null && (
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      checked={chosen.has(item.key)}
                      aria-label={`Choose ${item.hit.caption ?? 'hit without a name'}`}
                      onClick={(event) => {
                        event.stopPropagation()
                        onChoose(item, event.shiftKey)
                      }}
                      onChange={() => undefined}
                    />
                  )}
                </span>
                <span role="gridcell" className={classes.main}>
                  <strong>
                    <bdi>{item.hit.caption ?? 'Hit without a name'}</bdi>
                  </strong>
                  <span title={rowWords(item.hit, line.group.title)}>
                    {item.check !== null && `Check ${item.check} · `}
                    <bdi>{rowWords(item.hit, line.group.title)}</bdi>
                  </span>
                </span>
                <span role="gridcell" className={classes.end}>
                  <span>
                    <NewsMark news={news} />
                    <b title="How sure Didit is that it is this person, of 100">{match === null ? '–' : score(match)}</b>
                  </span>
                  <HitStatus status={item.hit.reviewStatus} />
                </span>
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
