import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** Everybody with a seat, by name. */
export const peopleQuery = queryOptions({ queryKey: queryKeys.people, queryFn: api.people })
