import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** Who spends the calls that Didit allows; asked again while somebody looks. */
export const budgetQuery = queryOptions({
  queryKey: queryKeys.budget,
  queryFn: ({ signal }) => api.budget(signal),
  refetchInterval: 5_000,
})
