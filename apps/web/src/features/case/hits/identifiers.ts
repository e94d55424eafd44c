import type { SessionDetail } from '@verdict/contract/case'
import { compareNumbers, compareSexes, compareTexts } from '../model/compare-values.ts'
import { countryCode } from '../model/country-code.ts'
import { parseDay, showDay } from '../model/day.ts'
import { type Fields, fieldsOf, rowsOf, textOf } from '../model/json-shape.ts'
import type { ListedHit } from './hit-groups.ts'
import { wordTable } from '../../../lib/word-table.ts'

export type Standing = 'agrees' | 'inPart' | 'differs' | 'none'

export interface Identifier {
  key: string
  label: string
  /** As shown; empty when nobody has it. */
  person: string | null
  /** What was screened, where it is not what the document says now. */
  screened: string | null
  list: readonly string[]
  standing: Standing
  /** What the standing rests on, beside the word: "96 of 100". */
  note: string | null
  /** Fields of the hit that this row shows, dotted. */
  paths: readonly string[]
}

type Match = 'same' | 'part' | 'no'
interface Plan {
  key: string
  label: string
  company?: string
  person: readonly string[]
  list: readonly string[]
  match: (mine: string, listed: string) => Match
  show?: (text: string) => string
  /** The part of Didit's score that speaks of it. */
  score?: string
}

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en').replaceAll('ı', 'i')
const tokens = (text: string) =>
  new Set(
    bare(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((token) => token !== ''),
  )

function matchNames(mine: string, listed: string): Match {
  const found = compareTexts(mine, listed)
  if (found === 'same' || found === 'spelling') return 'same'
  const [one, two] = [tokens(mine), tokens(listed)]
  if (one.size > 0 && one.size === two.size && one.isSubsetOf(two)) return 'same'
  const shorter = Math.min(one.size, two.size)
  const inside = shorter > 0 && (one.isSubsetOf(two) || two.isSubsetOf(one))
  return inside || found === 'otherScript' || (shorter > 1 && one.intersection(two).size > 0) ? 'part' : 'no'
}

/** Lists often have a year or a month only. */
function matchDays(mine: string, listed: string): Match {
  const [one, two] = [parseDay(mine) ?? mine.trim(), parseDay(listed) ?? listed.trim()]
  if (one === two) return 'same'
  return /^\d{4}(?:-\d{2})?$/u.test(two) && one.startsWith(two) ? 'part' : 'no'
}

function matchCountries(mine: string, listed: string): Match {
  const code = countryCode(mine)
  return bare(mine) === bare(listed) || (code !== null && code === countryCode(listed)) ? 'same' : 'no'
}

const matchPlaces = (mine: string, listed: string): Match => {
  const [one, two] = [tokens(mine), tokens(listed)]
  if (one.size === 0 || two.size === 0) return 'no'
  return one.symmetricDifference(two).size === 0 ? 'same' : one.isSubsetOf(two) || two.isSubsetOf(one) ? 'part' : 'no'
}

const plans: readonly Plan[] = [
  {
    key: 'name',
    label: 'Name',
    person: ['fullName', 'full_name', 'companyName', 'company_name'],
    list: ['caption'],
    match: matchNames,
    score: 'name',
  },
  {
    key: 'aliases',
    label: 'Other names',
    person: ['aliases'],
    list: ['properties.name', 'properties.alias', 'properties.weakAlias'],
    match: matchNames,
  },
  {
    key: 'birth',
    label: 'Date of birth',
    company: 'Incorporated',
    person: ['dateOfBirth', 'birthDate', 'date_of_birth', 'incorporationDate'],
    list: ['properties.birthDate', 'properties.dateOfBirth', 'properties.incorporationDate', 'pepMatches.dateOfBirth'],
    match: matchDays,
    show: showDay,
    score: 'dob',
  },
  {
    key: 'place',
    label: 'Place of birth',
    person: ['placeOfBirth', 'place_of_birth'],
    list: ['properties.birthPlace', 'properties.placeOfBirth', 'pepMatches.placeOfBirth'],
    match: matchPlaces,
  },
  {
    key: 'sex',
    label: 'Sex',
    person: ['gender', 'sex'],
    list: ['properties.gender', 'properties.sex'],
    match: (mine, listed) => (compareSexes(mine, listed) === 'same' ? 'same' : 'no'),
  },
  {
    key: 'country',
    label: 'Nationality',
    company: 'Country',
    person: ['nationality', 'countryCode', 'country'],
    list: ['properties.nationality', 'properties.citizenship', 'properties.country', 'properties.jurisdiction', 'warningMatches.countries'],
    match: matchCountries,
    score: 'country',
  },
  {
    key: 'document',
    label: 'Document no.',
    company: 'Registration no.',
    person: ['documentNumber', 'document_number', 'registrationNumber', 'personalNumber'],
    list: [
      'properties.idNumber',
      'properties.passportNumber',
      'properties.documentNumber',
      'properties.registrationNumber',
      'properties.taxNumber',
    ],
    match: (mine, listed) => (compareNumbers(mine, listed) === 'same' ? 'same' : 'no'),
  },
  {
    key: 'position',
    label: 'Positions',
    person: ['occupation', 'position', 'profession'],
    list: ['properties.position', 'pepMatches.pepPosition'],
    match: matchNames,
  },
]
const personal = new Set(['place', 'sex', 'position'])

const texts = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).flatMap((item) => textOf(item) ?? [])

/** Texts under a dotted path; lists on the way are gone through. */
function textsAt(hit: Fields, path: string): string[] {
  const [head = '', tail] = path.split('.')
  if (tail === undefined) return texts(hit[head])
  const rows = Array.isArray(hit[head]) ? rowsOf(hit[head]) : [fieldsOf(hit[head])]
  return rows.flatMap((row) => texts(row[tail]))
}

function unique(list: readonly string[]): string[] {
  return [...new Map(list.map((text) => [bare(text), text])).values()]
}

/** What is known of the person or company, the most trusted source first, and what the screening was made with. */
export function knownOf(session: SessionDetail, { run }: Pick<ListedHit, 'run'>): { sources: Fields[]; screened: Fields } {
  const runs = session.sections.flatMap((section) => section.runs)
  const documents = runs.flatMap((other) => (other.kind === 'identityDocument' ? [other.data as Fields] : []))
  const chips = runs.flatMap((other) => (other.kind === 'nfc' ? [fieldsOf(other.data.chipData)] : []))
  const companies = runs.flatMap((other) => (other.kind === 'registry' ? [fieldsOf(other.data.company)] : []))
  const isCompany = session.kind === 'business'
  const sources = [...(isCompany ? companies : [...documents, ...chips]), fieldsOf(session.expected)]
  return { sources: [...sources, { fullName: session.name, country: session.country }], screened: fieldsOf(run.data.screenedData) }
}

const firstOf = (sources: readonly Fields[], keys: readonly string[]): string | null => {
  for (const source of sources) for (const key of keys) for (const text of texts(source[key])) return text
  return null
}

const ranks: readonly Match[] = ['same', 'part', 'no']
const standings = { same: 'agrees', part: 'inPart', no: 'differs' } as const
const documentWords = wordTable<{ standing: Standing; note: string }>({
  MATCH: { standing: 'agrees', note: 'Didit found the same number' },
  HARD_MISMATCH: { standing: 'differs', note: 'Didit found another number' },
})

/** Every identifier of the person beside that of the list. Total: a value that is not there is null or empty. */
export function identifiersOf(session: SessionDetail, listed: ListedHit): Identifier[] {
  const hit: Fields = listed.hit
  const { sources, screened } = knownOf(session, listed)
  const company = session.kind === 'business'
  const breakdown = fieldsOf(hit['scoreBreakdown'])
  return plans
    .filter(({ key }) => !company || !personal.has(key))
    .map((plan): Identifier => {
      const used = firstOf([screened], plan.person)
      const mine = firstOf(sources, plan.person) ?? used
      const list = unique(plan.list.flatMap((path) => textsAt(hit, path))).filter(
        (text) => plan.key !== 'aliases' || bare(text) !== bare(listed.hit.caption ?? ''),
      )
      const mineAll = unique([mine, used].flatMap((text) => text ?? []))
      const found = list.flatMap((text) => mineAll.map((one) => ranks.indexOf(plan.match(one, text))))
      const best = found.length === 0 ? undefined : ranks[Math.min(...found)]
      const score = plan.score === undefined ? undefined : breakdown[`${plan.score}Score`]
      const word =
        plan.key === 'document' && list.length === 0 ? documentWords[textOf(breakdown['documentNumberMatchType']) ?? ''] : undefined
      const show = plan.show ?? ((text: string) => text)
      const otherwise = used !== null && mine !== null && plan.match(mine, used) === 'no' && !sameCountry(plan, sources, used)
      return {
        key: plan.key,
        label: (company ? plan.company : undefined) ?? plan.label,
        person: mine === null ? null : show(mine),
        screened: otherwise ? show(used) : null,
        list: list.map(show),
        standing: word?.standing ?? (best === undefined ? 'none' : standings[best]),
        note: word?.note ?? (best !== undefined && typeof score === 'number' ? `${Math.round(score)} of 100` : null),
        paths: plan.list,
      }
    })
}

/** A document says TUR where the screening was made with TR: no difference that a person should see. */
function sameCountry(plan: Plan, sources: readonly Fields[], used: string): boolean {
  return plan.key === 'country' && (/^[a-z]{2}$/iu.test(used) || firstOf(sources, plan.person)?.length === 2)
}
