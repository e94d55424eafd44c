import { compareTexts } from './compare-values.ts'

export interface TextPart {
  text: string
  marked: boolean
}

function join(parts: readonly TextPart[]): TextPart[] {
  const joined: TextPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last && last.marked === part.marked) last.text += part.text
    else joined.push({ ...part })
  }
  return joined
}

/** Longest common subsequence of letters, as marks on `text`; long texts are left unmarked. */
function markLetters(text: string, reference: string): TextPart[] {
  const [a, b] = [Array.from(text.toLocaleLowerCase('en')), Array.from(reference.toLocaleLowerCase('en'))]
  const shown = Array.from(text)
  if (a.length !== shown.length || a.length * b.length > 10_000) return [{ text, marked: false }]
  const table = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  const at = (i: number, j: number) => table[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    const row = table[i] ?? []
    for (let j = b.length - 1; j >= 0; j--) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const parts: TextPart[] = []
  let [i, j] = [0, 0]
  while (i < a.length) {
    const same = j < b.length && a[i] === b[j]
    if (same || j >= b.length || at(i + 1, j) >= at(i, j + 1)) {
      parts.push({ text: shown[i] ?? '', marked: !same })
      if (same) j++
      i++
    } else j++
  }
  return join(parts)
}

/** Cuts `text` into parts, marking what `reference` has not: whole words when they differ, letters when only the spelling does. */
export function markDifferences(text: string, reference: string): TextPart[] {
  const agreement = compareTexts(text, reference)
  if (agreement === 'same' || agreement === 'otherScript') return [{ text, marked: false }]
  if (agreement === 'spelling') return markLetters(text, reference)
  const words = reference.split(/\s+/u)
  const known = (word: string) => words.some((candidate) => compareTexts(candidate, word) !== 'differs')
  return join(text.split(/(\s+)/u).map((word) => ({ text: word, marked: word.trim() !== '' && !known(word) })))
}
