/** Letters that no decomposition takes apart. */
const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd', ħ: 'h' }
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')

/** Lower case without accents, single spaces. Equal for how a name is written and how it is looked for. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(special, (letter) => letters[letter] ?? letter)
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim()
}

/** What is searched of a row. The outer spaces let even one or two letters be looked for, as the beginning of a word. */
export function searchTextOf(parts: readonly (string | number | null)[]): string {
  const words = parts.filter((part) => part !== null && part !== '').map((part) => fold(String(part)))
  return ` ${words.join(' ')} `
}

/** By code points, as the trigram indexes count. */
export const lettersOf = (text: string): string[] => Array.from(text)

const MOST_WORDS = 8

/** Parts of text of which one group must be there whole; null when there is nothing to look for. */
export type Sought = readonly (readonly string[])[]

/** What a person typed, as parts to look for: as it stands, each word somewhere, or digits without their spaces and dashes. */
export function soughtIn(query: string): Sought | null {
  const words = fold(query).split(' ').filter(Boolean).slice(0, MOST_WORDS)
  if (words.length === 0) return null
  const parts = words.map((word) => {
    const { length } = lettersOf(word)
    return length >= 3 ? word : length === 2 ? ` ${word}` : ` ${word} `
  })
  const digits = /^[\d+\-.()/ ]+$/.test(query) ? query.replaceAll(/\D/g, '') : ''
  // What holds the whole holds each word too, but where it may begin or end within a longer one.
  const loose = lettersOf(words[0] ?? '').length < 3 || lettersOf(words.at(-1) ?? '').length < 2
  const others = [words.length > 1 && loose ? words.join(' ') : '', digits === words[0] ? '' : digits]
  return [parts, ...others.filter((other) => other.length >= 3).map((other) => [other])]
}
