import { Button } from '@mantine/core'
import type { SessionDetail } from '@verdict/contract/case'
import { memo, type Ref, useState } from 'react'
import { useMe } from '../../../lib/me.ts'
import { serverNow } from '../../../lib/server-clock.ts'
import { ProblemPanel } from '../../../ui/problem-panel.tsx'
import { SourceMark } from '../../../ui/source-mark.tsx'
import { NoteComposer } from './note-composer.tsx'
import { daysOf } from './trail-days.ts'
import { TrailLine } from './trail-line.tsx'
import classes from './trail.module.css'
import { useTrail } from './use-trail.ts'

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

/** Stands where Didit's entries will: before ours. */
function Unread({ reading, onRead }: { reading: boolean; onRead: (() => void) | null }) {
  return (
    <p className={classes.missing}>
      {reading || onRead === null ? (
        'Didit’s own trail is being read …'
      ) : (
        <>
          Didit’s own trail is not read yet: what colleagues wrote there is missing.{' '}
          <Button variant="default" size="compact-xs" onClick={onRead}>
            Read it
          </Button>
        </>
      )}
    </p>
  )
}

/** Who did what on this session: our record and Didit's, merged in time. */
export const TrailPane = memo(function TrailPane({ session, note }: { session: SessionDetail; note: Ref<HTMLTextAreaElement> }) {
  const { trail, error, refetch, isFetching, readDidit } = useTrail(session.id)
  const [who, setWho] = useState<'people' | 'all'>('people')
  const entries = (trail?.entries ?? []).filter((entry) => who === 'all' || entry.person)
  return (
    <aside className={classes.pane} aria-labelledby="trail-title">
      <header className={classes.head}>
        <h2 id="trail-title">Trail</h2>
        <div role="group" aria-label="Whose entries" className={classes.switch}>
          <button type="button" aria-pressed={who === 'people'} onClick={() => setWho('people')}>
            People
          </button>
          <button
            type="button"
            aria-pressed={who === 'all'}
            onClick={() => {
              setWho('all')
              readDidit?.()
            }}
          >
            All {readDidit === null ? (trail?.entries.length ?? '') : ''}
          </button>
        </div>
      </header>
      {/* A scrolling region without controls of its own must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Entries">
        <div>
          {error !== null && trail === undefined && (
            <ProblemPanel error={error} compact onRetry={() => void refetch()} retrying={isFetching} />
          )}
          {trail === undefined && error === null && <p className={classes.empty}>Reading the trail …</p>}
          {trail?.diditUnread && <Unread reading={isFetching} onRead={readDidit} />}
          {trail && (
            <Lines
              entries={entries}
              empty={
                trail.entries.length === 0 ? 'Nothing has happened here yet.' : 'No person has acted yet. “All” shows what systems did.'
              }
            />
          )}
          {trail && trail.diditMissing !== null && <p className={classes.missing}>{trail.diditMissing}</p>}
        </div>
      </div>
      <NoteComposer session={session} field={note} />
      <p className={classes.legend}>
        <SourceMark source="verdict" /> Verdict <SourceMark source="didit" /> Didit
      </p>
    </aside>
  )
})
