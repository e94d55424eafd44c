import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RationalePart, textOfParts } from './compose-rationale.ts'
import { mergeRationale } from './merge-rationale.ts'

const part = (key: string, text: string): RationalePart => ({ key, text })
const [name, face, vpn] = [
  part('note:name', 'Name explained: maiden name.'),
  part('note:face', 'Face confirmed.'),
  part('plain:notRelevant', 'VPN not relevant.'),
]
const written = (base: readonly RationalePart[], edited: string, now: readonly RationalePart[]) => mergeRationale(base, edited, now).text

describe('a rationale edited by hand, after which answers change', () => {
  it('takes a changed, a new and a withdrawn sentence in where they belong', () => {
    const edited = 'Name explained: maiden name. Called the branch. Face confirmed. Done.'
    const changed = part('note:face', 'Face explained: old portrait.')
    expect(written([name, face], edited, [name, changed])).toBe(
      'Name explained: maiden name. Called the branch. Face explained: old portrait. Done.',
    )
    expect(written([name, face], edited, [name, vpn, face])).toBe(
      'Name explained: maiden name. VPN not relevant. Called the branch. Face confirmed. Done.',
    )
    expect(written([name, face], edited, [face])).toBe('Called the branch. Face confirmed. Done.')
    expect(written([name, face], edited, [name])).toBe('Name explained: maiden name. Called the branch. Done.')
  })

  it('leaves a rewritten sentence as it is and says what changed', () => {
    const edited = 'The name is her maiden name. Face confirmed.'
    const changed = part('note:name', 'Name confirmed: another person.')
    expect(mergeRationale([name, face], edited, [changed, face])).toEqual({ text: edited, left: [changed] })
    expect(mergeRationale([name, face], edited, [name, face])).toEqual({ text: edited, left: [] })
  })

  it('does not bring back a deleted sentence, but adds new ones', () => {
    expect(written([name, face], 'Face confirmed.', [name, face, vpn])).toBe('Face confirmed. VPN not relevant.')
    expect(written([], 'All by hand', [name])).toBe('All by hand Name explained: maiden name.')
    expect(written([name], '', [name, vpn])).toBe('VPN not relevant.')
  })

  const keys = ['a', 'b', 'c', 'd', 'e', 'f']
  const sentences = fc
    .subarray(keys)
    .chain((chosen) =>
      fc.tuple(...chosen.map((key) => fc.constantFrom(1, 2, 3).map((version) => part(key, `Answer ${key} says ${version}.`)))),
    )
  const typed = fc.constantFrom('', 'Typed one. ', 'typed, two ', '  ', 'السلام ', '«3»\n')

  it('never loses or changes a typed character', () => {
    fc.assert(
      fc.property(sentences, sentences, fc.array(typed, { minLength: 7, maxLength: 7 }), (base, now, words) => {
        const edited = base.map(({ text }, at) => `${words[at] ?? ''}${text} `).join('') + (words[6] ?? '')
        const { text, left } = mergeRationale(base, edited, now)
        let rest = text
        for (const { text: own } of now) rest = rest.replace(own, '')
        const own = base.map((_, at) => words[at] ?? '').join('') + (words[6] ?? '')
        expect(rest.replaceAll(/\s/gu, '')).toBe(own.replaceAll(/\s/gu, ''))
        for (const { text: sentence } of now) expect(text).toContain(sentence)
        expect(left).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('follows the answers word for word while nothing was typed', () => {
    fc.assert(
      fc.property(sentences, sentences, (base, now) => {
        expect(written(base, textOfParts(base), now)).toBe(textOfParts(now))
      }),
      { numRuns: 1000 },
    )
  })
})
