import type { Permission, Role } from '@verdict/contract/access'

/** Who is signed in. */
export interface Person {
  id: string
  name: string
  email: string
  roles: Role[]
  permissions: Permission[]
}
