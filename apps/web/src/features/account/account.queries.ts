import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** Whether I sign in with a code too. */
export const myFactorQuery = queryOptions({ queryKey: queryKeys.myFactor, queryFn: api.myFactor })

/** Where I am signed in. */
export const mySignInsQuery = queryOptions({ queryKey: queryKeys.mySignIns, queryFn: api.mySignIns })
