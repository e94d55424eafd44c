import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sessionIds } from './session-id.ts'

const index = fc.integer({ min: 0, max: 2 ** 31 - 1 })

describe('session ids', () => {
  test('every index comes back from its id, which is a lower-case version 4 UUID', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), index, (seed, application, i) => {
        const ids = sessionIds(seed, application)
        const id = ids.of(i)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(ids.indexOf(id)).toBe(i)
      }),
    )
  })

  test('ids of another application, other UUIDs and changed ids are refused', () => {
    const ids = sessionIds(7, 'ours')
    fc.assert(fc.property(index, (i) => ids.indexOf(sessionIds(7, 'partner').of(i)) === undefined))
    fc.assert(fc.property(fc.uuid(), (id) => ids.indexOf(id) === undefined))
    fc.assert(
      fc.property(index, fc.integer({ min: 0, max: 35 }), (i, at) => {
        const id = ids.of(i)
        const digit = id.charAt(at) === '0' ? '1' : '0'
        if (id.charAt(at) === '-') return
        expect(ids.indexOf(id.slice(0, at) + digit + id.slice(at + 1))).toBeUndefined()
      }),
    )
    expect(ids.indexOf(ids.of(3).toUpperCase())).toBeUndefined()
  })
})
