import { queryOptions } from '@tanstack/react-query'
import type { AlarmQuery } from '@verdict/contract/alarms'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** Alarms of one view, with how far the comparison is. */
export const alarmsQuery = (view: AlarmQuery['view']) =>
  queryOptions({ queryKey: [...queryKeys.alarms, view], queryFn: () => api.alarms({ view }), refetchInterval: 15_000 })
