import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { VerifyDiditWebhook } from './webhook-signature.ts'
import { verifyDiditWebhook } from './webhook-signature.ts'

const secret = 'tno2NTeRC1ZK3sBOYlBJDyEzBVENl3pQ'
const seconds = 1_774_970_000
const now = seconds * 1000
const bytes = (text: string) => new TextEncoder().encode(text)
const sign = (text: string | Uint8Array, key = secret) => createHmac('sha256', key).update(text).digest('hex')

/** Bodies as Python writes them: ASCII with escapes, and the text that V2 signs. Written by hand. */
const vectors: [string, string, string][] = [
  ['plain', `{"status":"Approved","timestamp":${seconds}}`, `{"status":"Approved","timestamp":${seconds}}`],
  ['accents', `{"name":"Espa\\u00f1ola","timestamp":${seconds}}`, `{"name":"Española","timestamp":${seconds}}`],
  ['a character beyond the first plane', `{"mood":"\\ud83d\\ude00","timestamp":${seconds}}`, `{"mood":"😀","timestamp":${seconds}}`],
  [
    'control characters stay escaped',
    `{"a":"\\u0001\\n\\u001f\\u007f","timestamp":${seconds}}`,
    `{"a":"\\u0001\\n\\u001f\u007f","timestamp":${seconds}}`,
  ],
  [
    'a backslash before a u is no escape',
    `{"a":"\\\\u00e9 \\\\\\u00e9 \\"","timestamp":${seconds}}`,
    `{"a":"\\\\u00e9 \\\\é \\"","timestamp":${seconds}}`,
  ],
  [
    'floats, exponents and big integers keep their spelling',
    `{"a":1e-07,"b":1e+16,"c":12345678901234567890,"d":0.1,"timestamp":${seconds},"z":-5.5e-12}`,
    `{"a":1e-07,"b":1e+16,"c":12345678901234567890,"d":0.1,"timestamp":${seconds},"z":-5.5e-12}`,
  ],
  ['keys like integers keep their order', `{"10":1,"9":2,"timestamp":${seconds}}`, `{"10":1,"9":2,"timestamp":${seconds}}`],
  [
    'keys beyond the first plane sort after U+FFxx',
    `{"\\uff21":1,"\\ud83d\\ude00":2,"timestamp":${seconds}}`,
    `{"Ａ":1,"😀":2,"timestamp":${seconds}}`,
  ],
]

const verify = (raw: string | Uint8Array, headers: Record<string, string>, more: Partial<VerifyDiditWebhook> = {}) =>
  verifyDiditWebhook({ rawBody: typeof raw === 'string' ? bytes(raw) : raw, headers, secrets: [secret], now, ...more })

describe.each(vectors)('%s', (_, raw, canonical) => {
  test('raw and V2 fit', () => {
    expect(verify(raw, { 'x-signature': sign(raw) })).toEqual({ ok: true, how: 'raw', trusted: true, secretIndex: 0 })
    expect(verify(raw, { 'x-signature-v2': sign(canonical) })).toEqual({ ok: true, how: 'v2', trusted: true, secretIndex: 0 })
  })

  test('V2 also fits where something on the way wrote the escapes out', () => {
    expect(verify(canonical, { 'x-signature-v2': sign(canonical) })).toMatchObject({ ok: true, how: 'v2' })
  })

  test('any one changed byte fails', () => {
    const body = bytes(raw)
    for (let at = 0; at < body.length; at += 1) {
      const changed = Uint8Array.from(body)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(verify(changed, { 'x-signature': sign(raw), 'x-signature-v2': sign(canonical) }).ok).toBe(false)
    }
  })
})

const python = `
import json, sys
body = json.loads(sys.stdin.buffer.read().decode("utf-8"))
out = []
for payload in body:
    raw = json.dumps(payload, sort_keys=True, separators=(",", ":"))
    v2 = json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    out.append([raw, v2])
sys.stdout.write(json.dumps(out))
`
const hasPython = spawnSync('python3', ['--version']).status === 0

describe.skipIf(!hasPython)(`against Python's own json.dumps${hasPython ? '' : ' (skipped: python3 is not installed)'}`, () => {
  test('V2 is found in whatever Python signs', () => {
    const odd = fc.oneof(fc.constantFrom(1e-7, 1e16, 1e300, 0.1, -0.5, 2 ** 60), fc.double({ noNaN: true, noDefaultInfinity: true }))
    const words = fc.string({ unit: 'grapheme', maxLength: 12 })
    const payload = fc.dictionary(
      fc.oneof(words, fc.constantFrom('10', '9', '\uff21', '😀', 'é')),
      fc.oneof(words, odd, fc.jsonValue({ maxDepth: 2 })),
    )
    const samples = fc.sample(payload, { numRuns: 300, seed: 7 }).map((sample) => ({ ...sample, timestamp: seconds }))
    // What Python could not have encoded, it could not have sent.
    const sendable = samples.filter((sample) => !/\\ud[89a-f]/i.test(JSON.stringify(sample)))
    const run = spawnSync('python3', ['-c', python], { input: JSON.stringify(sendable), maxBuffer: 64 * 1024 * 1024 })
    const pairs: [string, string][] = JSON.parse(run.stdout.toString('utf8'))
    expect(pairs.length).toBeGreaterThan(250)
    for (const [raw, v2] of pairs) {
      expect(verify(raw, { 'x-signature-v2': sign(v2) })).toMatchObject({ ok: true, how: 'v2' })
      expect(verify(raw, { 'x-signature-v2': sign(`${v2} `) }).ok).toBe(false)
    }
  })
})

describe('simple is a hint', () => {
  const simple = (text: string) => ({ 'x-signature-simple': sign(text) })

  test('it signs four values of the body', () => {
    const raw = `{"session_id":"s","status":"Declined","timestamp":${seconds},"vendor_data":"forged","webhook_type":"status.updated"}`
    expect(verify(raw, simple(`${seconds}:s:Declined:status.updated`))).toEqual({ ok: true, how: 'simple', trusted: false, secretIndex: 0 })
    expect(verify(raw, simple(`${seconds}:s:Approved:status.updated`))).toMatchObject({ ok: false, why: 'bad-signature' })
  })

  test('what is missing is empty and what is null is None', () => {
    const raw = `{"session_id":null,"timestamp":${seconds},"webhook_type":"user.status.updated"}`
    expect(verify(raw, simple(`${seconds}:None::user.status.updated`))).toMatchObject({ ok: true, how: 'simple' })
  })

  test('a better signature beside it is preferred', () => {
    const raw = `{"timestamp":${seconds}}`
    expect(verify(raw, { ...simple(`${seconds}:::`), 'x-signature-v2': sign(raw) })).toMatchObject({ how: 'v2', trusted: true })
  })
})

describe('secrets', () => {
  const raw = `{"timestamp":${seconds}}`

  test('any of several fits and says which', () => {
    expect(verify(raw, { 'x-signature': sign(raw) }, { secrets: ['new', secret] })).toMatchObject({ ok: true, secretIndex: 1 })
  })

  test('during a rotation the previous signature fits the secret we still have', () => {
    const headers = { 'x-signature-v2': sign(raw, 'not ours yet'), 'x-signature-v2-previous': sign(raw) }
    expect(verify(raw, headers)).toMatchObject({ ok: true, how: 'v2', secretIndex: 0, rotated: true })
  })

  test('no secret and an empty secret fit nothing', () => {
    expect(verify(raw, { 'x-signature': sign(raw) }, { secrets: [] })).toEqual({ ok: false, why: 'no-secret' })
    expect(verify(raw, { 'x-signature': sign(raw, '') }, { secrets: [''] })).toEqual({ ok: false, why: 'no-secret' })
    expect(verify(raw, { 'x-signature': sign(raw, '') }, { secrets: ['', secret] })).toEqual({ ok: false, why: 'bad-signature' })
  })

  test('headers may come in any case, as Headers or as lists', () => {
    expect(verify(raw, { 'X-Signature': sign(raw) }).ok).toBe(true)
    expect(verify(raw, {}, { headers: new Headers({ 'X-Signature': sign(raw) }) }).ok).toBe(true)
    expect(verify(raw, {}, { headers: { 'X-Signature': [sign(raw)] } }).ok).toBe(true)
  })
})

describe('freshness', () => {
  const raw = `{"timestamp":${seconds}}`
  test.each([
    [-300, true],
    [300, true],
    [-301, false],
    [301, false],
  ])('%i s off', (offset, ok) => {
    const verdict = verify(raw, { 'x-signature': sign(raw), 'x-timestamp': String(seconds + offset) }, { now: now + offset * 1000 })
    expect(verdict).toMatchObject(ok ? { ok } : { ok, why: 'stale' })
  })

  test('a fresh header does not freshen an old body, it only stands in for none', () => {
    const later = now + 3_600_000
    const fresh = { 'x-timestamp': String(later / 1000) }
    expect(verify(raw, { 'x-signature': sign(raw), ...fresh }, { now: later })).toEqual({ ok: false, why: 'stale' })
    expect(verify('{}', { 'x-signature': sign('{}'), ...fresh }, { now: later }).ok).toBe(true)
    expect(verify('{}', { 'x-signature': sign('{}') }, { now: later })).toEqual({ ok: false, why: 'stale' })
  })

  test('a timestamp that is no number is stale', () => {
    for (const value of ['"soon"', '{}', '[]', 'true', '1e999']) {
      const odd = `{"timestamp":${value}}`
      expect(verify(odd, { 'x-signature': sign(odd) })).toEqual({ ok: false, why: 'stale' })
    }
  })
})

describe('whatever comes, it is refused and not thrown', () => {
  test.each(['', 'null', '[]', '"x"', '{', '{"a":', '\ufeff{}'])('body %j', (raw) => {
    expect(verify(raw, { 'x-signature': sign(raw) })).toEqual({ ok: false, why: 'bad-body' })
  })

  test('bytes that are no UTF-8', () => {
    const raw = Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])
    expect(verify(raw, { 'x-signature': sign(raw) })).toEqual({ ok: false, why: 'bad-body' })
  })

  test('a body beyond 10 MiB', () => {
    const raw = new Uint8Array(10 * 1024 * 1024 + 1)
    expect(verify(raw, { 'x-signature': sign(raw) })).toEqual({ ok: false, why: 'too-large' })
  })

  test('no signature at all, and signatures of other forms', () => {
    const raw = `{"timestamp":${seconds}}`
    expect(verify(raw, {})).toEqual({ ok: false, why: 'no-signature' })
    for (const form of ['', 'sha256=x', sign(raw).toUpperCase(), sign(raw).slice(1), `${sign(raw)}00`, 'é'.repeat(64)]) {
      expect(verify(raw, { 'x-signature': form })).toEqual({ ok: false, why: 'bad-signature' })
    }
  })

  test('random bytes and headers', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (body, header) => {
        expect(verify(body, { 'x-signature': header, 'x-signature-v2': header, 'x-signature-simple': header }).ok).toBe(false)
      }),
    )
  })
})
