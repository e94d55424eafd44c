import type { SessionKind } from '@verdict/contract/session'
import { countryCodeFor } from '../sessions/country-codes.ts'
import type { Sought } from './folded-text.ts'

/** Everything must fit; one of several values of a filter must. */
export interface IndexFilter {
  id?: string | undefined
  text?: Sought | undefined
  statuses?: readonly string[] | undefined
  kind?: SessionKind | undefined
  countries?: readonly string[] | undefined
  warnings?: readonly string[] | undefined
  workflows?: readonly string[] | undefined
  /** Days as YYYY-MM-DD in UTC, both included. */
  from?: string | undefined
  to?: string | undefined
}

/** Which rows of those that fit. */
export interface Stretch {
  order: 'newest' | 'oldest'
  /** Position of the row before the first. */
  after?: number | undefined
  limit: number
}

export const facets = ['status', 'country', 'workflow_id', 'kind'] as const
export type Facet = (typeof facets)[number]

/** Both spellings of a country: people have three letters, companies two. */
export const spellings = (countries: readonly string[]): string[] => [
  ...new Set(countries.flatMap((code) => [countryCodeFor('user', code), countryCodeFor('business', code)])),
]

/** What a filter asks of each column. */
export const valuesOf = (filter: IndexFilter): Partial<Record<Facet, readonly string[]>> => ({
  ...(filter.statuses ? { status: filter.statuses } : {}),
  ...(filter.countries ? { country: spellings(filter.countries) } : {}),
  ...(filter.workflows ? { workflow_id: filter.workflows } : {}),
  ...(filter.kind ? { kind: [filter.kind] } : {}),
})
