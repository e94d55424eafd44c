import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PersonChange, PersonInput } from '@verdict/contract/people'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

export function useAddPerson() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: PersonInput) => api.addPerson(input),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.people }),
  })
}

/** Changes what is given of one person; it holds from their next request on. */
export function useChangePerson() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: PersonChange }) => api.changePerson(id, change),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.people }),
  })
}

/** Takes a lost second factor away; its owner sets up a new one at the next sign-in. */
export function useResetFactor() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.resetFactorOf(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.people }),
  })
}

export const useSignOutEverywhere = () => useMutation({ mutationFn: (id: string) => api.endSignInsOf(id) })
