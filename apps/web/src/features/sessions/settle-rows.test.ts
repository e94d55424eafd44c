import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settleRows } from './settle-rows.ts'

const page = (ids: readonly number[], word = 'before', more = false) => ({
  rows: ids.map((id) => ({ id: String(id), word })),
  count: { value: ids.length, exact: true },
  nextCursor: more ? 'more' : null,
})
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => Number(id))

describe('rows that do not jump', () => {
  it('stay in place, know what is new of them, and count what came', () => {
    const { rows, news, lost } = settleRows([page([5, 4, 3])], page([7, 6, 5, 4, 3], 'now'))
    expect(ids(rows)).toEqual([5, 4, 3])
    expect(rows.map(({ word }) => word)).toEqual(['now', 'now', 'now'])
    expect({ news, lost }).toEqual({ news: { value: 2, exact: true }, lost: false })
  })

  it('say at least, when the first page holds nothing that is shown', () => {
    expect(settleRows([page([2, 1])], page([9, 8, 7], 'now', true)).news).toEqual({ value: 3, exact: false })
  })

  it.each([
    ['between rows that are still there', page([5, 3], 'now', true), true],
    ['behind the end of the first page', page([5, 4], 'now', true), false],
    ['at the end of a whole list', page([5, 4], 'now'), true],
  ])('tell that a row is gone %s', (_, now, lost) => {
    expect(settleRows([page([5, 4, 3])], now).lost).toBe(lost)
  })

  it('never move, whatever the first page says', () => {
    const some = fc.uniqueArray(fc.nat(40), { maxLength: 12 })
    fc.assert(
      fc.property(some, some, fc.boolean(), (shown, now, more) => {
        const settled = settleRows([page(shown)], page(now, 'now', more))
        expect(ids(settled.rows)).toEqual(shown)
        expect(settled.news.value).toBe(now.filter((id) => !shown.includes(id)).length)
        if (!more) expect(settled.lost).toBe(shown.some((id) => !now.includes(id)))
        if (settled.lost) expect(shown.some((id) => !now.includes(id))).toBe(true)
      }),
    )
  })
})
