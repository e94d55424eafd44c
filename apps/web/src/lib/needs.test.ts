import { rolePermissions, roles } from '@verdict/contract/access'
import { expect, it } from 'vitest'
import { holders, holdersOf, type PagePermission } from './needs.ts'

it('names exactly the roles that the contract lets in', () => {
  for (const permission of Object.keys(holders) as PagePermission[]) {
    expect([...holders[permission]], permission).toEqual(roles.filter((role) => rolePermissions[role].includes(permission)))
  }
  expect(holdersOf('shares.read')).toBe('A manager or an auditor')
})
