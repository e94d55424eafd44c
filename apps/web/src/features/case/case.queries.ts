import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

export const trailQuery = (sessionId: string) =>
  queryOptions({ queryKey: queryKeys.trail(sessionId), queryFn: () => api.trail(sessionId), staleTime: 10_000 })
