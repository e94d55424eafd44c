import { numbered } from '../../lib/numbered.ts'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { SessionDetail } from '@verdict/contract/case'
import { ageSince, moment, score } from '../../lib/format.ts'
import { ariaKeys } from '../../lib/keys/key-names.ts'
import { sessionQuery } from '../../lib/shared.queries.ts'
import { Chip } from '../../ui/chip.tsx'
import { stripLabel } from '../../ui/feature-strip.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { SeverityMark } from '../../ui/marks.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { Portrait } from '../../ui/portrait.tsx'
import styles from './queue.module.css'
import { whyMarks } from './queue.words.ts'
import type { ShownRow } from './use-queue-rows.ts'

interface QueuePreviewProps {
  row: ShownRow
  now: number
  policy: number | undefined
  onOpen: () => void
  onWake: () => void
}

/** What to know before opening: who, the worst warnings, why it stands here. */
export function QueuePreview({ row, now, policy, onOpen, onWake }: QueuePreviewProps) {
  // Read ahead by the list when somebody rests on the row; the preview itself asks for nothing.
  const known = useQuery({ ...sessionQuery(row.id), enabled: false }).data
  const rest = (row.warningCount ?? 0) - (row.warnings?.length ?? 0)
  return (
    <aside className={styles.preview} aria-label="Preview">
      <div className={styles.previewScroll}>
        <div className={styles.previewHead}>
          <Faces row={row} known={known} />
          <div>
            <h2 className={styles.previewName}>
              <PersonName name={row.name} country={row.country} />
            </h2>
            <p className={styles.previewMeta}>
              {[row.number, row.country, row.documentType, row.workflow?.label].filter(Boolean).join(' · ')}
            </p>
            <p className={styles.previewMeta}>As Didit said {moment(row.asOf)}</p>
          </div>
        </div>
        <section className={styles.previewPart} aria-labelledby="things">
          <h3 id="things">{thingsTitle(row)}</h3>
          {numbered(row.warnings ?? []).map(({ key, item: warning }) => (
            <div key={key} className={styles.thing}>
              <SeverityMark severity={warning.severity} />
              <div>
                <b>{warning.title}</b>
                <span>{known?.warnings.find(({ code }) => code === warning.code)?.description ?? severityLine[warning.severity]}</span>
              </div>
            </div>
          ))}
          {rest > 0 && <p className={styles.previewMeta}>and {rest} more in the case</p>}
          {row.warnings === null && <p className={styles.previewMeta}>The warnings of this case are being read.</p>}
          {row.features && (
            <p className={styles.previewMeta} style={{ marginTop: 8 }}>
              {stripLabel(row.features)}
            </p>
          )}
        </section>
        <section className={styles.previewPart} aria-labelledby="why">
          <h3 id="why">Why here</h3>
          <div className={styles.chips}>
            {row.why.map((why) => (
              <Chip key={why.code} hue={whyMarks[why.code].hue} icon={whyMarks[why.code].icon}>
                {why.text}
              </Chip>
            ))}
          </div>
          {row.snooze && (
            <p className={styles.previewMeta} style={{ marginTop: 8 }}>
              Put off by <bdi>{row.snooze.by.name}</bdi> until {snoozedUntil(row.snooze)}: {row.snooze.reason}{' '}
              <Button variant="default" size="compact-xs" onClick={onWake}>
                Bring back
              </Button>
            </p>
          )}
          <p className={styles.previewMeta} style={{ marginTop: 8 }}>
            Waits for {ageSince(row.waitingSince, now)}
            {policy !== undefined && ` · policy ${policy}`}
            {row.pending && ` · ${row.pending.by} has a decision under way`}
            {row.pending === null && row.lease && ` · ${row.lease.holder.name} is on it`}
          </p>
        </section>
      </div>
      <div className={styles.previewFoot}>
        <Button
          fullWidth
          justify="space-between"
          rightSection={<KeyHint keys="Enter" onFilled />}
          aria-keyshortcuts={ariaKeys('Enter')}
          onClick={onOpen}
        >
          {row.secondLook ? 'Open the second look' : 'Open case'}
        </Button>
        <div className={styles.hints}>
          <span>
            <KeyHint keys="n" /> take next
          </span>
          <span>
            <KeyHint keys="j k" /> move
          </span>
          <span>
            <KeyHint keys="p" /> hide preview
          </span>
        </div>
      </div>
    </aside>
  )
}

/** The event that it waits for, or the time. */
function snoozedUntil({ untilEvent, until }: NonNullable<ShownRow['snooze']>): string {
  const events = { documents: 'something new comes in', note: 'somebody writes a note', status: 'its state changes' }
  return untilEvent === null ? moment(until) : events[untilEvent]
}

const severityLine = {
  declines: 'Declines by the rules of its workflow.',
  review: 'Sent to review.',
  information: 'For information.',
  unknown: 'Its weight is not known.',
}

function thingsTitle(row: ShownRow): string {
  const known = row.warnings?.length ?? 0
  if (known === 0) return 'To know'
  return known === 1 ? 'One thing to know' : known === 2 ? 'Two things to know' : 'Three things to know'
}

/** Portrait, selfie and how alike the machine finds them; the boxes stand before the pictures are known. */
function Faces({ row, known }: { row: ShownRow; known: SessionDetail | undefined }) {
  const selfie = known?.media.find((item) => item.kind === 'image' && (item.role === 'selfie' || item.role === 'faceSource'))
  const match = known?.sections.flatMap((section) => section.runs).find((run) => run.kind === 'faceMatch')
  return (
    <div className={styles.faces}>
      {row.kind === 'user' && (
        <Portrait
          sessionId={row.id}
          kind={row.kind}
          hasPortrait={selfie !== undefined || known === undefined}
          mediaRef={selfie?.ref ?? 'portrait'}
          width={72}
          height={90}
          alt={selfie ? 'Selfie' : null}
        />
      )}
      <Portrait sessionId={row.id} kind={row.kind} hasPortrait={row.hasPortrait} width={72} height={90} alt="Portrait of the document" />
      {match?.kind === 'faceMatch' && match.data.score !== null && (
        <div className={styles.match}>
          <span className={styles.previewMeta}>Face match</span>
          <span className={styles.matchScore}>{score(match.data.score)}</span>
          <span className={styles.previewMeta}>of 100</span>
        </div>
      )}
    </div>
  )
}
