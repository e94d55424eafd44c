import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../lib/api.ts'
import { tabId } from '../../lib/tab-id.ts'
import type { QueueSearch } from './queue.search.ts'

/** Leases the next case of what is shown and opens it; `empty` says why there is none. */
export function useTakeNext(search: QueueSearch) {
  const navigate = useNavigate()
  const take = useMutation({
    mutationFn: () => api.next({ ...search, tab: tabId }),
    onSuccess: ({ session }) => {
      if (session) void navigate({ to: '/sessions/$sessionId', params: { sessionId: session.id } })
    },
  })
  return {
    take: () => {
      if (!take.isPending) take.mutate()
    },
    pending: take.isPending,
    empty: take.data?.empty?.why ?? null,
    error: take.error,
    forget: take.reset,
  }
}
