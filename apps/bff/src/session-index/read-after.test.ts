import fc from 'fast-check'
import type { SessionRow as WireRow } from '@verdict/didit/wire/session-list'
import { describe, expect, it } from 'vitest'
import type { Mark } from './list-mark.ts'
import { readAfter } from './read-after.ts'
import { newestFirst, type ReadPage } from './session-sequence.ts'

/** Sessions that come and go while somebody pages through them. */
const rowOf = (number: number): WireRow => ({
  session_id: `id-${number}`,
  status: 'In Review',
  created_at: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
})

describe('paging while the list changes', () => {
  for (const capped of [false, true]) {
    it(`${capped ? 'without a count: ' : ''}what stays is given once and in order`, async () => {
      const change = fc.record({ add: fc.nat(4), remove: fc.array(fc.nat(200), { maxLength: 4 }) })
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: 60 }),
          fc.integer({ min: 1, max: 20 }),
          fc.array(change, { maxLength: 30 }),
          async (start, size, changes) => {
            let alive = Array.from({ length: start }, (_, index) => index)
            const stays = new Set(alive)
            let newest = start
            const readPage: ReadPage = async (offset, limit) => {
              const order = alive.toReversed()
              const rows = order.slice(offset, offset + limit).map(rowOf)
              const count = capped ? Math.min(25, order.length) : order.length
              return { rows, count, exact: !capped || count < 25, more: offset + limit < order.length }
            }
            const sequence = newestFirst(readPage)
            const seen: string[] = []
            let after: Mark | null = null
            for (let step = 0; step < 100; step += 1) {
              const { found, more } = await readAfter({ sequence, after, size })
              seen.push(...found.map(({ row }) => row.session_id))
              after = found.at(-1)?.mark ?? after
              if (!more || found.length === 0) break
              const { add, remove } = changes[step] ?? { add: 0, remove: [] }
              for (const victim of remove) {
                const gone = alive[victim % Math.max(1, alive.length)]
                alive = alive.filter((number) => number !== gone)
                if (gone !== undefined) stays.delete(gone)
              }
              for (let index = 0; index < add; index += 1) alive.push(newest++)
            }
            expect(new Set(seen).size).toBe(seen.length)
            const expected = [...stays].map((number) => `id-${number}`)
            expect(seen.filter((id) => expected.includes(id)).toSorted()).toEqual(expected.toSorted())
          },
        ),
        { numRuns: 300 },
      )
    })
  }
})
