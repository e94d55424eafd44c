import type { AmlHit } from '@verdict/contract/feature-data'
import { showDay } from './day.ts'
import { fieldsOf, listText } from './json-shape.ts'
import { scaled } from './words.ts'

export type HitFamily = 'sanctions' | 'exposure' | 'media' | 'enforcement' | 'other'

const families: readonly (readonly [RegExp, HitFamily])[] = [
  [/sanction/iu, 'sanctions'],
  [/warning|enforcement|regulat|fitness|insolven/iu, 'enforcement'],
  [/pep|political|sip|sie/iu, 'exposure'],
  [/media/iu, 'media'],
]

const weight: Readonly<Record<HitFamily, number>> = { sanctions: 4, enforcement: 3, exposure: 2, media: 1, other: 0 }

/** The gravest list that a hit stands on. */
export function familyOf(hit: AmlHit): HitFamily {
  const found = hit.datasets.map((name) => families.find(([pattern]) => pattern.test(name))?.[1] ?? 'other')
  return found.sort((one, two) => weight[two] - weight[one])[0] ?? 'other'
}

export function isReviewed(hit: AmlHit): boolean {
  return hit.reviewStatus !== null && hit.reviewStatus !== 'Unreviewed'
}

/** Worst first: what waits before what is reviewed, then by risk, list and match. */
export function sortHits(hits: readonly AmlHit[]): AmlHit[] {
  const rank = (hit: AmlHit) => [isReviewed(hit) ? 0 : 1, scaled(hit.riskScore) ?? -1, weight[familyOf(hit)], scaled(hit.matchScore) ?? -1]
  return [...hits].sort((one, two) => {
    const [left, right] = [rank(one), rank(two)]
    const at = left.findIndex((value, index) => value !== right[index])
    return at < 0 ? 0 : (right[at] ?? 0) - (left[at] ?? 0)
  })
}

/** What the list says of the person, in few words. */
export function aboutHit(hit: AmlHit): string {
  const properties = fieldsOf(hit.properties)
  const told = (...keys: string[]) => {
    for (const key of keys) {
      const text = listText(properties[key])
      if (text !== null) return text
    }
    return null
  }
  const born = told('birthDate', 'dateOfBirth', 'birthDates', 'yearOfBirth', 'yearsOfBirth')
  const place = told('birthPlace', 'placeOfBirth', 'birthPlaces')
  const country = told('nationality', 'country', 'countries')
  const birth =
    born === null
      ? 'No birth date in the source'
      : `Born ${born.split(', ').map(showDay).join(' or ')}${place === null ? '' : ` in ${place}`}`
  return country === null ? birth : `${birth}; ${country}`
}
