import { wordTable } from '../../../lib/word-table.ts'

/** One check digit of the machine-readable lines, worked out again from what is printed. */
export interface MrzCheck {
  label: string
  /** What the digit stands for, fillers and all. */
  covers: string
  printed: string
  expected: string
  passed: boolean
}

type Span = readonly [line: number, from: number, to: number]
interface Plan {
  label: string
  covers: readonly Span[]
  digit: readonly [line: number, at: number]
}

const birth = (line: number, from: number): Plan => ({ label: 'Date of birth', covers: [[line, from, from + 6]], digit: [line, from + 6] })
const expiry = (line: number, from: number): Plan => ({ label: 'Valid until', covers: [[line, from, from + 6]], digit: [line, from + 6] })
const number = (line: number, from: number): Plan => ({
  label: 'Document number',
  covers: [[line, from, from + 9]],
  digit: [line, from + 9],
})

/** By number and length of lines: cards, passports, and the older cards between them (ICAO 9303). */
const plans = wordTable<readonly Plan[]>({
  '3x30': [
    number(0, 5),
    birth(1, 0),
    expiry(1, 8),
    { label: 'All together', covers: [[0, 5, 30], [1, 0, 7], [1, 8, 15], [1, 18, 29]], digit: [1, 29] }, // prettier-ignore
  ],
  '2x44': [
    number(1, 0),
    birth(1, 13),
    expiry(1, 21),
    { label: 'Personal number', covers: [[1, 28, 42]], digit: [1, 42] },
    { label: 'All together', covers: [[1, 0, 10], [1, 13, 20], [1, 21, 43]], digit: [1, 43] }, // prettier-ignore
  ],
  '2x36': [
    number(1, 0),
    birth(1, 13),
    expiry(1, 21),
    { label: 'All together', covers: [[1, 0, 10], [1, 13, 20], [1, 21, 35]], digit: [1, 35] }, // prettier-ignore
  ],
})

const weights = [7, 3, 1] as const

function valueOf(letter: string): number {
  if (/^\d$/u.test(letter)) return Number(letter)
  return /^[A-Z]$/u.test(letter) ? letter.charCodeAt(0) - 55 : 0
}

/** The check digit of some characters, as the standard reckons it. */
export function checkDigit(text: string): string {
  return String(Array.from(text).reduce((sum, letter, index) => sum + valueOf(letter) * (weights[index % 3] ?? 1), 0) % 10)
}

/** The lines themselves, without blank ones. */
export function mrzLines(text: string | null): string[] {
  return (text ?? '').split(/\r?\n/u).filter((line) => line.trim() !== '')
}

/** Every check digit of the lines; empty when they have no shape that the standard knows. */
export function mrzChecks(lines: readonly string[]): MrzCheck[] {
  const width = lines[0]?.length ?? 0
  if (lines.some((line) => line.length !== width || !/^[A-Z0-9<]+$/u.test(line))) return []
  return (plans[`${lines.length}x${width}`] ?? []).map(({ label, covers, digit: [line, at] }) => {
    const text = covers.map(([row, from, to]) => (lines[row] ?? '').slice(from, to)).join('')
    const printed = (lines[line] ?? '').charAt(at)
    const expected = checkDigit(text)
    // The personal number's digit may be left out when there is none.
    return { label, covers: text, printed, expected, passed: printed === expected || (printed === '<' && /^<+$/u.test(text)) }
  })
}

/** A day of the lines (YYMMDD) as `YYYY-MM-DD`: births lie in the past, ends of validity from 1970 to 2069. `now` in ms. */
export function mrzDay(text: string, rule: 'birth' | 'validUntil', now: number): string {
  const found = /^(\d{2})(\d{2})(\d{2})$/u.exec(text)
  if (!found) return text
  const [, year = '', month = '', day = ''] = found
  const last = rule === 'birth' ? new Date(now).getUTCFullYear() % 100 : 69
  return `${Number(year) > last ? 19 : 20}${year}-${month}-${day}`
}

const errorWords = wordTable<string>({
  final_hash: 'The check digit over all lines does not add up',
  document_number_hash: 'The check digit of the document number does not add up',
  birth_date_hash: 'The check digit of the date of birth does not add up',
  expiry_date_hash: 'The check digit of the end of validity does not add up',
  optional_data_hash: 'The check digit of the personal number does not add up',
})

/** Didit's remark about the lines in plain words; one that we do not know comes back null. */
export function mrzErrorWords(code: string): string | null {
  return errorWords[code] ?? null
}
