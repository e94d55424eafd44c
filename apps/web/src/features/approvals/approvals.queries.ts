import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApprovalInput } from '@verdict/contract/approval'
import { api } from '../../lib/api.ts'
import { askEvery } from '../../lib/live/live-state.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** What waits for a second person, and what ended within a day. */
export const approvalsQuery = queryOptions({
  queryKey: queryKeys.approvals,
  queryFn: () => api.approvals(),
  refetchInterval: () => askEvery(20_000),
})

/** Answers one request, or takes one's own back; everything that shows it is read again. */
export function useAnswer(sessionId: string | null) {
  const client = useQueryClient()
  const settled = () => {
    for (const queryKey of [queryKeys.approvals, queryKeys.decisions, queryKeys.blocklist]) void client.invalidateQueries({ queryKey })
    if (sessionId !== null) void client.invalidateQueries({ queryKey: queryKeys.session(sessionId) })
  }
  const answer = useMutation({
    mutationFn: ({ id, ...json }: ApprovalInput & { id: string }) => api.answerApproval(id, json),
    onSettled: settled,
  })
  const withdraw = useMutation({ mutationFn: (id: string) => api.withdrawApproval(id), onSettled: settled })
  return { answer, withdraw }
}
