import { useQuery } from '@tanstack/react-query'
import type { SessionDetail } from '@verdict/contract/case'
import { memo, type Ref, useEffect, useRef, useState } from 'react'
import { useMe } from '../../../lib/me.ts'
import { serverNow } from '../../../lib/server-clock.ts'
import { ProblemPanel } from '../../../ui/problem-panel.tsx'
import { SourceMark } from '../../../ui/source-mark.tsx'
import { trailQuery } from '../case.queries.ts'
import { NoteComposer } from './note-composer.tsx'
import { daysOf } from './trail-days.ts'
import { TrailLine } from './trail-line.tsx'
import classes from './trail.module.css'

function Lines({ entries, empty }: { entries: Parameters<typeof daysOf>[0]; empty: string }) {
  const me = useMe()
  if (entries.length === 0) return <p className={classes.empty}>{empty}</p>
  return daysOf(entries, new Date(serverNow())).map((day) => (
    <section key={day.title} aria-label={day.title}>
      <h3 className={classes.day}>{day.title}</h3>
      <ol className={classes.lines}>
        {day.entries.map((entry) => (
          <TrailLine key={entry.id} entry={entry} me={me.name} />
        ))}
      </ol>
    </section>
  ))
}

/** Who did what on this session: our record and Didit's, merged in time. */
export const TrailPane = memo(function TrailPane({ session, note }: { session: SessionDetail; note: Ref<HTMLTextAreaElement> }) {
  const { data: trail, error, refetch, isFetching } = useQuery(trailQuery(session.id))
  const [who, setWho] = useState<'people' | 'all'>('people')
  const box = useRef<HTMLDivElement>(null)
  const entries = (trail?.entries ?? []).filter((entry) => who === 'all' || entry.person)
  const newest = entries.at(-1)?.id
  useEffect(() => {
    if (box.current && newest !== undefined) box.current.scrollTop = box.current.scrollHeight
  }, [newest])
  return (
    <aside className={classes.pane} aria-labelledby="trail-title">
      <header className={classes.head}>
        <h2 id="trail-title">Trail</h2>
        <div role="group" aria-label="Whose entries" className={classes.switch}>
          <button type="button" aria-pressed={who === 'people'} onClick={() => setWho('people')}>
            People
          </button>
          <button type="button" aria-pressed={who === 'all'} onClick={() => setWho('all')}>
            All {trail?.entries.length ?? ''}
          </button>
        </div>
      </header>
      {/* A scrolling region without controls of its own must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={box} className={classes.scroll} tabIndex={0} role="region" aria-label="Entries">
        {error !== null && trail === undefined && (
          <ProblemPanel error={error} compact onRetry={() => void refetch()} retrying={isFetching} />
        )}
        {trail === undefined && error === null && <p className={classes.empty}>Reading the trail …</p>}
        {trail && (
          <Lines
            entries={entries}
            empty={trail.entries.length === 0 ? 'Nothing has happened here yet.' : 'No person has acted yet. “All” shows what systems did.'}
          />
        )}
        {trail && trail.diditMissing !== null && <p className={classes.missing}>{trail.diditMissing}</p>}
      </div>
      <NoteComposer session={session} field={note} />
      <p className={classes.legend}>
        <SourceMark source="verdict" /> Verdict <SourceMark source="didit" /> Didit
      </p>
    </aside>
  )
})
