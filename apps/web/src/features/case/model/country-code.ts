import { countries } from '@verdict/contract/countries'

let known: ReadonlyMap<string, string> | null = null

function codes(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en-GB'], { type: 'region', fallback: 'none' })
  return new Map([
    ...countries.flatMap(({ two, three }): [string, string][] => [
      [two.toLowerCase(), three],
      [three.toLowerCase(), three],
      [(names.of(two) ?? two).toLowerCase(), three],
    ]),
    // The one code of machine-readable zones that is not ISO's (ICAO 9303-3, section 5).
    ['d', 'DEU'],
  ])
}

/** The three letters of a country that is written with two, with three, or by its English name; null for anything else. */
export function countryCode(text: string): string | null {
  known ??= codes()
  return known.get(text.replaceAll('<', '').trim().toLowerCase()) ?? null
}
