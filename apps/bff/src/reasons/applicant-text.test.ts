import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkApplicantText } from './applicant-text.ts'
import type { ApplicantFacts } from './session-facts.ts'
import { harmlessTexts } from './testing/harmless-texts.ts'

const applicant: ApplicantFacts = {
  names: ['Rosa Quispe Mamani', '陈思远'],
  lastNames: ['Quispe Mamani', 'Young'],
  numbers: ['D98996199', '7089-590848'],
  birthDays: ['1991-03-14'],
  addresses: ['30 Model Road, Jeddah 21442'],
  contacts: ['rosa.quispe@mail.example', '+966500005243'],
}
const found = (text: string) => checkApplicantText(text, applicant).map(({ kind }) => kind)

describe('text for the applicant', () => {
  it.each([
    'Your name is on a sanctions list.',
    'This is a PEP match.',
    'We suspect money laundering.',
    'We must inform the police.',
    'Wir haben den Verdacht auf Geldwäsche.',
    'Soupçon de fraude.',
    'Sospechamos de blanqueo.',
    'Sospetto riciclaggio, frode.',
    'Suspeita de fraude.',
    'Подозрение в мошенничестве',
    '您的交易可疑',
    'マネーロンダリングの確認',
    '자금 세탁이 의심됩니다',
    'Podejrzenie oszustwa',
    'Şüpheli işlem',
    'تم رصد نشاط مشبوه',
  ])('does not tip off: %s', (text) => {
    expect(found(text)).toEqual(['tipping-off'])
  })

  it.each([
    'Dear Rosa Quispe, please try again.',
    'Rosa  MAMANI must send it again.',
    'Liebe Frau Quispe Mamani, bitte erneut.',
    'please send it again, Young',
    '请陈思远重新上传',
    'Document D98 996-199 is unclear.',
    'Number 7089590848 cannot be read.',
    'Born on 14.03.1991, it says.',
    'Born 1991-03-14.',
    'Born 3/14/1991.',
    'geboren am 14. März 1991',
    'Born on 14 March 1991.',
    'We cannot read 30 Model Road.',
    'We wrote to ROSA.QUISPE@mail.example before.',
    'We called +966 500 005 243.',
  ])('names nobody: %s', (text) => {
    expect(found(text)).toContain('personal-data')
  })

  it('finds a number however it is grouped', () => {
    const grouped = fc.array(fc.constantFrom('', ' ', '-', '.'), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(grouped, (gaps) => {
        const typed = 'D98996199'.replaceAll(/./gu, (sign, index: number) => sign + (gaps[index] ?? ''))
        expect(found(`Please send ${typed} again`)).toEqual(['personal-data'])
      }),
    )
  })

  it('hardly ever refuses harmless texts', () => {
    const texts = harmlessTexts()
    expect(texts.length).toBeGreaterThanOrEqual(200)
    const refused = texts.filter((text) => checkApplicantText(text, applicant).length > 0)
    // oxlint-disable-next-line no-console -- the figure that this test is there to print
    console.info(
      `reason linter: ${refused.length} of ${texts.length} harmless texts refused (${((100 * refused.length) / texts.length).toFixed(1)} %)`,
    )
    // One is known: the French for a typeface is the word for the police.
    expect(refused.length / texts.length).toBeLessThan(0.01)
  })
})
