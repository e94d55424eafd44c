import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { sessionQuery } from '../../lib/shared.queries.ts'
import { keepWarm, warmCase } from '../../lib/use-warm-case.ts'
import type { CaseQueue } from './case-page.types.ts'
import { warmPictures } from './evidence/first-media.ts'

/** After the case that was just opened has painted and loaded its own pictures; milliseconds. */
const startsAfter = 250

/** One after the other, so that the nearest is whole before the next one costs anything. */
async function warmInTurn(client: QueryClient, ids: readonly string[], gone: AbortSignal): Promise<void> {
  for (const id of ids) {
    if (gone.aborted) return
    await warmCase(client, id)
    const session = client.getQueryData(sessionQuery(id).queryKey)
    if (session) await warmPictures(session)
  }
}

/** Reads the next cases ahead, and goes to the next one. */
export function useNextCase(sessionId: string, queue: CaseQueue | null) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const nextId = queue?.nextId ?? null
  const ahead = queue?.aheadIds.join(' ') ?? ''

  useEffect(() => keepWarm(client, sessionId), [client, sessionId])
  useEffect(() => {
    if (ahead === '') return undefined
    const leaving = new AbortController()
    const timer = setTimeout(() => void warmInTurn(client, ahead.split(' '), leaving.signal), startsAfter)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [client, ahead])

  return useCallback(() => {
    void (nextId === null ? navigate({ to: '/queue' }) : navigate({ to: '/sessions/$sessionId', params: { sessionId: nextId } }))
  }, [navigate, nextId])
}
