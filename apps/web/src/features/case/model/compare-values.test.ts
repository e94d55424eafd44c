import { describe, expect, it } from 'vitest'
import { compareCountries, compareDays, compareNumbers, compareSexes, compareTexts } from './compare-values.ts'
import { ageAt, dayDistance, dayRemark, parseDay, showDay } from './day.ts'
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

  it.each([
    ['ESP', 'ES', 'same'],
    ['D<<', 'DEU', 'same'],
    ['Germany', 'DE', 'same'],
    ['gbr', 'United Kingdom', 'same'],
    ['ESP', 'PT', 'differs'],
    ['Atlantis', 'ATL', 'differs'],
    ['UTO', 'UTO', 'same'],
  ])('takes %s and %s for countries: %s', (one, two, agreement) => {
    expect(compareCountries(one, two)).toBe(agreement)
    expect(compareCountries(two, one)).toBe(agreement)
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
    expect(dayRemark('2026-01-14', 'validUntil', now)).toBe('Expired 1 day ago')
    expect(dayRemark('2025-12-24', 'validUntil', now)).toBe('Expired 3 weeks ago')
    expect(dayRemark('2025-06-15', 'validUntil', now)).toBe('Expired 7 months ago')
    expect(dayRemark('2024-01-01', 'validUntil', now)).toBe('Expired 2 years ago')
    expect(dayRemark('2026-01-15', 'validUntil', now)).toBeNull()
    expect(dayRemark('2031-01-01', 'past', now)).toBe('In the future')
    expect(dayRemark('2026-02-14', 'validFrom', now)).toBe('Not valid yet: begins in 4 weeks')
  })

  it('holds the days of one document against each other', () => {
    expect(dayRemark('1980-01-01', 'past', now, { birth: '1991-03-14' })).toBe('Issued before birth')
    expect(dayRemark('2027-01-01', 'validUntil', now, { birth: '1991-03-14', issued: '2028-01-01' })).toBe('Ended before it was issued')
    expect(dayRemark('1991-03-14', 'birth', now, { birth: '1999-01-01' })).toBeNull()
  })

  it('says how far off a good day is, and the age', () => {
    expect(dayDistance('2025-06-15', 'past', now)).toBe('7 months old')
    expect(dayDistance('2034-01-20', 'validUntil', now)).toBe('8 years left')
    expect(ageAt('1991-01-16', now)).toBe(34)
    expect(ageAt('1991-01-15', now)).toBe(35)
    expect(ageAt('unknown', now)).toBeNull()
  })
})
