import type { Role } from '@verdict/contract/access'

export const roleNames: Readonly<Record<Role, string>> = {
  reviewer: 'Reviewer',
  senior: 'Senior',
  analyst: 'Analyst',
  manager: 'Manager',
  auditor: 'Auditor',
  admin: 'Admin',
}
