import type { ApplicantFacts } from './session-facts.ts'
import { tippingWords } from './tipping-words.ts'

/** Why a text must not reach the applicant; `found` is the part of it, for the person who wrote it. */
export interface TextProblem {
  kind: 'tipping-off' | 'personal-data'
  found: string
}

/** Small letters without accents, one kind of space; equal however it was typed. */
const plain = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[’'`]/gu, "'").replaceAll(/\s+/gu, ' ').trim()

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
const notInWord = String.raw`(?<![\p{L}\p{N}])`
const endOfWord = String.raw`(?![\p{L}\p{N}])`

const stemPattern = (stem: string): string => {
  const word = escaped(plain(stem.replace(/[!~]$/u, '')))
  if (stem.endsWith('~')) return word
  return stem.endsWith('!') ? `${notInWord}${word}${endOfWord}` : `${notInWord}${word}`
}
const tipping = new RegExp(Object.values(tippingWords).flat().map(stemPattern).join('|'), 'u')

const hasWord = (text: string, word: string) => new RegExp(`${notInWord}${escaped(word)}${endOfWord}`, 'u').test(text)
const spaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

/** A whole name, or two of its parts: one part alone may be a plain word (Mark, Rose, Young). */
function findName(text: string, names: readonly string[]): string | null {
  const flat = plain(text)
  for (const name of names) {
    const whole = plain(name)
    if (spaced.test(name) && whole.length >= 2 && flat.includes(whole)) return name
    const parts = [...new Set(whole.split(/[\s,-]+/u).filter((part) => part.length > 1))]
    const there = parts.filter((part) => hasWord(flat, part))
    if (there.length >= 2) return there.join(' ')
  }
  return null
}

/** A last name alone, written as a name: capital letter, not at the start of a sentence, or behind a form of address. */
function findLastName(text: string, lastNames: readonly string[]): string | null {
  for (const last of lastNames.filter((name) => name.length >= 3)) {
    const lower = escaped(last)
    const written = `${last.charAt(0).toUpperCase()}${last.slice(1).toLowerCase()}`
    const addressed = new RegExp(
      String.raw`(?:\b(?:mr|mrs|ms|miss|dr|herr|frau|monsieur|madame|mme|m|senor|señor|señora|sra|sr|signor|signora)\.?\s+)${lower}${endOfWord}`,
      'iu',
    )
    const inside = new RegExp(String.raw`[\p{Ll},;]\s+(?:${escaped(written)}|${escaped(last.toUpperCase())})${endOfWord}`, 'u')
    if (addressed.test(text) || (last.length >= 4 && inside.test(text))) return last
  }
  return null
}

/** However it is grouped: `D98 996-199` is `D98996199`. */
function findNumber(text: string, numbers: readonly string[]): string | null {
  const flat = plain(text)
  for (const number of numbers) {
    const signs = Array.from(plain(number).replaceAll(/[^\p{L}\p{N}]/gu, ''))
    if (signs.length < 5) continue
    if (new RegExp(`${notInWord}${signs.map(escaped).join(String.raw`[\s.\-/]?`)}${endOfWord}`, 'u').test(flat)) return number
  }
  return null
}

const wordDates = [
  'en-GB',
  'en-US',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'cs',
  'ro',
  'sv',
  'da',
  'fi',
  'tr',
  'ru',
  'uk',
  'el',
  'zh',
  'ja',
  'ko',
  'id',
  'vi',
]
const inWords = wordDates.flatMap((language) =>
  (['long', 'medium'] as const).map((dateStyle) => new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' })),
)

function findBirthDay(text: string, birthDays: readonly string[]): string | null {
  const flat = plain(text)
  const groups = [...flat.matchAll(/(?<!\d)(\d{1,4})\s?[./\- ]\s?(\d{1,2})\s?[./\- ]\s?(\d{1,4})(?!\d)/gu)]
  for (const day of birthDays) {
    const wanted = day
      .split('-')
      .map(Number)
      .toSorted((a, b) => a - b)
    const numeric = groups.find(([, a, b, c]) => {
      const found = [a, b, c].map(Number).toSorted((x, y) => x - y)
      return found.every((value, index) => value === wanted[index])
    })
    if (numeric) return numeric[0]
    const instant = new Date(`${day}T00:00:00Z`)
    if (Number.isNaN(instant.getTime())) continue
    const written = inWords.map((format) => plain(format.format(instant))).find((each) => flat.includes(each))
    if (written !== undefined) return written
  }
  return null
}

/** The line with the house number; towns alone are no secret. */
function findAddress(text: string, addresses: readonly string[]): string | null {
  const flat = plain(text).replaceAll(/[,.]/gu, '')
  for (const address of addresses) {
    for (const line of address.split(/[,\n]/u)) {
      const wanted = plain(line).replaceAll('.', '')
      if (wanted.length >= 6 && /\d/u.test(wanted) && /\p{L}{3}/u.test(wanted) && hasWord(flat, wanted)) return line.trim()
    }
  }
  return null
}

const findContact = (text: string, contacts: readonly string[]): string | null => {
  const flat = plain(text)
  return (
    contacts.find((contact) => contact.length >= 6 && flat.includes(plain(contact))) ??
    findNumber(
      text,
      contacts.filter((each) => !each.includes('@')),
    )
  )
}

/** Words of a suspicion in any language that we ship, or null. */
export function findTippingOff(text: string): string | null {
  return tipping.exec(plain(text))?.[0] ?? null
}

/** What in a text must not reach the applicant. Pure; `applicant` null where it is not known, as in a catalogue. */
export function checkApplicantText(text: string, applicant: ApplicantFacts | null): TextProblem[] {
  const problems: TextProblem[] = []
  const tip = findTippingOff(text)
  if (tip !== null) problems.push({ kind: 'tipping-off', found: tip })
  if (applicant === null) return problems
  const personal = [
    findName(text, applicant.names) ?? findLastName(text, applicant.lastNames),
    findNumber(text, applicant.numbers),
    findBirthDay(text, applicant.birthDays),
    findAddress(text, applicant.addresses),
    findContact(text, applicant.contacts),
  ]
  return [...problems, ...personal.filter((found) => found !== null).map((found): TextProblem => ({ kind: 'personal-data', found }))]
}
