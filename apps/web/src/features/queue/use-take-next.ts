import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { caseLine } from '../../lib/case-line.ts'
import type { QueueSearch } from './queue.search.ts'

/** Leases the next case of what is shown and opens it; `empty` says why there is none. */
export function useTakeNext(search: QueueSearch) {
  const navigate = useNavigate()
  const take = useMutation({
    mutationFn: () => caseLine.next(search),
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
