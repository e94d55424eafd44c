import { describe, expect, it } from 'vitest'
import { age, count, date, initials, moment, percent, plural, score, utc, words } from './format.ts'

describe('formats', () => {
  it('writes dates and times as the desk does', () => {
    expect(date('1991-03-14')).toBe('14 Mar 1991')
    expect(date('1991-03-14T00:00:00Z')).toBe('14 Mar 1991')
    expect(date('around 1991')).toBe('around 1991')
    expect(utc('2026-11-19T16:20:31.5Z')).toBe('2026-11-19 16:20:31 UTC')
    const now = new Date('2026-11-20T12:00:00Z')
    expect(moment('2026-11-20T08:31:00Z', now)).toBe('today 08:31')
    expect(moment('2026-11-19T16:20:00Z', now)).toBe('19 Nov 16:20')
    expect(moment('2025-11-19T16:20:00Z', now)).toBe('19 Nov 2025 16:20')
  })

  it('writes ages with two parts at most', () => {
    expect(age(-5)).toBe('0 s')
    expect(age(45_000)).toBe('45 s')
    expect(age(38 * 60_000)).toBe('38 m')
    expect(age((3 * 60 + 8) * 60_000)).toBe('3 h 08 m')
    expect(age(52 * 3_600_000)).toBe('2 d 4 h')
  })

  it('writes numbers', () => {
    expect(count(184_226)).toBe('184,226')
    expect(count(999)).toBe('999')
    expect(count(-1_234_567)).toBe('-1,234,567')
    expect(score(71.44)).toBe('71.4')
    expect(percent(0.356)).toBe('36%')
    expect(plural(1, 'hit')).toBe('1 hit')
    expect(plural(1204, 'company', 'companies')).toBe('1,204 companies')
  })

  it('makes initials of any script and words of any key', () => {
    expect(initials('Ines Duarte')).toBe('ID')
    expect(initials('  ')).toBe('?')
    expect(initials('陈思远')).toBe('陈')
    expect(words('documentNumber')).toBe('Document number')
    expect(words('FACE_MATCH')).toBe('Face match')
    expect(words('poa_checks.v2')).toBe('Poa checks v2')
  })
})
