import { describe, expect, it } from 'vitest'
import { checkDigit, mrzChecks, mrzDay, mrzLines } from './mrz.ts'

const failed = (text: string) => mrzChecks(mrzLines(text)).filter((check) => !check.passed)

describe('check digits of machine-readable lines', () => {
  // The specimens that the standard itself prints.
  const passport = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
  const card = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<'
  const older = 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6'

  it.each([
    ['passport', passport, 5],
    ['card', card, 4],
    ['older card', older, 4],
  ])('pass on a %s', (_, text, count) => {
    expect(mrzChecks(mrzLines(text))).toHaveLength(count)
    expect(failed(text)).toEqual([])
  })

  it('name the one that a changed birth date breaks, and the one over everything', () => {
    expect(failed(passport.replace('7408122', '7508122')).map((check) => check.label)).toEqual(['Date of birth', 'All together'])
    expect(failed(passport.replace('7408122', '7508122'))[0]).toMatchObject({ printed: '2', expected: checkDigit('750812') })
  })

  it('say nothing about lines of no known shape', () => {
    expect(mrzChecks(mrzLines('P<UTO\nAAA'))).toEqual([])
    expect(mrzChecks([])).toEqual([])
  })

  it('read days of two-digit years', () => {
    const now = Date.parse('2026-11-21')
    expect(mrzDay('930111', 'birth', now)).toBe('1993-01-11')
    expect(mrzDay('180111', 'birth', now)).toBe('2018-01-11')
    expect(mrzDay('350110', 'validUntil', now)).toBe('2035-01-10')
    expect(mrzDay('<<<<<<', 'birth', now)).toBe('<<<<<<')
  })
})
