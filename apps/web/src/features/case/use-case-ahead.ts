import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionDetail } from '@verdict/contract/case'
import { startTransition, useEffect, useState } from 'react'
import { sessionQuery } from '../../lib/shared.queries.ts'
import { keepWarm, warmCase } from '../../lib/use-warm-case.ts'
import type { CaseQueue } from './case-page.types.ts'
import { warmPictures } from './evidence/first-media.ts'

/** After the case that was just opened has painted and loaded its own pictures; milliseconds. */
const startsAfter = 250

/** One after the other, so that the nearest is whole before the next one costs anything. */
async function warmInTurn(client: QueryClient, ids: readonly string[], gone: AbortSignal, warm: (id: string) => void): Promise<void> {
  for (const id of ids) {
    if (gone.aborted) return
    await warmCase(client, id)
    const session = client.getQueryData(sessionQuery(id).queryKey)
    if (session) await warmPictures(session)
    if (session && !gone.aborted) warm(id)
  }
}

/** Reads the next cases ahead; the very next one, as soon as it and its pictures are there, else null. */
export function useCaseAhead(sessionId: string, queue: CaseQueue | null): SessionDetail | null {
  const client = useQueryClient()
  const [warm, setWarm] = useState<string | null>(null)
  const nextId = queue?.nextId ?? null
  const ahead = queue?.aheadIds.join(' ') ?? ''

  useEffect(() => keepWarm(client, sessionId), [client, sessionId])
  useEffect(() => {
    if (ahead === '') return undefined
    const leaving = new AbortController()
    const ids = ahead.split(' ')
    const ready = (id: string) => {
      if (id === ids[0]) startTransition(() => setWarm(id))
    }
    const timer = setTimeout(() => void warmInTurn(client, ids, leaving.signal, ready), startsAfter)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [client, ahead])

  const id = warm !== null && warm === nextId && warm !== sessionId ? warm : null
  // Never asks by itself: only opening a case may record that somebody looked.
  const { data } = useQuery({ ...sessionQuery(id ?? sessionId), enabled: false })
  return id === null ? null : (data ?? null)
}
