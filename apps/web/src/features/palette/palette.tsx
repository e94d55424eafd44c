import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/spotlight/styles.layer.css'
import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlightStore, Spotlight } from '@mantine/spotlight'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { SessionRow } from '@verdict/contract/session'
import { useEffect, useState } from 'react'
import { useMay } from '../../lib/me.ts'
import { asProblem } from '../../lib/problem.ts'
import { useReturnFocus } from '../../lib/return-focus.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { Portrait } from '../../ui/portrait.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useCommands, type Command } from './palette.commands.tsx'
import styles from './palette.module.css'
import { paletteSearchQuery } from './palette.queries.ts'

/** The palette exists only while it is open. */
function openedStore(): ReturnType<typeof createSpotlightStore> {
  const store = createSpotlightStore()
  store.updateState((state) => ({ ...state, opened: true }))
  return store
}

/** Search over all sessions and every command of the page; opened by Ctrl K or the search box. */
export function Palette({ onClose }: { onClose: () => void }) {
  useReturnFocus()
  const [store] = useState(openedStore)
  const [query, setQuery] = useState('')
  const commands = useCommands()

  const needle = query.trim().toLocaleLowerCase('en-GB')
  const fitting = commands.filter((command) => command.label.toLocaleLowerCase('en-GB').includes(needle))
  const groups = [...new Set(fitting.map((command) => command.group))]
  const found = usePaletteSessions(query.trim())
  const first = found.rows[0]?.id ?? fitting[0]?.id
  useEffect(() => {
    // Enter takes the first that fits what was typed, so it is marked; with nothing typed Enter does nothing.
    const list = document.getElementById(store.getState().listId)
    list?.querySelector('[data-selected]')?.removeAttribute('data-selected')
    const fits = needle === '' ? null : list?.querySelector('[data-action]')
    fits?.setAttribute('data-selected', 'true')
    store.updateState((state) => ({ ...state, selected: fits ? 0 : -1 }))
    // oxlint-disable-next-line react/exhaustive-deps -- the list is marked anew when what stands first in it changes
  }, [store, needle, first])
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      clearQueryOnClose={false}
      scrollable
      maxHeight={440}
      size={640}
      radius={12}
      attributes={{ content: { 'aria-label': 'Search and commands' } }}
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      classNames={{ content: styles.content ?? '' }}
      transitionProps={{ duration: 120 }}
    >
      <Spotlight.Search placeholder="Search name, number, document, or a command" aria-label="Search sessions and commands" />
      <Spotlight.ActionsList>
        <Sessions query={query.trim()} found={found} />
        {groups.map((group) => (
          <CommandGroup key={group} title={group} commands={fitting.filter((command) => command.group === group)} />
        ))}
        {fitting.length === 0 && query.trim().length < 2 && <Spotlight.Empty>No command has this name.</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function CommandGroup({ title, commands }: { title: string; commands: readonly Command[] }) {
  return (
    <>
      <div className={styles.group}>{title}</div>
      {commands.map((command) => (
        <Spotlight.Action key={command.id} className={styles.action ?? ''} onClick={command.run}>
          <command.icon size={16} stroke={1.75} className={styles.icon} aria-hidden />
          <span className={styles.text}>{command.label}</span>
          {command.keys && <KeyHint keys={command.keys} />}
        </Spotlight.Action>
      ))}
    </>
  )
}

interface FoundSessions {
  rows: readonly SessionRow[]
  error: unknown
  /** The rows answer what is in the field now. */
  settled: boolean
  asks: boolean
}

function usePaletteSessions(query: string): FoundSessions {
  const may = useMay()('sessions.read')
  const [asked] = useDebouncedValue(query, 180)
  const search = useQuery({ ...paletteSearchQuery(asked), enabled: asked.length >= 2 && may })
  const asks = may && query.length >= 2
  return {
    rows: asks ? (search.data?.rows ?? []) : [],
    error: search.error,
    settled: asked === query && !search.isFetching,
    asks,
  }
}

function Sessions({ query, found }: { query: string; found: FoundSessions }) {
  const navigate = useNavigate()
  const { rows, error, settled, asks } = found
  if (!asks) return null
  return (
    <>
      <div className={styles.group} role="status">
        {error
          ? `${asProblem(error).title} ${asProblem(error).detail}`
          : !settled
            ? 'Sessions · searching'
            : rows.length === 0
              ? `No session fits “${query}”`
              : 'Sessions'}
      </div>
      {rows.map((row) => (
        <SessionAction key={row.id} row={row} onOpen={() => void navigate({ to: '/sessions/$sessionId', params: { sessionId: row.id } })} />
      ))}
    </>
  )
}

function SessionAction({ row, onOpen }: { row: SessionRow; onOpen: () => void }) {
  return (
    <Spotlight.Action className={styles.action ?? ''} onClick={onOpen}>
      <Portrait sessionId={row.id} kind={row.kind} hasPortrait={row.hasPortrait} width={24} height={30} />
      <span className={styles.text}>
        <div className={styles.name}>
          <PersonName name={row.name} country={row.country} />
        </div>
        <div className={styles.meta}>{[row.number, row.country, row.workflow?.label].filter(Boolean).join(' · ')}</div>
      </span>
      <StatusBadge status={row.status} />
    </Spotlight.Action>
  )
}
