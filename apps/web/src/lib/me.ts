import { useSuspenseQuery } from '@tanstack/react-query'
import type { Me, Permission } from '@verdict/contract/access'
import { meQuery } from './shared.queries.ts'

/** Who is signed in; only below the signed-in layout, which has read it. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}

export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe()
  return (permission) => permissions.includes(permission)
}
