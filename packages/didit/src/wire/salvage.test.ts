import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decision } from './decision.ts'
import { decisionArrays } from './statuses.ts'
import { salvage } from './salvage.ts'
import { SessionPage } from './session-list.ts'

const envelope = { session_id: 'a', status: 'In Review' }
const read = (body: object) => {
  const outcome = salvage(Decision, { ...envelope, ...body })
  if (!outcome.ok) throw new Error(outcome.fault)
  return outcome.value
}

describe('an odd value does not lose its neighbours', () => {
  test('unknown fields, arrays and statuses stay where they are', () => {
    const body = { ...envelope, status: 'Quantum Review', voice_checks: [{ status: 'Approved' }], liveness_checks: [{ mood: 'calm' }] }
    expect(read(body)).toEqual(body)
  })

  test('a field of the wrong type moves beside its neighbours', () => {
    const decision = read({ liveness_checks: [{ node_id: 'n', status: 'Approved', score: 'very high', method: 'PASSIVE' }] })
    expect(decision.liveness_checks).toEqual([{ node_id: 'n', status: 'Approved', method: 'PASSIVE', _raw: { score: 'very high' } }])
  })

  test('an item that is no object moves beside its array; the good items stay', () => {
    const decision = read({ face_matches: [{ score: 1 }, 'gone', { score: 2 }, 7] })
    expect(decision.face_matches).toEqual([{ score: 1 }, { score: 2 }])
    expect(decision['_raw']).toEqual({ face_matches: [7, 'gone'] })
  })

  test('a block that is no array moves as a whole', () => {
    const decision = read({ aml_screenings: { hits: 3 }, face_matches: null })
    expect(decision.aml_screenings).toBeUndefined()
    expect(decision['_raw']).toEqual({ aml_screenings: { hits: 3 } })
  })

  test('a row without its ids leaves the page, the others stay', () => {
    const rows = [{ session_id: 'a', status: 'Approved' }, { full_name: 'nobody' }, { session_id: 'b', status: 'Declined' }]
    const page = salvage(SessionPage, { count: 3, next: null, previous: null, results: rows })
    expect(page.ok && page.value.results).toEqual([rows[0], rows[2]])
    expect(page.ok && page.value['_raw']).toEqual({ results: [{ full_name: 'nobody' }] })
  })

  test('without what is required of the whole it says what is missing', () => {
    expect(salvage(Decision, { status: 'Approved' })).toEqual({ ok: false, fault: 'session_id' })
    expect(salvage(Decision, 'text')).toEqual({ ok: false, fault: 'the answer' })
  })
})

test('any JSON at all in any block is read, and every value is still there', () => {
  const leaves = (value: unknown): string[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [JSON.stringify(value)]
  const block = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.array(fc.dictionary(fc.constantFrom('status', 'score', 'hits', 'warnings', 'x'), fc.jsonValue({ maxDepth: 3 }))),
  )
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...decisionArrays, 'reviews', 'metadata', 'new_block'), block, { noNullPrototype: true }),
      (blocks) => {
        const body = { ...blocks, ...envelope }
        const outcome = salvage(Decision, body)
        expect(outcome.ok).toBe(true)
        expect(leaves(outcome.ok && outcome.value).toSorted()).toEqual(leaves(body).toSorted())
      },
    ),
    { numRuns: 500 },
  )
})

test('prototype names in the answer stay data', () => {
  const body: unknown = JSON.parse(
    '{"session_id":"a","status":"x","__proto__":{"polluted":1},"face_matches":[{"constructor":1,"score":"bad"}]}',
  )
  expect(salvage(Decision, body).ok).toBe(true)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test('a very deep and a very long answer are read', () => {
  const deep: unknown = JSON.parse(`{"session_id":"a","status":"x","metadata":${'['.repeat(5_000)}${']'.repeat(5_000)}}`)
  expect(salvage(Decision, deep).ok).toBe(true)
  const deeper: unknown = JSON.parse(`{"session_id":1,"metadata":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)
  expect(salvage(Decision, deeper).ok).toBe(false)
  const hits = Array.from({ length: 20_000 }, (_, id) => ({ id: String(id), match_score: id % 2 ? 1 : 'odd' }))
  const long = salvage(Decision, { ...envelope, aml_screenings: [{ hits }] })
  expect(long.ok && long.value.aml_screenings?.[0]?.hits).toHaveLength(20_000)
})
