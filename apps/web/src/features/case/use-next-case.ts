import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { warmCase } from '../../lib/use-warm-case.ts'
import { sessionQuery } from '../../lib/shared.queries.ts'
import { trailQuery } from './case.queries.ts'
import type { CaseQueue } from './case-page.types.ts'
import { warmPictures } from './evidence/first-media.ts'

async function warmWhole(client: QueryClient, id: string): Promise<void> {
  await warmCase(client, id)
  const session = client.getQueryData(sessionQuery(id).queryKey)
  if (session) warmPictures(session)
}

/** Reads the next case ahead, and goes to it. */
export function useNextCase(queue: CaseQueue | null) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const nextId = queue?.nextId ?? null

  useEffect(() => {
    if (nextId === null) return undefined
    // After the case that was just opened has painted and loaded its own pictures.
    const timer = setTimeout(() => {
      void warmWhole(client, nextId)
      void client.prefetchQuery(trailQuery(nextId))
    }, 600)
    return () => clearTimeout(timer)
  }, [client, nextId])

  return useCallback(() => {
    void (nextId === null ? navigate({ to: '/queue' }) : navigate({ to: '/sessions/$sessionId', params: { sessionId: nextId } }))
  }, [navigate, nextId])
}
