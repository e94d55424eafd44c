import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReasons } from './reasons.ts'
import { refusalReason } from './refusal.ts'

describe('the ten shapes of a refusal', () => {
  test.each([
    ['text under detail', { detail: 'Not found.' }, [{ path: '', text: 'Not found.' }]],
    ['list under detail', { detail: ['Only finished sessions.'] }, [{ path: '', text: 'Only finished sessions.' }]],
    [
      'lists under fields',
      { date_from: ['Bad date.', 'Too old.'], limit: ['Too big.'] },
      [
        { path: 'date_from', text: 'Bad date.' },
        { path: 'date_from', text: 'Too old.' },
        { path: 'limit', text: 'Too big.' },
      ],
    ],
    ['text under a field', { new_status: 'The same.' }, [{ path: 'new_status', text: 'The same.' }]],
    [
      'records in a list',
      { nodes_to_resubmit: [{}, { feature: ['No choice.'] }] },
      [{ path: 'nodes_to_resubmit[1].feature', text: 'No choice.' }],
    ],
    ['a record under a field', { parsed_address: { zipcode: 'Unsupported.' } }, [{ path: 'parsed_address.zipcode', text: 'Unsupported.' }]],
    ['a bare list', ['Amount must be larger.'], [{ path: '', text: 'Amount must be larger.' }]],
    ['text under error', { error: 'Not enough.' }, [{ path: '', text: 'Not enough.' }]],
    ['a web page', undefined, []],
    ['nothing', '', []],
  ] as const)('%s', (_, body, expected) => {
    expect(readReasons(body)).toEqual(expected)
  })

  test('never throws and never grows without end, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (body) => {
        const reasons = readReasons(body)
        expect(reasons.length).toBeLessThanOrEqual(50)
        expect(reasons.every(({ text }) => text !== '' && text.length <= 500)).toBe(true)
      }),
    )
    const deep: unknown = JSON.parse('['.repeat(50_000) + '"x"' + ']'.repeat(50_000))
    expect(readReasons(deep)).toEqual([])
  })
})

test.each([
  [400, "You don't have enough credits to do this.", 'credits'],
  [403, "You don't have enough credits to do this.", 'credits'],
  [403, 'You do not have permission to perform this action.', 'credentials'],
  [401, 'Anything', 'credentials'],
  [404, 'No Session matches the given query.', 'state'],
  [404, 'Not found.', 'not-found'],
  [400, 'Anything', 'validation'],
  [429, 'Anything', 'rate-limited'],
  [302, 'Anything', 'redirected'],
  [500, 'Anything', 'upstream-fault'],
  [418, 'Anything', 'other'],
] as const)('%i with "%s" means %s', (status, text, reason) => {
  expect(refusalReason(status, [{ path: '', text }])).toBe(reason)
})
