import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import type { LedgerSearch } from './ledger.search.ts'

/** Pages of the record, newest first. */
export const ledgerQuery = (search: LedgerSearch) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.ledger, search],
    queryFn: ({ pageParam }) => api.ledger({ ...search, before: pageParam, limit: 100 }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.nextBefore ?? undefined,
  })
