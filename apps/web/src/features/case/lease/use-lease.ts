import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionDetail } from '@verdict/contract/case'
import type { Lease, Presence } from '@verdict/contract/lease'
import { useEffect, useState } from 'react'
import { api } from '../../../lib/api.ts'
import { caseLine } from '../../../lib/case-line.ts'
import { useMay, useMe } from '../../../lib/me.ts'
import { queryKeys } from '../../../lib/query-keys.ts'
import { serverNow } from '../../../lib/server-clock.ts'
import { lastTouch } from './last-touch.ts'

/** A lease lasts 90 s by the standard policy; one heartbeat may get lost. Milliseconds. */
const beats = 30_000
/** Somebody who touches nothing for so long is away, and the case is for others. Milliseconds. */
const awayAfter = 5 * 60_000
/** Milliseconds. */
const asksAgain = 1000

export interface CaseLease {
  /** Who else works on it; null when nobody does. */
  other: Lease | null
  /** It was taken from me here, and I have not taken it again. */
  lost: Lease | null
  /** Colleagues who have it open now. */
  others: Presence['here']
  takeAgain: () => void
  takeOver: (note: string) => Promise<void>
}

/** Nobody asks for what is known to be refused. */
function isHeldByOthers(presence: Presence | undefined, myId: string): boolean {
  const lease = presence?.lease
  return lease !== null && lease !== undefined && lease.holder.id !== myId && Date.parse(lease.until) > serverNow()
}

/** The next beat, or half a second after the end of somebody's lease: an end is no news. */
function nextBeat(presence: Presence | undefined, myId: string): number {
  const lease = presence?.lease
  if (!lease || lease.holder.id === myId) return beats
  return Math.min(beats, Math.max(1000, Date.parse(lease.until) - serverNow() + 500))
}

/**
 * Works on a case: takes its lease when it opens or becomes free, renews it while the tab is in sight and somebody is
 * at it, and gives it back on leaving. Those who may not decide are only seen to be here.
 */
export function useLease(session: SessionDetail): CaseLease {
  const client = useQueryClient()
  const me = useMe()
  const may = useMay()
  const { id } = session
  const [lost, setLost] = useState<Lease | null>(null)
  const works = may('decisions.make') && session.status === 'In Review' && lost === null
  const { data: presence, refetch } = useQuery({
    queryKey: queryKeys.presence(id),
    queryFn: async () => {
      if (Date.now() - lastTouch.at() > awayAfter) return api.presence(id)
      if (!works || !isHeldByOthers(client.getQueryData(queryKeys.presence(id)), me.id)) return caseLine.come(id, works)
      const now = await caseLine.come(id, false)
      return now.lease === null ? caseLine.come(id, true) : now
    },
    refetchInterval: (query) => nextBeat(query.state.data, me.id),
    refetchOnWindowFocus: 'always',
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  const lease = presence?.lease ?? null
  const mine = lease?.holder.id === me.id
  const [had, setHad] = useState(false)
  if (mine && !had) setHad(true)
  if (mine && lost !== null) setLost(null)
  if (!mine && had && lost === null && lease?.takenFrom?.id === me.id) setLost(lease)

  useEffect(() => {
    const quiet = lastTouch.onReturn(() => void refetch())
    return () => {
      quiet()
      caseLine.leave(id)
    }
  }, [id, refetch])

  // The case itself says what may be done while somebody is on it. Asked until both agree: an answer may be older.
  const blockedHere = lease !== null && !mine
  const blockedThere = session.lease !== null && session.lease.holder.id !== me.id
  const differs = presence !== undefined && blockedHere !== blockedThere
  useEffect(() => {
    if (!differs) return undefined
    const ask = (): void => void client.invalidateQueries({ queryKey: queryKeys.session(id), exact: true })
    ask()
    const asking = setInterval(ask, asksAgain)
    return () => {
      clearInterval(asking)
    }
  }, [client, id, differs])

  return {
    other: blockedHere ? lease : null,
    lost,
    others: (presence?.here ?? []).filter((person) => person.id !== me.id),
    takeAgain: () => {
      setHad(false)
      setLost(null)
      void caseLine.come(id, true).then(
        (now) => client.setQueryData(queryKeys.presence(id), now),
        () => undefined,
      )
    },
    takeOver: async (note) => {
      client.setQueryData(queryKeys.presence(id), await caseLine.takeOver(id, note))
    },
  }
}
