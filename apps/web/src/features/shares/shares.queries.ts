import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** What was shared, newest first. */
export const sharesQuery = queryOptions({ queryKey: queryKeys.shares, queryFn: () => api.shares() })
