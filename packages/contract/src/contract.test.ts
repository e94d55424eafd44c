import { describe, expect, it } from 'vitest'
import { permissionsOf, rolePermissions, roles } from './access.ts'
import { DecisionInput } from './decision.ts'
import { AmlData, IdentityDocumentData } from './feature-data.ts'

describe('feature data', () => {
  it('keeps unknown fields and shows values of a wrong type as text', () => {
    const data = IdentityDocumentData.parse({ documentNumber: 42, age: '36', novelty: { a: 1 }, firstName: ['A', 'B'] })
    expect(data.documentNumber).toBe('42')
    expect(data.age).toBe(36)
    expect(data.firstName).toBe('["A","B"]')
    expect(data['novelty']).toEqual({ a: 1 })
    expect(data.lastName).toBeNull()
  })

  it('survives arrays that are not arrays', () => {
    expect(AmlData.parse({ hits: 'none' }).hits).toEqual([])
    expect(AmlData.parse({ hits: [null, 3, { caption: 'A' }] }).hits).toHaveLength(1)
  })
})

describe('access', () => {
  it('lets an auditor and an admin change nothing of a session', () => {
    const changing = new Set<string>([
      'decisions.make',
      'decisions.overturn',
      'notes.write',
      'aml.review',
      'features.override',
      'data.correct',
      'blocklist.add',
      'blocklist.remove',
      'shares.make',
      'imports.make',
    ])
    for (const role of ['auditor', 'admin'] as const) {
      expect(rolePermissions[role].filter((permission) => changing.has(permission))).toEqual([])
    }
  })

  it('adds the permissions of several roles up', () => {
    const both = permissionsOf(['analyst', 'manager'])
    for (const role of roles.filter((name) => name === 'analyst' || name === 'manager')) {
      expect(both).toEqual(expect.arrayContaining([...rolePermissions[role]]))
    }
  })
})

describe('decision input', () => {
  const base = { reasonCode: 'x', evidenceHash: 'a'.repeat(64) }
  it('wants steps for a resubmission and only there', () => {
    expect(DecisionInput.safeParse({ ...base, outcome: 'Resubmitted' }).success).toBe(false)
    expect(DecisionInput.safeParse({ ...base, outcome: 'Approved', resubmit: [{ nodeId: 'n', feature: 'nfc' }] }).success).toBe(false)
    expect(DecisionInput.safeParse({ ...base, outcome: 'Approved' }).success).toBe(true)
  })
})
