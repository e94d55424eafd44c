import type { RationalePart } from './compose-rationale.ts'

/** Typed text belongs to the reviewer; a piece with `key` is still word for word what was composed. */
interface Piece {
  key: string | null
  text: string
}

interface Span {
  key: string
  from: number
  to: number
}

function spansOf(base: readonly RationalePart[], text: string): Span[] {
  const spans: Span[] = []
  const free = (from: number, to: number) => spans.every((span) => to <= span.from || from >= span.to)
  let cursor = 0
  for (const { key, text: part } of base) {
    if (part === '') continue
    const starts = [text.indexOf(part, cursor), text.indexOf(part)]
    const from = starts.find((start) => start >= 0 && free(start, start + part.length))
    if (from === undefined) continue
    spans.push({ key, from, to: from + part.length })
    cursor = from + part.length
  }
  return spans.toSorted((one, two) => one.from - two.from)
}

function piecesOf(base: readonly RationalePart[], text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { key, from, to } of spansOf(base, text)) {
    if (from > at) pieces.push({ key: null, text: text.slice(at, from) })
    pieces.push({ key, text: text.slice(from, to) })
    at = to
  }
  if (at < text.length) pieces.push({ key: null, text: text.slice(at) })
  return pieces
}

function remove(pieces: Piece[], at: number): void {
  pieces.splice(at, 1)
  const [before, after] = [pieces[at - 1], pieces[at]]
  const spaced = before === undefined || /\s$/u.test(before.text)
  if (spaced && after?.key === null) after.text = after.text.replace(/^ /u, '')
  else if (after === undefined && before?.key === null) before.text = before.text.replace(/ $/u, '')
  for (const empty of [at, at - 1]) if (pieces[empty]?.text === '') pieces.splice(empty, 1)
}

function insert(pieces: Piece[], at: number, part: RationalePart): void {
  const [before, after] = [pieces[at - 1], pieces[at]]
  const added: Piece[] = [{ ...part }]
  if (before && !/\s$/u.test(before.text)) added.unshift({ key: null, text: ' ' })
  if (after && !/^\s/u.test(after.text)) added.push({ key: null, text: ' ' })
  pieces.splice(at, 0, ...added)
}

/** Where a new sentence goes: after the nearest one before it that stands, else before the nearest after it, else last. */
function placeFor(pieces: readonly Piece[], now: readonly RationalePart[], index: number): number {
  const at = (part: RationalePart) => pieces.findIndex((piece) => piece.key === part.key)
  const before = now
    .slice(0, index)
    .map(at)
    .findLast((found) => found >= 0)
  if (before !== undefined) return before + 1
  return (
    now
      .slice(index + 1)
      .map(at)
      .find((found) => found >= 0) ?? pieces.length
  )
}

export interface MergedRationale {
  text: string
  /** Sentences that changed but were left alone, because the reviewer had rewritten or deleted them. */
  left: RationalePart[]
}

/**
 * Brings changed answers into a rationale that was edited by hand. `base` is what the answers said when it was
 * edited, `now` what they say today. What was typed is never changed.
 */
export function mergeRationale(base: readonly RationalePart[], edited: string, now: readonly RationalePart[]): MergedRationale {
  const pieces = piecesOf(base, edited)
  const left: RationalePart[] = []
  for (const old of base) {
    const next = now.find((part) => part.key === old.key)
    const at = pieces.findIndex((piece) => piece.key === old.key)
    const piece = pieces[at]
    if (piece === undefined) {
      if (next && next.text !== old.text) left.push(next)
    } else if (next) piece.text = next.text
    else remove(pieces, at)
  }
  const known = new Set(base.map((part) => part.key))
  for (const [index, part] of now.entries()) if (!known.has(part.key)) insert(pieces, placeFor(pieces, now, index), part)
  return { text: pieces.map((piece) => piece.text).join(''), left }
}
