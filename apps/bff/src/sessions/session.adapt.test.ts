import fc from 'fast-check'
import { SessionDetail } from '@verdict/contract/case'
import { permissionsOf } from '@verdict/contract/access'
import { describe, expect, it } from 'vitest'
import { salvage } from '@verdict/didit/wire/salvage'
import { Decision as WireDecision } from '@verdict/didit/wire/decision'
import type { JsonRecord } from './json-read.ts'
import { isRecord } from './json-read.ts'
import { evidenceHash } from './evidence-hash.ts'
import { adaptSession } from './session.adapt.ts'
import { sessionActions } from './session-actions.ts'
import { wireDecision } from './testing/wire-decisions.ts'

const everything = permissionsOf(['manager', 'analyst'])

function detailOf(wire: JsonRecord): SessionDetail {
  const session = adaptSession(wire, () => 'Label')
  return SessionDetail.parse({
    ...session,
    evidenceHash: evidenceHash(wire),
    asOf: '2026-01-01T00:00:00.000Z',
    stale: false,
    decision: null,
    awaiting: null,
    lease: null,
    actions: sessionActions(session, everything),
  })
}

describe('a decision as people read it', () => {
  const detail = detailOf(wireDecision())

  it('lays the checks out in workflow order, also those that have not run and those nobody knows', () => {
    expect(detail.sections.map(({ kind, raw, runs }) => [kind, raw, runs.length])).toEqual([
      ['identityDocument', 'id_verifications', 1],
      ['nfc', 'nfc_verifications', 0],
      ['liveness', 'liveness_checks', 1],
      ['faceMatch', 'face_matches', 1],
      ['aml', 'aml_screenings', 1],
      ['questionnaire', 'questionnaire_responses', 0],
      ['other', 'VOICE_MATCH', 0],
      ['ipAnalysis', 'ip_analyses', 1],
      ['other', 'voice_matches', 1],
    ])
    expect(detail.name).toBe('Specimen Person')
    expect(detail.workflow).toEqual({ id: '22222222-2222-4222-8222-222222222222', label: 'Label' })
  })

  it('puts the worst warning first and ties each to its run', () => {
    expect(detail.warnings.map(({ code, severity }) => [code, severity])).toEqual([
      ['DOCUMENT_EXPIRED', 'declines'],
      ['LOW_FACE_MATCH_SIMILARITY', 'review'],
      ['POSSIBLE_MATCH_FOUND', 'review'],
      ['MRZ_NOT_DETECTED', 'information'],
    ])
    const run = detail.sections[0]?.runs[0]
    expect(run?.warningIds).toEqual(
      [detail.warnings[3]?.id, detail.warnings[0]?.id].toSorted(
        (a, b) => detail.warnings.findIndex((w) => w.id === a) - detail.warnings.findIndex((w) => w.id === b),
      ),
    )
    expect(new Set(detail.warnings.map(({ id }) => id)).size).toBe(4)
  })

  it('keeps unknown fields, folds upper-case states and leaves free maps their keys', () => {
    const [document, , liveness] = detail.sections
    expect(document?.runs[0]?.data['novelty']).toEqual({ nextStep: 3 })
    expect(document?.runs[0]?.data['extraFields']).toEqual({ first_name_local: 'Σπέσιμεν' })
    expect(liveness?.runs[0]?.status).toBe('In Review')
    expect(detail.metadata).toEqual({ plan_name: 'pro' })
    expect(detail.unknown).toMatchObject({ risk_view: { total: 4 } })
    expect(detail.sections.find(({ kind }) => kind === 'ipAnalysis')?.runs[0]?.data).toMatchObject({
      locationsInfo: { ip: { location: { latitude: 1, longitude: 2 } } },
    })
  })

  it('names captures instead of linking them, and takes the best portrait', () => {
    expect(detail.media.map(({ role, kind }) => `${role} ${kind}`)).toEqual([
      'portrait image',
      'front image',
      'video video',
      'file document',
      'match image',
      'selfie image',
      'video video',
      'file document',
      'file image',
    ])
    expect(detail.media.find(({ ref }) => ref === detail.portraitRef)?.role).toBe('portrait')
  })

  it('lets no link, no secret and no token through', () => {
    const text = JSON.stringify(detail)
    expect(text).not.toContain('media.example.test')
    expect(text).not.toContain('SECRETTOKEN1')
    expect(text).not.toContain('eyJ')
    expect(text).toContain('https://news.example.test/a')
  })
})

/** Replaces or drops one value somewhere in a decision. */
function mutate(root: JsonRecord, steps: readonly number[], replacement: unknown, how: 'replace' | 'drop' | 'add'): JsonRecord {
  const copy: unknown = structuredClone(root)
  let node: unknown = copy
  for (const [index, step] of steps.entries()) {
    const last = index === steps.length - 1
    const keys = Array.isArray(node) ? [...node.keys()].map(String) : isRecord(node) ? Object.keys(node) : []
    const key = keys[step % Math.max(1, keys.length)]
    if (key === undefined || typeof node !== 'object' || node === null) break
    const next: unknown = Reflect.get(node, key)
    const leaf = typeof next !== 'object' || next === null
    if (!last && !leaf) {
      node = next
      continue
    }
    if (how === 'drop' && Array.isArray(node)) node.splice(Number(key), 1)
    else if (how === 'drop') Reflect.deleteProperty(node, key)
    else Reflect.set(node, how === 'add' ? `${key}_x` : key, replacement)
    break
  }
  return isRecord(copy) ? copy : {}
}

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(null, [], {}, '', 0, -1, true, 'x'.repeat(50_000), '\ud800', '__proto__', [[[]]], { node_id: 7, status: {} }),
  fc.constantFrom<unknown>(JSON.parse('{"__proto__": {"a": 1}}')),
  fc.array(fc.record({ id: fc.oneof(fc.string(), fc.integer()), caption: fc.jsonValue() }), { minLength: 0, maxLength: 30 }),
)
const change = fc.record({
  steps: fc.array(fc.nat(60), { minLength: 1, maxLength: 7 }),
  replacement: odd,
  how: fc.constantFrom('replace' as const, 'drop' as const, 'add' as const),
})

describe('any decision', () => {
  it('is adapted, given actions and passes the contract, whatever is wrong with it', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const broken = changes.reduce((wire, { steps, replacement, how }) => mutate(wire, steps, replacement, how), wireDecision())
        detailOf(broken)
        const salvaged = salvage(WireDecision, broken)
        if (salvaged.ok) detailOf(salvaged.value)
      }),
      { numRuns: 1000 },
    )
  }, 60_000)

  it('shows in full what the client had to set aside', () => {
    const wire = { ...wireDecision(), vendor_data: 77, liveness_checks: { status: 'Approved', score: 'high' }, registry_checks: ['odd'] }
    const salvaged = salvage(WireDecision, wire)
    if (!salvaged.ok) throw new Error('not salvaged')
    const detail = detailOf(salvaged.value)
    expect(detail.vendorData).toBe('77')
    expect(detail.sections.find(({ kind }) => kind === 'liveness')?.runs[0]?.status).toBe('Approved')
    expect(detail.unknown['registry_checks']).toEqual(['odd'])
  })

  it('survives a thousand hits, endless nesting and nothing at all', () => {
    const hit = { id: 'h', caption: 'A', review_status: 'Unreviewed' }
    const many = {
      ...wireDecision(),
      aml_screenings: [{ node_id: 'n', status: 'In Review', hits: Array.from({ length: 1000 }, () => hit) }],
    }
    expect(detailOf(many).sections.find(({ kind }) => kind === 'aml')?.runs[0]?.data['hits']).toHaveLength(1000)
    let deep: unknown = 'core'
    for (let level = 0; level < 3000; level += 1) deep = { inner: deep }
    detailOf({ ...wireDecision(), depths: deep })
    expect(detailOf({}).sections).toEqual([])
  })
})
