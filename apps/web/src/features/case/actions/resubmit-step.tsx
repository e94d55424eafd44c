import { Checkbox } from '@mantine/core'
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs'
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs'
import type { SessionDetail } from '@verdict/contract/case'
import type { ResubmitStep } from '@verdict/contract/decision'
import type { MediaItem } from '@verdict/contract/media'
import { useState } from 'react'
import { mediaUrl } from '../../../lib/api.ts'
import { day, plural } from '../../../lib/format.ts'
import { FeatureBadge } from '../../../ui/status-badge.tsx'
import { dataOf, mediaOf, runsAtOnce, stepKey } from './resubmit-plan.ts'
import classes from './resubmit.module.css'

function Capture({ sessionId, item }: { sessionId: string; item: MediaItem }) {
  const [failed, setFailed] = useState(false)
  const Icon = item.kind === 'video' ? IconVideo : IconFileText
  return (
    <span className={classes.capture}>
      {item.kind === 'image' && !failed ? (
        <img
          src={mediaUrl(sessionId, item.ref)}
          alt=""
          width={44}
          height={30}
          decoding="async"
          loading="lazy"
          onError={() => setFailed(true)}
        />
      ) : (
        <Icon size={18} stroke={1.5} aria-hidden />
      )}
    </span>
  )
}

function timesBefore({ askedBefore, lastAsked }: ResubmitStep): string | null {
  if (askedBefore === 0) return null
  return `Asked ${plural(askedBefore, 'time')} before${lastAsked === null ? '' : `, last on ${day(lastAsked)}`}`
}

/** What Didit deletes with a step: the words in red and the pictures themselves struck once it is chosen. */
function Erased({ session, step, chosen }: { session: SessionDetail; step: ResubmitStep; chosen: boolean }) {
  const media = mediaOf(session, step)
  const words = [...new Set(media.map(({ label }) => label)), ...dataOf(session, step)]
  if (words.length === 0) return null
  return (
    <div className={classes.erased} data-chosen={chosen || undefined}>
      {media.length > 0 && (
        <span className={classes.captures} aria-hidden>
          {media.slice(0, 6).map((item) => (
            <Capture key={item.ref} sessionId={session.id} item={item} />
          ))}
          {media.length > 6 && <small>+{media.length - 6}</small>}
        </span>
      )}
      <span>
        {chosen ? 'Didit deletes: ' : 'Would be deleted: '}
        {words.join(', ')}
      </span>
    </div>
  )
}

/** One step of the workflow: whether it can be asked again, how often it was, and what that costs. */
export function ResubmitStepRow({
  session,
  step,
  chosen,
  first,
}: {
  session: SessionDetail
  step: ResubmitStep
  chosen: boolean
  first: boolean
}) {
  const before = timesBefore(step)
  return (
    <li>
      <Checkbox
        value={stepKey(step)}
        {...(first ? { 'data-autofocus': true } : {})}
        disabled={!step.allowed}
        label={step.label}
        description={step.allowed ? undefined : (step.reason ?? 'Cannot be asked again.')}
      />
      <span className={classes.state}>{step.status === null ? <small>Has not run</small> : <FeatureBadge status={step.status} />}</span>
      {step.allowed && (
        <div className={classes.about}>
          {runsAtOnce(step) && <small>Didit runs this by itself; the applicant does nothing.</small>}
          {before !== null && <small className={step.askedBefore > 1 ? classes.often : undefined}>{before}</small>}
          <Erased session={session} step={step} chosen={chosen} />
        </div>
      )}
    </li>
  )
}
