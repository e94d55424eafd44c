import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Me } from '@verdict/contract/access'
import { api } from '../../../lib/api.ts'
import { queryKeys } from '../../../lib/query-keys.ts'
import { sessionQuery } from '../../../lib/shared.queries.ts'
import { screeningsOf } from './hit-groups.ts'

const lookKey = (sessionId: string) => [...queryKeys.session(sessionId), 'aml-look'] as const

/** What is new in this evidence. Read once a visit: what somebody else reads meanwhile takes no mark away here. */
export const lookQuery = (sessionId: string, evidenceHash: string) =>
  queryOptions({
    queryKey: [...lookKey(sessionId), evidenceHash],
    queryFn: () => api.amlLook(sessionId, evidenceHash),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  })

export const rationalesQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [...queryKeys.session(sessionId), 'aml-rationales'],
    queryFn: () => api.amlRationales(sessionId),
    staleTime: 10_000,
  })

/** Reads all that the page shows; throws only where there is no case to show. */
export async function loadHits(client: QueryClient, sessionId: string): Promise<void> {
  const rationales = client.prefetchQuery(rationalesQuery(sessionId))
  const session = await client.ensureQueryData(sessionQuery(sessionId))
  await Promise.all([rationales, client.prefetchQuery(lookQuery(sessionId, session.evidenceHash))])
}

/** Somebody who judges hits leaves the page: what was on it counts as seen. Failing costs a mark too many next time. */
export async function leaveHits(client: QueryClient, me: Me, sessionId: string): Promise<void> {
  const session = client.getQueryData(sessionQuery(sessionId).queryKey)
  if (!session || !me.permissions.includes('aml.review') || screeningsOf(session).every((run) => run.data.hits.length === 0)) return
  try {
    await api.lookedAtHits(sessionId, { evidenceHash: session.evidenceHash })
  } catch {
    return
  }
  client.removeQueries({ queryKey: lookKey(sessionId) })
}
