import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { asProblem } from '../../lib/problem.ts'
import { useNow } from '../../lib/use-now.ts'
import { KeyHint } from '../key-hint.tsx'
import { decisionTerms } from '../vocabulary.ts'
import { consequence, headline, isOver, secondsLeft, whose, type HeldDecision } from './hold-state.ts'
import styles from './hold-toast.module.css'

interface HoldToastsProps {
  decisions: readonly HeldDecision[]
  /** At the foot of the page; above the action bar otherwise. */
  low: boolean
  busy: boolean
  refusal: { id: string; error: unknown } | null
  goodEndStays: number
  onUndo: (decision: HeldDecision) => void
  onSend: (id: string) => void
  onClose: (decision: Pick<HeldDecision, 'id' | 'state'>) => void
}

const most = 6

/** Decisions under way, the newest at the bottom: none is hidden while it can be undone. */
export function HoldToasts({ decisions, low, ...rest }: HoldToastsProps) {
  const shown = decisions.slice(0, most)
  const more = decisions.length - shown.length
  return (
    <section aria-label="Decisions under way" className={`${styles.stack} ${low ? styles.list : ''}`}>
      <Announcement decision={decisions[0]} />
      {more > 0 && <div className={`${styles.toast} ${styles.slim}`}>and {more} more under way</div>}
      {shown.toReversed().map((decision) => (
        <HoldToast key={decision.id} decision={decision} newest={decision === decisions[0]} {...rest} />
      ))}
    </section>
  )
}

/** Said at start and end only: the running seconds stay silent. */
function Announcement({ decision }: { decision: HeldDecision | undefined }) {
  const said = !decision
    ? ''
    : decision.state === 'held'
      ? `${headline(decision, null)} soon: ${whose(decision)}. Undo with U.`
      : decision.state === 'sending'
        ? null
        : `${headline(decision, null)}: ${whose(decision)}. ${consequence(decision) ?? ''}`
  const [kept, keep] = useState('')
  if (said !== null && said !== kept) keep(said)
  return (
    <div role="status" className="v-hidden">
      {said ?? kept}
    </div>
  )
}

type HoldToastProps = Omit<HoldToastsProps, 'decisions' | 'low'> & {
  decision: HeldDecision
  newest: boolean
}

function HoldToast({ decision, newest, busy, refusal, goodEndStays, onUndo, onSend, onClose }: HoldToastProps) {
  const now = useNow(250)
  const seconds = secondsLeft(decision, now)
  const { id, state } = decision
  const goodEnd = state === 'settled' || state === 'undone' || state === 'awaiting_second'
  useEffect(() => {
    if (!goodEnd) return undefined
    const timer = setTimeout(() => {
      onClose({ id, state })
    }, goodEndStays)
    return () => {
      clearTimeout(timer)
    }
  }, [goodEnd, id, state, goodEndStays, onClose])

  const problem = refusal?.id === decision.id ? asProblem(refusal.error) : null
  const more = problem ? `${problem.title} ${problem.detail}` : consequence(decision)
  return (
    <div className={styles.toast} data-state={decision.state}>
      <Lead decision={decision} seconds={seconds} />
      <div className={styles.words}>
        <div className={styles.title}>{headline(decision, seconds)}</div>
        <div className={`${styles.sub} ${more ? styles.long : ''}`}>
          <bdi>{whose(decision)}</bdi>
          {more && <> · {more}</>}
        </div>
      </div>
      {decision.state === 'held' ? (
        <>
          {decision.bulkId ? (
            <Link to="/bulk/$bulkId" params={{ bulkId: decision.bulkId }} className={styles.button}>
              Open list
            </Link>
          ) : (
            <button
              type="button"
              className={styles.button}
              disabled={busy}
              onClick={() => {
                onSend(decision.id)
              }}
            >
              Send now
            </button>
          )}
          <button
            type="button"
            className={`${styles.button} ${styles.strong}`}
            disabled={busy}
            {...(newest ? { 'aria-keyshortcuts': 'U' } : {})}
            onClick={() => {
              onUndo(decision)
            }}
          >
            {decision.bulkId ? 'Undo all' : 'Undo'} {newest && <KeyHint keys="u" onFilled />}
          </button>
        </>
      ) : (
        <>
          {decision.bulkId && (
            <Link to="/bulk/$bulkId" params={{ bulkId: decision.bulkId }} className={styles.button}>
              Open list
            </Link>
          )}
          {decision.state !== 'settled' && !decision.bulkId && (
            <Link to="/sessions/$sessionId" params={{ sessionId: decision.sessionId }} className={styles.button}>
              Open case
            </Link>
          )}
          {isOver(decision) && (
            <button
              type="button"
              className={styles.button}
              aria-label="Close"
              onClick={() => {
                onClose(decision)
              }}
            >
              <IconX size={16} aria-hidden />
            </button>
          )}
        </>
      )}
    </div>
  )
}

const around = 2 * Math.PI * 12

/** The ring steps each second; with reduced motion the number stands alone. */
function Lead({ decision, seconds }: { decision: HeldDecision; seconds: number | null }) {
  const [total] = useState(Math.max(seconds ?? 1, 1))
  if (seconds === null) {
    const Icon = decisionTerms[decision.state].icon
    return <Icon size={20} stroke={1.75} className={styles.icon} aria-hidden />
  }
  return (
    <span className={styles.ring} aria-hidden>
      <svg width="28" height="28" viewBox="0 0 28 28" fill="none" strokeWidth="2.5">
        <circle cx="14" cy="14" r="12" className={styles.track} />
        <circle
          cx="14"
          cy="14"
          r="12"
          stroke="currentColor"
          strokeLinecap="round"
          strokeDasharray={around}
          strokeDashoffset={around * (1 - seconds / total)}
        />
      </svg>
      {seconds}
    </span>
  )
}
