import fc from 'fast-check'
import { Decision } from '@verdict/didit/wire/decision'
import { describe, expect, it } from 'vitest'
import { afterJudging, afterReading, newsOf } from './hit-news.ts'
import { HitEntry, hitPrints, keyOfHit, type HitPrint } from './hit-snapshot.ts'

const ann = { id: 'a', name: 'Ann Example' }
const ben = { id: 'b', name: 'Ben Example' }
const decision = (aml_screenings: object[]) => Decision.parse({ session_id: 'x', status: 'In Review', aml_screenings })
const prints = (...hits: object[]): HitPrint[] => hitPrints(decision([{ node_id: 'aml_1', hits }]))
const hit = { id: 'h1', caption: 'Specimen', match_score: 70, risk_score: 90, properties: { birthDate: ['1974'], alias: [] } }

describe('what changed of a hit', () => {
  it('names the field and what it was', () => {
    const read = afterReading(null, prints(hit), 1000, ann)
    const now = prints({ ...hit, match_score: 88, properties: { birthDate: ['1974-03-02'], alias: [], gender: ['male'] } })
    expect(newsOf(read, now).news).toMatchObject([
      {
        kind: 'changed',
        nodeId: 'aml_1',
        since: { at: '1970-01-01T00:00:01.000Z', by: ann, reviewed: false },
        fields: [
          { path: 'matchScore', before: '70', was: 'other' },
          { path: 'properties.birthDate', before: '1974', was: 'other' },
          { path: 'properties.gender', before: null, was: 'missing' },
        ],
      },
    ])
  })

  it('is nothing when only the order of keys, the review or the time of the screening moved', () => {
    const read = afterReading(null, prints({ ...hit, last_seen: '2026-01-01' }), 1000, ann)
    const { caption, ...rest } = hit
    const now = prints({ ...rest, review_status: 'False Positive', last_seen: '2026-02-02', score: 0.7, target: null, caption })
    expect(newsOf(read, now).news).toEqual([])
  })

  it('stays marked after being read, until the hit is judged anew', () => {
    const first = afterJudging(null, prints(hit), new Set([keyOfHit({ nodeId: 'aml_1', hitId: 'h1' })]), 1000, ann)
    const now = prints({ ...hit, risk_score: 99 })
    const read = afterReading(first, now, 2000, ben)
    expect(newsOf(read, now).news).toMatchObject([{ kind: 'changed', since: { by: ann, reviewed: true }, fields: [{ path: 'riskScore' }] }])
    const judged = afterJudging(read, now, new Set(now.map(keyOfHit)), 3000, ben)
    expect(newsOf(judged, now).news).toEqual([])
  })

  it('tells hits of two checks apart and counts those that are gone', () => {
    const two = hitPrints(decision(['aml_1', 'aml_2'].map((node_id) => ({ node_id, hits: [hit] }))))
    const read = afterReading(null, prints(hit), 1000, ann)
    expect(newsOf(read, two).news).toMatchObject([{ kind: 'new', nodeId: 'aml_2' }])
    expect(newsOf(afterReading(null, two, 1, ann), prints(hit))).toMatchObject({ news: [], gone: 1 })
  })

  it('is nothing right after a look, whatever hits come, also after the look was stored', () => {
    const anyHit = fc.record({
      id: fc.uuid(),
      properties: fc.dictionary(fc.string(), fc.jsonValue()),
      additional_information: fc.jsonValue(),
    })
    fc.assert(
      fc.property(fc.uniqueArray(anyHit, { selector: ({ id }) => id }), (hits) => {
        const seen = prints(...hits)
        expect(seen).toHaveLength(hits.length)
        const { hits: entries, ...look } = afterReading(null, seen, 5, ann)
        const kept = { ...look, hits: entries.map((entry) => HitEntry.parse(JSON.parse(JSON.stringify(entry)))) }
        expect(newsOf(kept, prints(...hits.toReversed()))).toMatchObject({ news: [], gone: 0 })
      }),
    )
  })
})
