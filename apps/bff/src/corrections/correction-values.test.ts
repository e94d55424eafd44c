import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { problemOf, sessionsIn } from '../decisions/testing/decision-desk.ts'
import { detailOf } from '../sessions/testing/house-reading.ts'
import { makeHouse, type Agent, type House } from '../testing/index.ts'
import { CompanyValues, IdentityValues, ProofOfAddressValues } from '@verdict/contract/correction-values'

/* What the house takes, Didit takes: each field with values on both sides of every rule. */

const long = (length: number) => 'x'.repeat(length)
const tried: readonly unknown[] = [
  null,
  '',
  ' ',
  'A name',
  'M',
  'P',
  'Passport',
  'SINGLE',
  'BANK_STATEMENT',
  'struck off',
  'verified',
  '2026-02-28',
  '2026-02-30',
  '28/02/2026',
  'esp',
  'XXX',
  'ES',
  'EU',
  'EURO',
  'a@b.example',
  'a@b',
  'sample.example',
  'https://sample.example/a',
  'not a site',
  '+34 600 000 000',
  '123',
  '1234567890123456',
  long(33),
  long(65),
  long(129),
  long(256),
  long(501),
  long(2001),
  12.5,
  true,
  ['x'],
  {},
  { city: 'Sampleton', country: 'es', postalCode: null },
  { additional_names: 'A' },
  { additional_names: ['A'] },
]
const fieldsOf = (schema: z.ZodObject) => Object.keys(schema.shape)
const targets = [
  { target: 'identityDocument', kind: 'identityDocument', fields: fieldsOf(IdentityValues) },
  { target: 'proofOfAddress', kind: 'proofOfAddress', fields: fieldsOf(ProofOfAddressValues) },
  { target: 'company', kind: 'registry', fields: fieldsOf(CompanyValues) },
] as const

let house: House
let senior: Agent
beforeAll(async () => {
  house = await makeHouse({ sessions: 80 })
  await house.control('limits', { off: true })
  senior = await house.signIn('senior')
})
afterAll(async () => house.close())

const sessionWith = async (kind: string): Promise<string> => {
  const ids = [...(await sessionsIn(house, 'In Review')), ...(await sessionsIn(house, 'In Review', 'business'))]
  for (const id of ids) {
    const { sections } = await detailOf(senior, id)
    if (sections.some((section) => section.kind === kind && section.runs.length > 0)) return id
  }
  throw new Error(`the world has no ${kind} in review`)
}

describe.each(targets)('values for $target', ({ target, kind, fields }) => {
  it('are refused by the house or taken by Didit', async () => {
    const id = await sessionWith(kind)
    const taken = new Set<string>()
    for (const field of fields) {
      for (const value of tried) {
        house.clock.advance(10_000)
        const answer = await senior.patch(`/api/sessions/${id}/data`, { target, values: { [field]: value }, reason: 'Misread.' })
        const what = `${field}: ${JSON.stringify(value)?.slice(0, 60)}`
        expect([200, 422], `${what}: ${await answer.clone().text()}`).toContain(answer.status)
        if (answer.status === 200) taken.add(field)
        else expect((await problemOf(answer)).fields?.[0]?.path, what).toContain(`values.${field}`)
      }
    }
    expect([...taken].toSorted(), 'every field can be corrected').toEqual(fields.toSorted())
  })
})
