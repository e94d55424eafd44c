import { infiniteQueryOptions } from '@tanstack/react-query'
import type { BlocklistItem } from '@verdict/contract/case'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** Pages of what is blocked, newest first. */
export const blocklistQuery = (item: BlocklistItem | undefined) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.blocklist, item ?? 'all'],
    queryFn: ({ pageParam }) => api.blocklist({ item, offset: pageParam, limit: 50 }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.nextOffset ?? undefined,
  })
