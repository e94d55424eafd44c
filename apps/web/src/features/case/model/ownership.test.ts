import { describe, expect, it } from 'vitest'
import { ownersOf } from './ownership.ts'

describe('ownership out of the shapes in which it comes', () => {
  it('reads a tree with percentages and sessions', () => {
    const [root] = ownersOf({ name: 'Specimen Ltd', owners: [{ fullName: 'Ann Sample', ownershipPercentage: '40%', kycSessionId: 's1' }] })
    expect(root).toMatchObject({ name: 'Specimen Ltd', children: [{ name: 'Ann Sample', percent: 40, sessionId: 's1' }] })
  })

  it('reads a list, and survives what is neither', () => {
    expect(ownersOf([{ firstName: 'Ann', lastName: 'Sample' }, null, 3])).toHaveLength(1)
    expect(ownersOf('none')).toEqual([])
    expect(ownersOf(null)).toEqual([])
  })

  it('stops at a depth, so that a circle cannot hang it', () => {
    const circle: Record<string, unknown> = { name: 'A' }
    circle['owners'] = [circle]
    expect(JSON.stringify(ownersOf(circle)[0]?.children.length)).toBe('1')
  })
})
