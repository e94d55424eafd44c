import { countries } from '@verdict/contract/countries'

const names = new Intl.DisplayNames(['en-GB'], { type: 'region', fallback: 'code' })
const nameOf = new Map(countries.map(({ three, two }) => [three, names.of(two) ?? two]))
const plain = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en-GB')

/** Countries to choose from: those that occur and those that are chosen, most sessions first; narrowed by what is typed. */
export function countryChoices(counts: Readonly<Record<string, number>>, chosen: readonly string[], typed: string) {
  const sought = plain(typed.trim())
  // Addresses hold three letters only; anything else that came from outside cannot be asked for.
  const codes = new Set([...chosen, ...Object.keys(counts).filter((code) => /^[A-Z]{3}$/.test(code))])
  if (sought !== '') for (const code of nameOf.keys()) if (code.toLowerCase() === sought) codes.add(code)
  return [...codes]
    .map((value) => ({ value, label: nameOf.has(value) ? `${nameOf.get(value) ?? ''} (${value})` : value, count: counts[value] ?? 0 }))
    .filter(({ label }) => plain(label).includes(sought))
    .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en-GB'))
}
