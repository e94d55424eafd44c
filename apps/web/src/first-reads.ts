import type { QueryClient } from '@tanstack/react-query'
import { queueQuery } from './features/queue/queue.queries.ts'
import { parseQueueSearch } from './features/queue/queue.search.ts'
import { meQuery } from './lib/shared.queries.ts'

const outside = new Set(['/sign-in', '/setup'])

/** Asks for what the first screen waits for while the page still starts: who is here and, where it is opened, the queue. */
export function readFirst(queryClient: QueryClient, { pathname, search }: Pick<Location, 'pathname' | 'search'>): void {
  if (outside.has(pathname)) return
  void queryClient.prefetchQuery(meQuery)
  if (pathname !== '/queue') return
  void queryClient.prefetchInfiniteQuery(queueQuery(parseQueueSearch(Object.fromEntries(new URLSearchParams(search)))))
}
