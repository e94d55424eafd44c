import { Button } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import IconBan from '@tabler/icons-react/dist/esm/icons/IconBan.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import IconRotateClockwise from '@tabler/icons-react/dist/esm/icons/IconRotateClockwise.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { Link } from '@tanstack/react-router'
import type { SessionDetail } from '@verdict/contract/case'
import type { ReactNode } from 'react'
import { plural } from '../../../lib/format.ts'
import { markClass } from '../../../ui/chip.tsx'
import { KeyHint } from '../../../ui/key-hint.tsx'
import type { Hue } from '../../../ui/vocabulary.ts'
import type { WarningWalk } from '../warnings/use-warning-walk.ts'
import classes from './actions.module.css'
import { DecisionState, isUnderWay, LastDecision } from './decision-state.tsx'

export interface Refusals {
  approve: string | null
  decline: string | null
  resubmit: string | null
  blocklist: string | null
}

/** Why something cannot be done now, in words, or null. Approving waits for an answer to each warning that counts. */
export function refusalsOf(session: SessionDetail, walk: WarningWalk): Refusals {
  const { approve, decline, resubmit, blocklist } = session.actions
  const why = (action: { allowed: boolean; reason: string | null }) => (action.allowed ? null : (action.reason ?? 'Not possible now.'))
  const open = walk.open.length
  const some = walk.answered > 0
  return {
    approve: why(approve) ?? (open > 0 ? `Approve needs ${plural(open, some ? 'more answer' : 'answer')}` : null),
    decline: why(decline),
    resubmit: why(resubmit),
    blocklist: why(blocklist),
  }
}

/** One line above the buttons: the reason that most of them share, else the first. */
function refusalLine({ approve, decline, resubmit }: Refusals): string | null {
  if (decline !== null && decline === approve) return decline
  const said = [approve, decline === null ? null : `Decline: ${decline}`, resubmit === null ? null : `Resubmit: ${resubmit}`]
  return said.filter((line) => line !== null).join(' · ') || null
}

interface ActionProps {
  word: string
  keys: string
  icon: TablerIcon
  hue?: Hue
  refusal: string | null
  quiet?: boolean
  onClick: () => void
}

function Action({ word, keys, icon: Icon, hue = 'plain', refusal, quiet = false, onClick }: ActionProps) {
  return (
    <Button
      variant={quiet ? 'subtle' : 'default'}
      color="gray"
      className={quiet ? classes.quietAction : classes.action}
      disabled={refusal !== null}
      title={refusal ?? undefined}
      aria-keyshortcuts={keys}
      leftSection={<Icon size={18} stroke={1.75} className={refusal === null ? markClass[hue] : undefined} aria-hidden />}
      rightSection={<KeyHint keys={keys} />}
      onClick={onClick}
    >
      {word}
    </Button>
  )
}

interface Props {
  session: SessionDetail
  refusals: Refusals
  rationale: ReactNode
  /** Reason picker or problem, above the bar. */
  above: ReactNode
  on: { approve: () => void; decline: () => void; resubmit: () => void; blocklist: () => void }
}

/** Rationale and the ways to end the case, all of the same weight. */
export function ActionBar({ session, refusals, rationale, above, on }: Props) {
  const line = refusalLine(refusals)
  return (
    <section className={classes.bar} aria-label="Actions">
      {above}
      {rationale}
      {isUnderWay(session.decision) ? (
        <DecisionState decision={session.decision} />
      ) : (
        <div className={classes.end}>
          <div className={classes.refusal}>
            {session.decision !== null && <LastDecision decision={session.decision} />}
            {session.awaiting !== null && (
              <p>
                {session.awaiting.why.join(' ')}{' '}
                <Link to="/approvals" search={{ id: session.awaiting.approvalId }}>
                  Open under Approvals
                </Link>
              </p>
            )}
            {line !== null && (
              <p>
                <IconLock size={14} stroke={1.75} aria-hidden /> {line}
              </p>
            )}
          </div>
          <div className={classes.buttons}>
            <Action word="Blocklist" keys="b" icon={IconBan} quiet refusal={refusals.blocklist} onClick={on.blocklist} />
            <Action word="Resubmit" keys="r" icon={IconRotateClockwise} hue="waiting" refusal={refusals.resubmit} onClick={on.resubmit} />
            <Action word="Decline" keys="d" icon={IconX} hue="bad" refusal={refusals.decline} onClick={on.decline} />
            <Action word="Approve" keys="a" icon={IconCheck} hue="good" refusal={refusals.approve} onClick={on.approve} />
          </div>
        </div>
      )}
    </section>
  )
}
