import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalBytes, canonicalJson } from './index.ts'

test('the example of RFC 8785', () => {
  const value: unknown = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
  )
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('keys are ordered by UTF-16 units, as RFC 8785 shows', () => {
  const value = {
    '\u20ac': 'Euro',
    '\r': 'CR',
    '\ufb33': 'Hebrew',
    '1': 'One',
    '\ud83d\ude00': 'Smiley',
    '\u0080': 'Control',
    '\u00f6': 'o',
  }
  expect(Object.keys(JSON.parse(canonicalJson(value))).toSorted()).toEqual(Object.keys(value).toSorted())
  expect([...canonicalJson(value).matchAll(/:"(\w+)"/g)].map((match) => match[1])).toEqual([
    'CR',
    'One',
    'Control',
    'o',
    'Euro',
    'Smiley',
    'Hebrew',
  ])
})

test('zero has one form and bytes are UTF-8', () => {
  expect(canonicalJson(-0)).toBe('0')
  expect([...canonicalBytes('é')]).toEqual([0x22, 0xc3, 0xa9, 0x22])
})

const cycle: Record<string, unknown> = {}
cycle['self'] = [cycle]

describe('what JSON cannot hold exactly is refused, with its place', () => {
  test.each([
    ['undefined', undefined, '$'],
    ['a member that is undefined', { a: { b: undefined } }, '$.a.b'],
    ['a hole', { a: Array.from({ length: 2 }, (_, at) => (at ? undefined : 1)) }, '$.a[1]'],
    ['NaN', [Number.NaN], '$[0]'],
    ['infinity', { a: Infinity }, '$.a'],
    ['a big integer', { a: 1n }, '$.a'],
    ['a function', { a: () => 1 }, '$.a'],
    ['a symbol', [Symbol('x')], '$[0]'],
    ['a date', { at: new Date(0) }, '$.at'],
    ['a map', { a: new Map() }, '$.a'],
    ['bytes', { a: new Uint8Array(2) }, '$.a'],
    ['half a character', { a: '\ud800' }, '$.a'],
    ['half a character in a key', { '\ud800': 1 }, '$'],
    ['a symbol for a key', { [Symbol('x')]: 1 }, '$'],
    ['a cycle', cycle, 'contains itself'],
  ])('%s', (_, value, place) => {
    expect(() => canonicalJson(value)).toThrowError(TypeError)
    expect(() => canonicalJson(value)).toThrowError(place)
  })
})

test('a part used twice is no cycle', () => {
  const part = { a: 1 }
  expect(canonicalJson([part, part])).toBe('[{"a":1},{"a":1}]')
})

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, shuffled(item)]),
  )
}

test('equal values have equal text in whatever order they were made, and the text reads back as the value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      fc.pre(JSON.stringify(value).isWellFormed() && !/\\ud[89a-f]/i.test(JSON.stringify(value)))
      const text = canonicalJson(value)
      expect(canonicalJson(shuffled(value))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
