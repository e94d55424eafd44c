import { countryCode } from './country-code.ts'
import { parseDay } from './day.ts'
import { wordTable } from '../../../lib/word-table.ts'

/** How two readings of one field stand to each other. */
export type Agreement = 'same' | 'spelling' | 'differs' | 'otherScript'

/** Letters that Unicode does not take apart, as documents write them: the short form, then the long one. */
const letters = wordTable<readonly [string, string]>({
  ä: ['a', 'ae'],
  ö: ['o', 'oe'],
  ü: ['u', 'ue'],
  å: ['a', 'aa'],
  æ: ['ae', 'ae'],
  ø: ['o', 'oe'],
  œ: ['oe', 'oe'],
  ß: ['ss', 'ss'],
  ð: ['d', 'd'],
  đ: ['d', 'd'],
  þ: ['th', 'th'],
  ł: ['l', 'l'],
  ı: ['i', 'i'],
  ə: ['a', 'e'],
})

const punctuation = /[\s.,;:'’`ʼ"\-–—_/\\()<]+/gu

function plain(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('en').replace(/i̇/gu, 'i').replace(punctuation, ' ').trim()
}

function fold(text: string, form: 0 | 1): string {
  return Array.from(plain(text), (letter) => letters[letter]?.[form] ?? letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .join('')
    .replaceAll(' ', '')
}

const latin = /\p{Script=Latin}/u
const other = /[\p{L}--\p{Script=Latin}]/v

/** Names and other free text: equal, equal but for how letters of other alphabets are spelled, or different. */
export function compareTexts(one: string, two: string): Agreement {
  if (plain(one) === plain(two)) return 'same'
  const forms = new Set([fold(one, 0), fold(one, 1)])
  if (forms.has(fold(two, 0)) || forms.has(fold(two, 1))) return 'spelling'
  const scriptsDiffer = (latin.test(one) && other.test(two) && !latin.test(two)) || (latin.test(two) && other.test(one) && !latin.test(one))
  return scriptsDiffer ? 'otherScript' : 'differs'
}

/** Days in whatever way they are written; anything that is no day is compared as text. */
export function compareDays(one: string, two: string): Agreement {
  const [left, right] = [parseDay(one), parseDay(two)]
  return left && right ? (left === right ? 'same' : 'differs') : compareTexts(one, two)
}

const sexes = wordTable<string>({ male: 'm', female: 'f', unspecified: 'x', unknown: 'u' })

export function compareSexes(one: string, two: string): Agreement {
  const short = (value: string) => sexes[plain(value)] ?? plain(value)
  return short(one) === short(two) ? 'same' : 'differs'
}

/** Countries by code of two letters or three, or by name; anything else is compared as text. */
export function compareCountries(one: string, two: string): Agreement {
  const [left, right] = [countryCode(one), countryCode(two)]
  return left !== null && right !== null ? (left === right ? 'same' : 'differs') : compareTexts(one, two)
}

/** Document numbers: spaces, dashes and fillers do not count. */
export function compareNumbers(one: string, two: string): Agreement {
  const bare = (value: string) => plain(value).replaceAll(' ', '')
  return bare(one) === bare(two) ? 'same' : 'differs'
}

const severity: Readonly<Record<Agreement, number>> = { same: 0, spelling: 1, otherScript: 2, differs: 3 }

/** The worst of several. */
export function worstOf(found: readonly Agreement[]): Agreement {
  return found.reduce<Agreement>((worst, next) => (severity[next] > severity[worst] ? next : worst), 'same')
}
