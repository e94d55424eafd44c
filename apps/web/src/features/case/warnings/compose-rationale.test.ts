import type { CaseWarning } from '@verdict/contract/case'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, answersInOrder, type Answers } from '../model/dispositions.ts'
import { riskBook } from './catalogue/book.ts'
import { composeRationale, textOfParts } from './compose-rationale.ts'
import type { ToldWarning } from './told-warnings.ts'

const entries = Object.values(riskBook).flatMap((family) => Object.values(family))
const book = new Map(entries.map((entry) => [entry.title, entry]))

interface Said {
  title: string
  apart?: string
  answer?: Answer
  note?: string
}

function compose(said: readonly Said[]): string {
  const warnings = said.map((one, at): CaseWarning => ({
    id: `w${at}`,
    code: 'CODE',
    severity: 'review',
    title: one.title,
    description: null,
    feature: 'phone',
    runId: null,
    details: null,
  }))
  const told = Object.fromEntries(
    said.map((one, at): [string, ToldWarning] => [
      `w${at}`,
      { title: one.title, entry: book.get(one.title) ?? null, check: null, apart: one.apart ?? null },
    ]),
  )
  const answers: Answers = Object.fromEntries(
    said.flatMap(({ answer, note }, at) => (answer ? [[`w${at}`, { answer, note: note ?? '' }]] : [])),
  )
  return textOfParts(composeRationale(answers, warnings, told))
}

const [expired, vpn, leak] = ['Expired document', 'Connection through a VPN, proxy or Tor', 'E-mail address found in a data leak']

describe('the rationale', () => {
  it('says an answer with its why in one sentence', () => {
    expect(compose([{ title: expired, answer: 'explained', note: 'renewed passport seen. ' }])).toBe(
      'Expired document explained: renewed passport seen.',
    )
    expect(compose([{ title: expired, answer: 'explained', note: 'renewed?' }])).toBe('Expired document explained: renewed?')
    expect(compose([{ title: expired, answer: 'explained', note: 'seen ...' }])).toBe('Expired document explained: seen …')
    expect(compose([{ title: expired, answer: 'confirmed', note: ' .. ' }])).toBe('Expired document confirmed.')
  })

  it('puts answers without a why into one sentence each', () => {
    expect(compose([{ title: expired, answer: 'confirmed' }])).toBe('Expired document confirmed.')
    expect(
      compose([
        { title: expired, answer: 'notRelevant' },
        { title: vpn, answer: 'confirmed', note: 'no employer named' },
        { title: leak, answer: 'notRelevant' },
        { title: 'MRZ odd', answer: 'notRelevant' },
      ]),
    ).toBe(
      'Not relevant: expired document, e-mail address found in a data leak and “MRZ odd”. Connection through a VPN, proxy or Tor confirmed: no employer named.',
    )
  })

  it('quotes Didit where we have no words, and tells runs apart', () => {
    expect(compose([{ title: 'Voice is odd.', answer: 'explained', note: 'a cold' }])).toBe('“Voice is odd” explained: a cold.')
    expect(compose([{ title: ' . ', answer: 'confirmed' }])).toBe('“Warning without a title” confirmed.')
    const twice = { title: 'Weak likeness of selfie and portrait', answer: 'explained' as const }
    expect(
      compose([
        { ...twice, apart: 'face match 1 of 2' },
        { ...twice, apart: 'face match 2 of 2' },
      ]),
    ).toBe(
      'Explained: weak likeness of selfie and portrait (face match 1 of 2) and weak likeness of selfie and portrait (face match 2 of 2).',
    )
  })

  it('never breaks a sentence to keep within the limit', () => {
    const many = Array.from({ length: 60 }, () => ({ title: expired, answer: 'explained' as const, note: 'n'.repeat(180) }))
    const text = compose(many)
    expect(text.length).toBeLessThanOrEqual(4000)
    expect(text).toMatch(/n\. \d+ further sentences are left out; every answer stands in the record\.$/u)
  })

  const said = fc.record({
    title: fc.oneof(fc.constantFrom(...book.keys()), fc.constantFrom('The face differs.', 'سيف', 'Odd..', '', 'a.b')),
    apart: fc.constantFrom(undefined, 'face match 2 of 2', 'phone, remark 1 of 2'),
    answer: fc.constantFrom(undefined, ...answersInOrder),
    note: fc.constantFrom(
      undefined,
      '',
      ' ',
      '.',
      'seen',
      'Seen twice.',
      'why?',
      'cf. page 2..',
      'line\nbreak',
      'name: Ada;',
      '()',
      'seen () twice',
    ),
  })
  const optional = ({ title, ...rest }: { title: string } & Record<string, unknown>): Said => ({
    title,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  })

  it('reads well for any answers', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 9 }), (all) => {
        const text = compose(all.map(optional))
        expect(text).not.toMatch(/\.\.|\.”\.|,\.|;\.|:\.|: *$|“”|\s\s|\s[.,;:]|\n|^\s|\s$/u)
        expect(text).not.toMatch(/\(\s*\)|\[\s*\]/u)
        if (text !== '') expect(text).toMatch(/^[\p{Lu}“].*[.?…]$/u)
        if (all.every(({ answer }) => answer === undefined)) expect(text).toBe('')
      }),
      { numRuns: 1000 },
    )
  })
})
