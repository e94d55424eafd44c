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
