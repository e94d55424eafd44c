import type { Cast } from '../cast.ts'
import { namesOf } from '../people/names.ts'
import { fullName } from '../people/person.ts'
import { Dice } from '../random.ts'
import type { JsonObject } from '../types.ts'

export type Dataset =
  | 'PEP'
  | 'PEP Level 1'
  | 'PEP Level 2'
  | 'PEP Level 3'
  | 'PEP Level 4'
  | 'Sanctions'
  | 'Adverse Media'
  | 'Warnings and Regulatory Enforcement'
  | 'Fitness and Probity'
  | 'SIP'
  | 'SIE'
  | 'Insolvency'

export const DATASETS: readonly Dataset[] = [
  'PEP',
  'PEP Level 1',
  'PEP Level 2',
  'PEP Level 3',
  'PEP Level 4',
  'Sanctions',
  'Adverse Media',
  'Warnings and Regulatory Enforcement',
  'Fitness and Probity',
  'SIP',
  'SIE',
  'Insolvency',
]

const RISK: Readonly<Record<Dataset, number>> = {
  PEP: 73,
  'PEP Level 1': 88,
  'PEP Level 2': 78,
  'PEP Level 3': 66,
  'PEP Level 4': 55,
  Sanctions: 98,
  'Adverse Media': 71,
  'Warnings and Regulatory Enforcement': 76,
  'Fitness and Probity': 60,
  SIP: 64,
  SIE: 62,
  Insolvency: 48,
}

export interface HitWish {
  dataset: Dataset
  /** 0–100: how surely this is the same person. */
  match: number
  name?: string
  review?: 'Unreviewed' | 'Confirmed Match' | 'False Positive' | 'Inconclusive'
}

/** One watch-list hit, invented from top to bottom. `which` numbers the hits of a screening. */
export function amlHit(cast: Cast, which: number, wish: HitWish): JsonObject {
  const dice = new Dice(cast.seed ^ 0xa31, cast.index * 64 + which)
  const { person } = cast
  const { dataset } = wish
  const name = wish.name ?? listedName(cast, dice, wish.match)
  const year = Number(person.birth.slice(0, 4))
  const sameYear = wish.match > 80
  const parts = breakdown(wish.match, sameYear)
  const birth = sameYear ? String(year) : String(year + dice.int('years', -9, 9))
  const source = `https://lists.example/${dataset.toLowerCase().replaceAll(' ', '-')}/${dice.digits('source', 7)}`
  const risk = Math.min(100, (RISK[dataset] ?? 50) + dice.int('risk', -4, 2))
  const pep = dataset.startsWith('PEP')
  const media = dataset === 'Adverse Media'
  return {
    id: `${dice.letters('id', 10)}${dice.digits('id', 6)}${dice.letters('id2', 6).toLowerCase()}`,
    url: source,
    match: wish.match >= 95,
    score: parts.total_score / 100,
    target: null,
    caption: name,
    datasets: pep && dataset !== 'PEP' ? ['PEP', dataset] : [dataset],
    features: null,
    rca_name: dataset === 'PEP Level 4' ? `Close associate of ${person.family.latin} (Specimen)` : '',
    last_seen: '2026-06-13T00:00:00Z',
    first_seen: `202${dice.int('seen', 0, 5)}-0${dice.int('seenm', 1, 9)}-18T00:00:00Z`,
    risk_view: riskView(dataset, risk),
    properties: properties(name, person.given.latin, person.family.latin, birth, person, pep),
    match_score: parts.total_score,
    risk_score: risk,
    review_status: wish.review ?? 'Unreviewed',
    score_breakdown: parts,
    pep_matches: pep ? [pepMatch(name, birth, source, person.birthPlace.city, dataset)] : [],
    linked_entities: pep
      ? [
          {
            name: [`${dice.pick('kin', ['Alex', 'Sam', 'Kim', 'Robin'])} ${person.family.latin}`],
            active: ['true'],
            status: [],
            details: [],
            relation: ['Sibling'],
          },
        ]
      : [],
    warning_matches:
      dataset === 'Warnings and Regulatory Enforcement' || dataset === 'Fitness and Probity'
        ? [warningMatch(name, source, person.country.alpha2)]
        : [],
    sanction_matches: dataset === 'Sanctions' ? [sanctionMatch(name, source)] : [],
    adverse_media_details: media
      ? {
          sentiment: 'Moderately Negative',
          entity_type: 'person',
          sentiment_score: -2,
          adverse_keywords: { fraud: dice.int('k1', 1, 5), investigation: dice.int('k2', 1, 4) },
        }
      : {},
    adverse_media_matches: media ? [0, 1].map((story) => article(name, story, source, person.country.name)) : [],
    additional_information: {},
  }
}

/** The surer the match, the closer the listed name to the person's own. */
function listedName({ person }: Cast, dice: Dice, match: number): string {
  if (match >= 90) return fullName(person, 'latin')
  const lists = namesOf(person.country.culture)
  const others = (person.sex === 'M' ? lists.men : lists.women).filter((entry) => entry.latin !== person.given.latin)
  const other = dice.pick('listed', others).latin
  return match >= 65 ? `${person.given.latin} ${other} ${person.family.latin}` : `${other} ${person.family.latin}`
}

/** Parts that add up to the wished match as nearly as whole scores allow; the total is the hit's match score. */
function breakdown(match: number, sameYear: boolean): JsonObject & { total_score: number } {
  const dobScore = sameYear ? 100 : match > 60 ? 50 : 0
  const countryScore = match > 55 ? 100 : 50
  const nameScore = Math.max(0, Math.min(100, Math.round((match - dobScore * 0.25 - countryScore * 0.15) / 0.6)))
  const round = (value: number): number => Math.round(value * 100) / 100
  return {
    name_score: nameScore,
    name_weight: 60,
    name_weight_normalized: 60,
    name_contribution: round(nameScore * 0.6),
    dob_score: dobScore,
    dob_weight: 25,
    dob_weight_normalized: 25,
    dob_contribution: round(dobScore * 0.25),
    country_score: countryScore,
    country_weight: 15,
    country_weight_normalized: 15,
    country_contribution: round(countryScore * 0.15),
    document_number_match_type: match > 97 ? 'MATCH' : match < 50 ? 'HARD_MISMATCH' : 'NEUTRAL',
    document_number_effect: match < 50 ? 'The document number is another one; the score is capped' : 'No document number on the list',
    total_score: Math.round(nameScore * 0.6 + dobScore * 0.25 + countryScore * 0.15),
  }
}

function riskView(dataset: Dataset, risk: number): JsonObject {
  const part = (score: number, weightage: number, scores: JsonObject): JsonObject => ({
    score,
    weightage,
    risk_level: score >= 70 ? 'High' : score >= 40 ? 'Medium' : 'Low',
    risk_scores: scores,
  })
  return {
    crimes: part(dataset === 'Sanctions' ? 90 : 0, 20, {}),
    countries: part(20, 30, {}),
    categories: part(risk, 50, { [dataset]: risk }),
    custom_list: {},
  }
}

function properties(name: string, given: string, family: string, birth: string, person: Cast['person'], pep: boolean): JsonObject {
  const empty = Object.fromEntries(
    [
      'title',
      'height',
      'topics',
      'weight',
      'address',
      'country',
      'website',
      'eyeColor',
      'keywords',
      'position',
      'religion',
      'ethnicity',
      'hairColor',
      'weakAlias',
      'modifiedAt',
      'wikidataId',
      'citizenship',
      'nationality',
    ].map((key) => [key, null]),
  )
  return {
    ...empty,
    name: [name],
    alias: [name, `${family} ${given.charAt(0)}.`],
    notes: [pep ? 'Member of an invented assembly' : 'Entry of an invented list'],
    gender: [person.sex === 'M' ? 'male' : 'female'],
    lastName: [family],
    firstName: [given],
    birthDate: [birth],
    birthPlace: [person.birthPlace.city],
    education: pep ? ['University of Example (1998-2003)'] : [],
  }
}

function pepMatch(name: string, birth: string, source: string, place: string, dataset: string): JsonObject {
  return {
    aliases: [name],
    education: ['University of Example (1998-2003)'],
    list_name: 'Register of Public Office (Specimen)',
    publisher: 'Example Lists',
    source_url: source,
    description: 'Invented register of people in public office',
    matched_name: name,
    pep_position:
      dataset === 'PEP Level 1' ? 'Minister of Samples' : dataset === 'PEP Level 2' ? 'Member of parliament' : 'Town councillor',
    date_of_birth: birth,
    other_sources: [],
    place_of_birth: place,
  }
}

function warningMatch(name: string, source: string, country: string): JsonObject {
  return {
    list_name: 'Notices of the Example Conduct Authority',
    matched_name: name,
    description: 'Invented supervisory notice',
    publisher: 'Example Conduct Authority',
    source_url: source,
    other_sources: [],
    countries: [country],
    created_at: '2024-02-11',
    updated_at: '2025-08-02',
    additional_data: { data: { case_details: [{ case_type: 'Regulatory Enforcement' }] } },
  }
}

function sanctionMatch(name: string, source: string): JsonObject {
  return {
    list_name: ['Consolidated List (Specimen)'],
    matched_name: name,
    description: 'Invented sanctions entry',
    reason: 'Named for dealings of an invented trading house.',
    source_url: source,
    other_sources: [],
    details: ['Asset freeze', 'Travel ban'],
    legal_basis: ['Regulation (XX) 2024/0000'],
    listed_on: ['2024-05-17'],
    sanction_list: ['Consolidated List (Specimen)'],
    sanction_program: ['EXAMPLE-UTO'],
    sanctioning_authority: ['Council of Utopia'],
    updated_on: ['2026-01-09'],
    additional_data: {},
  }
}

function article(name: string, story: number, source: string, country: string): JsonObject {
  return {
    country: country.toLowerCase(),
    summary: `${name} is named in an invented report about ${story === 0 ? 'a contract given without a tender' : 'undeclared payments'}.`,
    headline: story === 0 ? 'Harbour contract: council asks for the papers' : 'Auditors question payments to a trading house',
    sentiment: 'moderately negative',
    thumbnail: `${source}/thumb.png`,
    source_url: source,
    author_name: null,
    other_sources: [],
    adverse_keywords: ['fraud', 'investigation'],
    sentiment_score: -2,
    publication_date: `2026-0${story + 4}-10T20:46:38Z`,
  }
}
