import { describe, expect, test } from 'vitest'
import { asText } from '../decisions/draft.ts'
import { createWorld } from '../create-world.ts'
import type { Json, JsonObject } from '../types.ts'
import { makeMrz, toMrzName } from './mrz.ts'

/** Written from the standard's own words, not from the code under test: A is 10, Z is 35, filler 0, weights 7 3 1. */
function digitOf(text: string): number {
  const weights = [7, 3, 1]
  let total = 0
  for (const [i, sign] of text.split('').entries()) {
    const value = sign === '<' ? 0 : /\d/.test(sign) ? Number(sign) : (sign.codePointAt(0) ?? 0) - 55
    total += value * (weights[i % 3] ?? 0)
  }
  return total % 10
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

describe('machine-readable zones', { timeout: 60_000 }, () => {
  test('the specimen of the standard comes out letter by letter', () => {
    const passport = makeMrz({
      format: 'TD3',
      code: 'P',
      issuer: 'UTO',
      nationality: 'UTO',
      number: 'L898902C3',
      surname: 'Eriksson',
      given: 'Anna Maria',
      birth: '1974-08-12',
      expiry: '2012-04-15',
      sex: 'F',
      optional: 'ZE184226B',
    })
    expect(passport.lines).toEqual(['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'])
    const card = makeMrz({
      format: 'TD1',
      code: 'I',
      issuer: 'UTO',
      nationality: 'UTO',
      number: 'D23145890',
      surname: 'Eriksson',
      given: 'Anna Maria',
      birth: '1974-08-12',
      expiry: '2012-04-15',
      sex: 'F',
      optional: '',
    })
    expect(card.lines).toEqual(['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'])
  })

  test.each([
    ['Ströß-Müller', 'STROESS<MUELLER'],
    ["D'Esempio", 'DESEMPIO'],
    ['Łąkowicz', 'LAKOWICZ'],
    ['İrem Çağlar', 'IREM<CAGLAR'],
    ['de Lima', 'DE<LIMA'],
  ])('%s is written %s', (name, written) => {
    expect(toMrzName(name)).toBe(written)
  })

  test('every document of a world carries digits that add up, unless its scenario breaks them', () => {
    const world = createWorld({ seed: 9, sessions: 500, epoch: Date.UTC(2026, 10, 20), applicationId: 'app' })
    let checked = 0
    for (const index of world.scan(
      (facts) => facts.kind === 'user' && facts.scenario !== 'mrz-invalid' && facts.scenario !== 'restricted',
    )) {
      const documents = world.decision(index)['id_verifications']
      const zone = Array.isArray(documents) && isObject(documents[0]) ? documents[0]['mrz'] : undefined
      if (!isObject(zone)) continue
      const [one = '', two = ''] = asText(zone['mrz_string']).split('\n')
      const passport = zone['mrz_type'] === 'TD3'
      const parts = passport
        ? [
            [two.slice(0, 9), two[9]],
            [two.slice(13, 19), two[19]],
            [two.slice(21, 27), two[27]],
            [two.slice(28, 42), two[42]],
            [two.slice(0, 10) + two.slice(13, 20) + two.slice(21, 43), two[43]],
          ]
        : [
            [one.slice(5, 14), one[14]],
            [two.slice(0, 6), two[6]],
            [two.slice(8, 14), two[14]],
            [one.slice(5, 30) + two.slice(0, 7) + two.slice(8, 15) + two.slice(18, 29), two[29]],
          ]
      for (const [covered = '', digit = ''] of parts) expect(String(digitOf(covered)), `${one}\n${two}`).toBe(digit)
      expect([one.length, two.length]).toEqual(passport ? [44, 44] : [30, 30])
      const document = Array.isArray(documents) && isObject(documents[0]) ? documents[0] : {}
      if (world.facts(index).scenario !== 'data-inconsistent' && typeof document['date_of_birth'] === 'string') {
        expect(zone['birth_date']).toBe(document['date_of_birth'].slice(2).replaceAll('-', ''))
      }
      expect(zone['expiry_date']).toBe(asText(document['expiration_date']).slice(2).replaceAll('-', ''))
      checked++
    }
    expect(checked).toBeGreaterThan(200)
  })
})
