import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

/** Who changed the rules when, newest first. */
export const policyVersionsQuery = queryOptions({ queryKey: queryKeys.policyVersions, queryFn: api.policyVersions, staleTime: 30_000 })

/** A version never changes, so it is read once. */
export const policyAtQuery = (version: number) =>
  queryOptions({ queryKey: ['policy-at', version] as const, queryFn: () => api.policyAt(version), staleTime: Infinity })
