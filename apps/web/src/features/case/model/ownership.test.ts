import { describe, expect, it } from 'vitest'
import type { Owner } from './ownership.ts'
import { ownersOf } from './ownership.ts'
import { ownersOfGraph } from './ownership-graph.ts'

const count = (owners: readonly Owner[]): number => owners.reduce((sum, owner) => sum + 1 + count(owner.children), 0)

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

describe('ownership as nodes and edges', () => {
  const node = (id: string, ownershipPercent?: number) => ({ id, name: id.toUpperCase(), type: 'company', ownershipPercent })

  it('hangs each owner under what it owns, with the share of that link', () => {
    const [top] = ownersOfGraph({
      nodes: [node('company'), node('holding', 80), node('trust', 64), node('nobody')],
      edges: [
        { from: 'holding', to: 'company', ownershipPercent: 80 },
        { from: 'trust', to: 'holding', ownershipPercent: '75%' },
      ],
    })
    expect(top).toMatchObject({
      name: 'COMPANY',
      percent: null,
      children: [
        { name: 'HOLDING', percent: 80, children: [{ name: 'TRUST', percent: 75 }] },
        { name: 'NOBODY', percent: null, remark: 'Link not on record' },
      ],
    })
  })

  it('ends circles where they close, with and without a top', () => {
    const edges = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ]
    const [first] = ownersOfGraph({ nodes: [node('a'), node('b')], edges })
    expect(first?.children[0]?.children[0]).toMatchObject({ name: 'A', remark: 'Circle: owns itself', children: [] })
    const [top] = ownersOfGraph({ nodes: [node('top'), node('a'), node('b')], edges: [...edges, { from: 'a', to: 'top' }] })
    expect(top?.name).toBe('TOP')
    expect(count(top ? [top] : [])).toBe(4)
  })

  it('stays small when everybody owns everybody', () => {
    const nodes = Array.from({ length: 60 }, (_, at) => node(`n${at}`))
    const edges = nodes.flatMap((one) => nodes.map((two) => ({ from: one.id, to: two.id })))
    expect(count(ownersOfGraph({ nodes, edges }))).toBeLessThan(400)
  })
})
