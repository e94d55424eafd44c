import type { AmlHit } from '@verdict/contract/feature-data'
import { date } from '../../../lib/format.ts'
import { type Fields, isEmpty, listText, rowsOf, textOf } from '../model/json-shape.ts'

export interface ListEntry {
  key: string
  /** What kind of entry: "Sanctions entry". */
  kind: string
  title: string
  facts: readonly { label: string; value: string }[]
  sources: readonly string[]
  /** Everything that is not told above, by Didit's names. */
  rest: Fields
}

const plans = [
  { field: 'sanctionMatches', kind: 'Sanctions entry' },
  { field: 'pepMatches', kind: 'Public office' },
  { field: 'warningMatches', kind: 'Warning or notice' },
  { field: 'adverseMediaMatches', kind: 'Article' },
  { field: 'linkedEntities', kind: 'Linked entity' },
] as const

const labels: readonly (readonly [string, string])[] = [
  ['matchedName', 'Named as'],
  ['reason', 'Reason'],
  ['legalBasis', 'Legal basis'],
  ['listedOn', 'Listed on'],
  ['updatedOn', 'Changed on'],
  ['sanctionProgram', 'Programme'],
  ['sanctioningAuthority', 'Authority'],
  ['details', 'Measures'],
  ['pepPosition', 'Position'],
  ['relation', 'Relation'],
  ['summary', 'Summary'],
  ['publicationDate', 'Published'],
  ['sentiment', 'Tone'],
  ['adverseKeywords', 'Words found'],
  ['publisher', 'Publisher'],
  ['description', 'About the list'],
]
const titled = ['headline', 'listName', 'sanctionList', 'name', 'matchedName']
const linked = ['sourceUrl', 'otherSources', 'thumbnail']
const days = new Set(['listedOn', 'updatedOn', 'publicationDate'])

/** The address when it leads outside by http or https; anything else is no link. */
export function safeUrl(text: string): URL | null {
  if (!/^https?:\/\//iu.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).flatMap((item) => textOf(item) ?? [])

function entryOf(row: Fields, kind: string, key: string): ListEntry {
  const head = titled.find((name) => listText(row[name]) !== null)
  const facts = labels.flatMap(([name, label]) => {
    const found = name === head ? [] : texts(row[name])
    return found.length === 0 ? [] : [{ label, value: (days.has(name) ? found.map(date) : found).join(', ') }]
  })
  const sources = [...texts(row['sourceUrl']), ...texts(row['otherSources'])]
  const told = new Set([...labels.map(([name]) => name), ...linked.slice(0, 2), ...(head === undefined ? [] : [head])])
  // What is listed twice under the same words, or could not be told in one line, is in the rest.
  const rest = Object.fromEntries(
    Object.entries(row).filter(([name, value]) => !isEmpty(value) && (!told.has(name) || (name !== head && texts(value).length === 0))),
  )
  return { key, kind, title: (head && listText(row[head])) ?? kind, facts, sources: [...new Set(sources)], rest }
}

/** What each list says, in the order of gravity. */
export function entriesOf(hit: AmlHit): ListEntry[] {
  const fields: Fields = hit
  return plans.flatMap(({ field, kind }) => rowsOf(fields[field]).map((row, index) => entryOf(row, kind, `${field}-${index}`)))
}

/** Every source of a hit that can be opened, the hit's own first. */
export function sourcesOf(hit: AmlHit): URL[] {
  const all = [...(hit.url === null ? [] : [hit.url]), ...entriesOf(hit).flatMap((entry) => entry.sources)]
  return [...new Set(all)].flatMap((text) => safeUrl(text) ?? [])
}
