import { queryOptions } from '@tanstack/react-query'
import { afterPaint } from './after-paint.ts'
import { api } from './api.ts'
import { askEvery } from './live/live-state.ts'
import { queryKeys } from './query-keys.ts'

/** Queries that more than one feature reads. */
export const welcomeQuery = queryOptions({ queryKey: queryKeys.welcome, queryFn: api.welcome, staleTime: 10_000, retry: false })

export const meQuery = queryOptions({ queryKey: queryKeys.me, queryFn: api.me, staleTime: 5 * 60_000, retry: false })

export const connectionQuery = queryOptions({
  queryKey: queryKeys.connection,
  queryFn: ({ signal }) => api.connection(signal),
  refetchInterval: 5000,
  staleTime: 4000,
  retry: false,
})

export const workflowsQuery = queryOptions({ queryKey: queryKeys.workflows, queryFn: api.workflows, staleTime: 10 * 60_000 })

/**
 * A case; also warmed by lists for rows that are likely to be opened next. It takes no abort signal, like every query
 * that a loader waits for: a list that goes away would cancel the very reading that the next page waits for.
 */
export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.session(id),
    queryFn: async ({ client }) => {
      // What stands in memory is drawn before it is asked for again.
      if (client.getQueryData(queryKeys.session(id)) !== undefined) await afterPaint()
      return api.session(id)
    },
    staleTime: 30_000,
    gcTime: 60 * 60_000,
  })

export const decisionsQuery = queryOptions({
  queryKey: queryKeys.decisions,
  queryFn: ({ signal }) => api.decisions(signal),
  refetchInterval: (query) => {
    const open = query.state.data?.decisions.some((decision) => decision.endedAt === null && decision.state !== 'awaiting_second')
    return open ? 1000 : askEvery(30_000)
  },
})

/** Filters that were given a name: one's own and the team's. */
export const viewsQuery = queryOptions({ queryKey: queryKeys.views, queryFn: api.views, staleTime: 30_000 })

/** The rules that apply now: reasons to choose from, and what takes two people. */
export const policyQuery = queryOptions({ queryKey: queryKeys.policy, queryFn: api.policy, staleTime: 60_000 })

/** How far our own list of sessions is; asked often only while it is being filled. */
export const indexProgressQuery = queryOptions({
  queryKey: queryKeys.indexProgress,
  queryFn: api.indexProgress,
  refetchInterval: (query) => (query.state.data?.phase === 'watching' ? false : 3000),
})
