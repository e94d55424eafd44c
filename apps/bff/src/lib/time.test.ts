import fc from 'fast-check'
import { expect, it } from 'vitest'
import { iso } from './time.ts'

it('writes every time as Date does, and refuses what is none', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }), (date) => {
      expect(iso(date.getTime())).toBe(date.toISOString())
    }),
    { numRuns: 500 },
  )
  expect(iso(1_768_467_600_123.75)).toBe(new Date(1_768_467_600_123.75).toISOString())
  expect(() => iso(Number.NaN)).toThrow(RangeError)
})
