import { countries } from '@verdict/contract/countries'

const twoOf = new Map(countries.map(({ three, two }) => [three, two]))
const threeOf = new Map(countries.map(({ three, two }) => [two, three]))

/** The code as lists of this kind know it; a code that is none stays as it is. */
export function countryCodeFor(kind: 'user' | 'business', code: string): string {
  const upper = code.toUpperCase()
  return (kind === 'user' ? threeOf.get(upper) : twoOf.get(upper)) ?? code
}
