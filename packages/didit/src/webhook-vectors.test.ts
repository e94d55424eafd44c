import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { verifyDiditWebhook } from './webhook-signature.ts'

const Vectors = z.object({
  secret: z.string(),
  at: z.number(),
  vectors: z.array(
    z.object({
      name: z.string(),
      raw: z.string(),
      canonical: z.string(),
      signatures: z.object({ raw: z.string(), v2: z.string(), simple: z.string() }),
    }),
  ),
})
const file = new URL('testing/webhook-vectors.json', import.meta.url)
const { secret, at, vectors } = Vectors.parse(JSON.parse(readFileSync(file, 'utf8')))
const bytes = (text: string) => new TextEncoder().encode(text)
const names = { raw: 'x-signature', v2: 'x-signature-v2', simple: 'x-signature-simple' } as const

const verify = (rawBody: Uint8Array, headers: Record<string, string>) =>
  verifyDiditWebhook({ rawBody, headers, secrets: [secret], now: at * 1000 })

// A simple signature signs four values only, so a change elsewhere leaves it whole: it is never `trusted`.
describe.each(vectors)('signed by Python: $name', ({ raw, canonical, signatures }) => {
  const all = { [names.raw]: signatures.raw, [names.v2]: signatures.v2, [names.simple]: signatures.simple }

  test.each(['raw', 'v2', 'simple'] as const)('%s verifies alone', (how) => {
    expect(verify(bytes(raw), { [names[how]]: signatures[how] })).toEqual({ ok: true, how, trusted: how !== 'simple', secretIndex: 0 })
  })

  test('V2 and simple verify a body that was written with ensure_ascii=False', () => {
    expect(verify(bytes(canonical), { [names.v2]: signatures.v2 })).toMatchObject({ ok: true, how: 'v2' })
    expect(verify(bytes(canonical), { [names.simple]: signatures.simple })).toMatchObject({ ok: true, how: 'simple' })
  })

  test('with any bit of any byte changed nothing of it is trusted', () => {
    const body = bytes(raw)
    for (let place = 0; place < body.length; place += 1) {
      for (const bit of [1, 32]) {
        const changed = Uint8Array.from(body)
        changed[place] = (changed[place] ?? 0) ^ bit
        const verdict = verify(changed, all)
        expect(verdict.ok && verdict.trusted, `byte ${place}, bit ${bit}`).toBe(false)
      }
    }
  })

  test('with a byte changed, added or taken away at random neither', () => {
    const body = bytes(raw)
    const place = fc.nat(body.length - 1)
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), fc.constantFrom('change', 'add', 'take'), (at_, mask, how) => {
        const other = (body[at_] ?? 0) ^ mask
        const changed =
          how === 'change' ? body.with(at_, other) : how === 'add' ? [...body].toSpliced(at_, 0, other) : [...body].toSpliced(at_, 1)
        const verdict = verify(Uint8Array.from(changed), all)
        expect(verdict.ok && verdict.trusted).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  test('with a digit of its signature changed it does not verify', () => {
    for (const [name, signature] of Object.entries(all)) {
      const wrong = `${signature.slice(0, -1)}${signature.endsWith('0') ? '1' : '0'}`
      expect(verify(bytes(raw), { [name]: wrong })).toEqual({ ok: false, why: 'bad-signature' })
    }
  })
})
