import { describe, expect, it } from 'vitest'
import { compareDays, compareNumbers, compareSexes, compareTexts } from './compare-values.ts'
import { dayRemark, parseDay, showDay } from './day.ts'
import { markDifferences } from './text-marks.ts'

const marked = (text: string, reference: string) =>
  markDifferences(text, reference)
    .filter((part) => part.marked)
    .map((part) => part.text.trim())

describe('comparing what several sources say', () => {
  it.each([
    ['ZEYNEP NUR', 'Zeynep  Nur', 'same'],
    ["O'Brien", 'O’BRIEN', 'same'],
    ['ÖZTÜRK', 'OEZTUERK', 'spelling'],
    ['ÖZTÜRK', 'Ozturk', 'spelling'],
    ['Straße', 'STRASSE', 'spelling'],
    ['İzmir', 'IZMIR', 'same'],
    ['Łukasz', 'Lukasz', 'spelling'],
    ['Zeynep Nur', 'Zeynep', 'differs'],
    ['Joel', 'Jol', 'differs'],
    ['سيف', 'Saif', 'otherScript'],
    ['佐藤', 'SATO', 'otherScript'],
  ])('finds %s and %s: %s', (one, two, agreement) => {
    expect(compareTexts(one, two)).toBe(agreement)
    expect(compareTexts(two, one)).toBe(agreement)
  })

  it('compares days however they are written', () => {
    expect(compareDays('1991-03-14', '14.03.1991')).toBe('same')
    expect(compareDays('1991-03-14', '1991-03-15')).toBe('differs')
  })

  it('compares numbers without separators and sexes in short or long form', () => {
    expect(compareNumbers('A12 X34-567', 'a12x34567')).toBe('same')
    expect(compareSexes('Female', 'F')).toBe('same')
    expect(compareSexes('M', 'F')).toBe('differs')
  })

  it('marks words that the other has not, and letters when only the spelling differs', () => {
    expect(marked('ZEYNEP NUR', 'Zeynep')).toEqual(['NUR'])
    expect(marked('OEZTUERK', 'ÖZTÜRK')).toEqual(['OE', 'UE'])
    expect(marked('Rui', 'RUI')).toEqual([])
  })
})

describe('days', () => {
  const now = Date.UTC(2026, 0, 15)

  it('knows days that do not exist', () => {
    expect(parseDay('2025-02-30')).toBeNull()
    expect(dayRemark('2025-02-30', 'past', now)).toBe('Not a day that exists')
    expect(showDay('unknown')).toBe('unknown')
    expect(showDay('1991-03-14')).toBe('14 Mar 1991')
  })

  it('says what is odd about a day', () => {
    expect(dayRemark('2026-01-14', 'validUntil', now)).toBe('Passed 1 day ago')
    expect(dayRemark('2026-01-15', 'validUntil', now)).toBeNull()
    expect(dayRemark('2031-01-01', 'past', now)).toBe('In the future')
  })
})
