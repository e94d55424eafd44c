import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeChanges } from './evidence-changes.ts'
import { evidenceHash } from './evidence-hash.ts'
import type { JsonRecord } from './json-read.ts'
import { isRecord } from './json-read.ts'
import { Decision } from '@verdict/didit/wire/decision'
import { wireDecision } from './testing/wire-decisions.ts'

function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, seed))
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([key, item]) => [key, shuffled(item, seed)] as const)
  return Object.fromEntries(entries.toSorted(([a], [b]) => ((a.length * 31 + seed) % 7) - ((b.length * 17 + seed) % 5)))
}

/** Paths of all leaves that count as evidence. */
function leaves(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  const outside = new Set(['reviews', 'expires_at', 'session_url'])
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]))
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([key, item]) =>
      (path.length === 0 && outside.has(key)) || key === 'share_token' ? [] : leaves(item, [...path, key]),
    )
  }
  return [path]
}

function withChange(root: JsonRecord, path: (string | number)[], value: unknown): JsonRecord {
  const copy = structuredClone(root)
  let node: object = copy
  for (const key of path.slice(0, -1)) node = Reflect.get(node, key) as object
  Reflect.set(node, path.at(-1) ?? '', value)
  return copy
}

describe('the evidence hash', () => {
  const hash = evidenceHash(wireDecision())

  it('is the same for links signed anew, keys in another order and what reading changes', () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    fc.assert(
      fc.property(fc.nat(1000), fc.stringMatching(/^[0-9a-f]{1,40}$/), (seed, signature) => {
        expect(evidenceHash(shuffled(wireDecision(signature), seed))).toBe(hash)
      }),
    )
    expect(evidenceHash({ ...wireDecision(), reviews: [], expires_at: null, session_url: null })).toBe(hash)
  })

  it('changes with any leaf of the evidence, and the change can be said in words', () => {
    const wire = wireDecision()
    for (const path of leaves(wire)) {
      const changed = withChange(wire, path, 'https://other.example.test/changed.png')
      expect(evidenceHash(changed), path.join('.')).not.toBe(hash)
      const before = Decision.safeParse(wire)
      const after = Decision.safeParse(changed)
      if (before.success && after.success) expect(describeChanges(before.data, after.data).length, path.join('.')).toBeGreaterThan(0)
    }
  })
})

describe('changes in words', () => {
  const read = (wire: unknown) => Decision.parse(wire)

  it('names a new status, hit, warning, picture and datum', () => {
    const before = read(wireDecision())
    const wire = wireDecision('two')
    const [id] = wire['id_verifications'] as JsonRecord[]
    const [aml] = wire['aml_screenings'] as JsonRecord[]
    const after = read({
      ...wire,
      status: 'Approved',
      id_verifications: [
        {
          ...id,
          full_name: 'Specimen Human',
          back_image: 'https://media.example.test/a/back.jpg?X-Amz-Signature=three',
          warnings: [...((id?.['warnings'] ?? []) as JsonRecord[]), { risk: 'DOCUMENT_NUMBER_NOT_DETECTED', log_type: 'warning' }],
        },
      ],
      aml_screenings: [{ ...aml, hits: [...((aml?.['hits'] ?? []) as JsonRecord[]), { id: 'h2', caption: 'Specimen Personne' }] }],
    })
    expect(describeChanges(before, after)).toEqual([
      'Status is now Approved, was In Review',
      'New warning: Document number not detected',
      'New picture: back',
      'Identity document: Full name is now Specimen Human, was Specimen Person',
      'New watch-list hit: Specimen Personne',
    ])
  })
})
