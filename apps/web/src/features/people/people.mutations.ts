import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Role } from '@verdict/contract/access'
import type { PersonInput } from '@verdict/contract/people'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'

export function useAddPerson() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: PersonInput) => api.addPerson(input),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.people }),
  })
}

/** Replaces all roles of one person; what they may do changes with their next request. */
export function useSetRoles() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, roles }: { id: string; roles: Role[] }) => api.setRoles(id, { roles }),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.people }),
  })
}
