import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, searchTextOf, soughtIn } from './folded-text.ts'

const holds = (text: string, query: string): boolean =>
  soughtIn(query)?.some((parts) => parts.every((part) => text.includes(part))) === true

describe('searching', () => {
  it.each([
    ['José Núñez', 'nunez'],
    ['JOSÉ NÚÑEZ', 'josé'],
    ['Łukasz Żółć', 'lukasz zolc'],
    ['Straße', 'STRASSE'],
    ['Ærø Þór', 'aero thor'],
    ['Nguyễn Văn', 'nguyen'],
    ['山田太郎', '田太郎'],
    ['李 伟', '李 伟'],
    ['김민준', '민준'],
    ['O’Connor-Smith', 'connor'],
    ['Maria Lopez', 'lopez maria'],
    ['Maria Lopez', 'ia lo'],
    ['+34600123456', '+34 600-123-456'],
    ['customer-77', 'mer-77'],
    ['48190', '48190'],
    ['Bo Li', 'li'],
    ['x', 'X'],
  ])('finds %s by %s', (written, asked) => {
    expect(holds(searchTextOf([written]), asked)).toBe(true)
  })

  it.each([
    ['Maria Lopez', 'lopes'],
    ['Alina', 'li'],
    ['Maria', '100%'],
    ['Maria', 'm_ria'],
  ])('does not find %s by %s', (written, asked) => {
    expect(holds(searchTextOf([written]), asked)).toBe(false)
  })

  it('finds every part of three letters or more of any text, however it is cased', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 3, maxLength: 20 }), fc.nat(), fc.boolean(), (written, from, upper) => {
        const folded = Array.from(fold(written))
        fc.pre(folded.length >= 3)
        const start = from % (folded.length - 2)
        const part = folded.slice(start, start + 3).join('')
        fc.pre(part.trim() === part && fold(part) === part)
        expect(holds(searchTextOf([written]), upper && fold(part.toUpperCase()) === part ? part.toUpperCase() : part)).toBe(true)
      }),
    )
  })

  it('folds to the same what was folded before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  it('looks for nothing when nothing was typed', () => {
    expect(soughtIn('   ')).toBeNull()
  })
})
