import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DecisionList } from '@verdict/contract/decision'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { api } from '../../lib/api.ts'
import { useKeys } from '../../lib/keys/use-keys.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import { decisionsQuery } from '../../lib/shared.queries.ts'
import { groupBulk } from './group-bulk.ts'
import { isOver, type HeldDecision } from './hold-state.ts'
import { HoldToasts } from './hold-toast.tsx'

interface Hold {
  /** Shows a decision that was just accepted; the toast follows it to its end. */
  track: (decision: HeldDecision) => void
  /** Newest first: what this person has under way, and what ended a moment ago. */
  decisions: readonly HeldDecision[]
}

const HoldContext = createContext<Hold | null>(null)

/** How long a good end stays in sight; milliseconds. Bad ends stay until they are closed. */
const goodEndStays = 6000

/** What was closed comes back when it stands differently: a second person may agree hours later. */
const closedKey = ({ id, state }: Pick<HeldDecision, 'id' | 'state'>): string => `${id} ${state}`

export function useHold(): Hold {
  const hold = useContext(HoldContext)
  if (!hold) throw new Error('useHold needs a HoldProvider above it')
  return hold
}

/** Follows my decisions wherever I am; `enabled` is false for people who decide nothing. */
export function HoldProvider({ children, enabled, low }: { children: ReactNode; enabled: boolean; low: boolean }) {
  const queryClient = useQueryClient()
  const { data } = useQuery({ ...decisionsQuery, enabled })
  const [tracked, setTracked] = useState<readonly HeldDecision[]>([])
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [refusal, setRefusal] = useState<{ id: string; error: unknown } | null>(null)

  const decisions = useMemo(() => {
    const listed = data?.decisions ?? []
    const known = new Set(listed.map((decision) => decision.id))
    // A decision that has ended keeps its place: its time to send is gone from it, but not from when it was made.
    const due = new Map(tracked.map((decision) => [decision.id, decision.sendsAt]))
    const time = ({ id, sendsAt }: HeldDecision) => Date.parse(sendsAt ?? due.get(id) ?? '')
    return [...tracked.filter((decision) => !known.has(decision.id)), ...listed.toReversed()].toSorted((a, b) => time(b) - time(a) || 0)
  }, [data, tracked])

  const track = useCallback(
    (decision: HeldDecision) => {
      setTracked((before) => [decision, ...before.filter((each) => each.id !== decision.id)].slice(0, 20))
      void queryClient.invalidateQueries({ queryKey: queryKeys.decisions })
    },
    [queryClient],
  )

  const seen = useSeenOpen(decisions)
  useEnds(decisions, seen, (ended) => {
    void queryClient.invalidateQueries({ queryKey: queryKeys.session(ended.sessionId) })
    void queryClient.invalidateQueries({ queryKey: queryKeys.queue })
  })

  const act = useMutation({
    mutationFn: async ({ id, what, together }: { id: string; what: 'undo' | 'send'; together: boolean }) => {
      if (!together) return what === 'undo' ? api.undo(id) : api.sendNow(id)
      await api.undoBulk(id)
      return null
    },
    onSuccess: (decision) => {
      setRefusal(null)
      if (decision === null) {
        void queryClient.invalidateQueries({ queryKey: queryKeys.bulks })
        return
      }
      queryClient.setQueryData(queryKeys.decisions, (old: DecisionList | undefined) => ({
        decisions: [...(old?.decisions ?? []).filter((each) => each.id !== decision.id), decision],
      }))
    },
    onError: (error, { id }) => {
      setRefusal({ id, error })
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.decisions }),
  })

  const held = decisions.find((decision) => decision.state === 'held')
  useKeys('Everywhere', [
    {
      keys: ['u'],
      label: 'Undo the newest held decision',
      enabled: held !== undefined,
      run: () => {
        if (held) act.mutate({ id: held.bulkId ?? held.id, what: 'undo', together: Boolean(held.bulkId) })
      },
    },
  ])

  const close = useCallback((decision: Pick<HeldDecision, 'id' | 'state'>) => {
    setClosed((before) => new Set(before).add(closedKey(decision)))
  }, [])
  const value = useMemo(() => ({ track, decisions }), [track, decisions])
  // What has waited for a second person since before this page stands under Approvals.
  const isNews = ({ id, state }: HeldDecision) => state !== 'awaiting_second' || tracked.some((each) => each.id === id)
  const shown = groupBulk(decisions.filter((decision) => (isOver(decision) ? seen.has(decision.id) : isNews(decision)))).filter(
    (decision) => !closed.has(closedKey(decision)),
  )
  return (
    <HoldContext value={value}>
      {children}
      <HoldToasts
        decisions={shown}
        low={low}
        busy={act.isPending}
        refusal={refusal}
        goodEndStays={goodEndStays}
        onUndo={({ id, bulkId }) => {
          act.mutate({ id, what: 'undo', together: Boolean(bulkId) })
        }}
        onSend={(id) => {
          act.mutate({ id, what: 'send', together: false })
        }}
        onClose={close}
      />
    </HoldContext>
  )
}

/** Ids that were seen before their end: an end from before this page was opened is no news. */
function useSeenOpen(decisions: readonly HeldDecision[]): ReadonlySet<string> {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const fresh = decisions.filter((decision) => !isOver(decision) && !seen.has(decision.id))
  if (fresh.length > 0) setSeen(new Set([...seen, ...fresh.map((decision) => decision.id)]))
  return seen
}

/** Calls `onEnd` once for each decision that comes to its end while it is watched. */
function useEnds(decisions: readonly HeldDecision[], seen: ReadonlySet<string>, onEnd: (decision: HeldDecision) => void): void {
  const told = useRef(new Set<string>())
  useEffect(() => {
    for (const decision of decisions) {
      if (!isOver(decision) || !seen.has(decision.id) || told.current.has(decision.id)) continue
      told.current.add(decision.id)
      onEnd(decision)
    }
  })
}
