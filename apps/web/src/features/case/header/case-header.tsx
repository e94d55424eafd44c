import { Menu, UnstyledButton } from '@mantine/core'
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs'
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import type { SessionDetail } from '@verdict/contract/case'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { age, count, moment, time } from '../../../lib/format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Chip } from '../../../ui/chip.tsx'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { PersonName } from '../../../ui/person-name.tsx'
import { Portrait } from '../../../ui/portrait.tsx'
import { ConnectionDot } from '../../../ui/shell/connection-dot.tsx'
import { PersonMenu } from '../../../ui/shell/person-menu.tsx'
import { SearchButton } from '../../../ui/shell/search-button.tsx'
import { DemoChip } from '../../../ui/shell/top-bar.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import type { CaseQueue } from '../case-page.types.ts'
import { ElsewhereChip } from './elsewhere-chip.tsx'
import classes from './header.module.css'

export interface MenuEntry {
  label: string
  /** Why it cannot be done now, or null. */
  refusal: string | null
  run: () => void
}

function About({ session }: { session: SessionDetail }) {
  const parts = [
    session.number === null ? session.id.slice(0, 8) : String(session.number),
    session.workflow?.label ?? session.workflow?.id.slice(0, 8) ?? 'workflow not stored',
    session.country ?? 'country not known',
    session.createdAt === null ? 'creation time not stored' : `created ${moment(session.createdAt)}`,
  ]
  return (
    <p className={classes.about} title={parts.join(' · ')}>
      <bdi>{parts.join(' · ')}</bdi>
    </p>
  )
}

function Waiting({ session, queue }: { session: SessionDetail; queue: CaseQueue | null }) {
  const now = useNow(30_000)
  if (queue?.level) {
    return (
      <Chip hue={queue.level.over ? 'bad' : 'attention'} icon={IconClock}>
        {queue.level.text}
      </Chip>
    )
  }
  const since = queue?.waitingSince ?? session.createdAt
  if (since === null || session.status !== 'In Review') return null
  return (
    <Chip icon={IconClock} title={`Since ${moment(since)}`}>
      Waits {age(now - Date.parse(since))}
    </Chip>
  )
}

function AsOf({ session }: { session: SessionDetail }) {
  if (!session.stale) return <ConnectionDot />
  return (
    <Chip hue="attention" title="Didit did not answer when this was opened">
      Read at {time(session.asOf)}, not live
    </Chip>
  )
}

interface Props {
  session: SessionDetail
  queue: CaseQueue | null
  menu: readonly MenuEntry[]
  /** Who else is here. */
  also?: ReactNode
  /** False where Esc leads elsewhere than this way back. */
  escapes?: boolean
}

/** Who it is, in what state, how long it waits, and the way back. */
export function CaseHeader({ session, queue, menu, also, escapes = true }: Props) {
  return (
    <header className={classes.head}>
      <Link to={queue ? '/queue' : '/sessions'} className={classes.back} {...(escapes && { 'aria-keyshortcuts': 'Escape' })}>
        <IconChevronLeft size={16} stroke={1.75} aria-hidden />
        {queue ? (queue.position === null ? 'Queue' : `Queue ${count(queue.position)} of ${queue.total}`) : 'Sessions'}
        {escapes && <KeyHint keys="Escape" />}
      </Link>
      <Portrait
        sessionId={session.id}
        kind={session.kind}
        hasPortrait={session.portraitRef !== null}
        mediaRef={session.portraitRef ?? 'portrait'}
        width={32}
        height={40}
        eager
      />
      <div className={classes.who}>
        <div className={classes.nameLine}>
          <h1>
            <PersonName name={session.name} country={session.country} />
          </h1>
          <StatusBadge status={session.status} />
          {session.environment !== null && session.environment !== 'live' && (
            <Chip hue="waiting">{session.environment === 'sandbox' ? 'Sandbox' : session.environment}</Chip>
          )}
          {session.kind === 'business' && <Chip>Company</Chip>}
        </div>
        <About session={session} />
      </div>
      <div className={classes.end}>
        <ElsewhereChip sessionId={session.id} status={session.status} />
        {also}
        <span className={classes.waiting}>
          <Waiting session={session} queue={queue} />
        </span>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <UnstyledButton className={classes.more} aria-label="More for this case">
              <IconDots size={18} aria-hidden />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {menu.map(({ label, refusal, run }) => (
              <Menu.Item key={label} className={classes.entry} disabled={refusal !== null} onClick={run}>
                {label}
                {refusal !== null && <span className={classes.refusal}>{refusal}</span>}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <span className={classes.wide}>
          <span className={classes.rule} />
          <AsOf session={session} />
          <DemoChip />
        </span>
        <SearchButton compact />
        <PersonMenu compact />
      </div>
    </header>
  )
}
