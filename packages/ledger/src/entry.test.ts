import { describe, expect, test } from 'vitest'
import { entryBytes, LedgerEntry } from './index.ts'

const entry: LedgerEntry = {
  seq: 2,
  at: '2026-06-01T09:00:00.000Z',
  actor: { id: 'p1', name: 'Rita Reviewer', roles: ['reviewer'] },
  action: 'decision.made',
  sessionId: '5b3720ed-d429-42ef-b67f-37ea805f48ee',
  subject: null,
  reason: 'document-genuine',
  data: { outcome: 'Approved', seen: [1, 2] },
  outcome: null,
  ref: null,
}

test('an entry has one form of bytes, whatever order it was made in', () => {
  const bytes = entryBytes(entry)
  expect(new TextDecoder().decode(bytes)).toBe(
    '{"action":"decision.made","actor":{"id":"p1","name":"Rita Reviewer","roles":["reviewer"]},"at":"2026-06-01T09:00:00.000Z",' +
      '"data":{"outcome":"Approved","seen":[1,2]},"outcome":null,"reason":"document-genuine","ref":null,"seq":2,' +
      '"sessionId":"5b3720ed-d429-42ef-b67f-37ea805f48ee","subject":null}',
  )
  expect(entryBytes({ ...Object.fromEntries(Object.entries(entry).toReversed()), ...entry })).toEqual(bytes)
})

test('a system may act, and an entry may complete an earlier one', () => {
  expect(LedgerEntry.safeParse({ ...entry, actor: { system: 'didit' }, ref: 1, outcome: 'settled' }).success).toBe(true)
})

describe('what does not fit is refused', () => {
  test.each([
    ['seq below 1', { seq: 0 }],
    ['seq beyond exact integers', { seq: 2 ** 53 }],
    ['a time without milliseconds', { at: '2026-06-01T09:00:00Z' }],
    ['a time elsewhere than UTC', { at: '2026-06-01T09:00:00.000+02:00' }],
    ['an action without a verb', { action: 'decision' }],
    ['an action in capitals', { action: 'Decision.Made' }],
    ['a missing field', { reason: undefined }],
    ['an unknown field', { mood: 'good' }],
    ['a person who is also a system', { actor: { id: 'p', name: 'n', roles: [], system: 'x' } }],
    ['data that is no object', { data: [] }],
    ['data beyond JSON', { data: { at: new Date(0) } }],
    ['a reference to itself', { ref: 2 }],
    ['a reference to a later entry', { ref: 3 }],
  ])('%s', (_, change) => {
    expect(LedgerEntry.safeParse({ ...entry, ...change }).success).toBe(false)
  })
})
