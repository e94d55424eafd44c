import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openHouse } from '../../../testing/render-at.tsx'
import { anySession } from '../testing/any-session.ts'
import { findCase } from '../testing/find-case.ts'
import { frame, maxZoom } from './media-view.ts'
import { around, boxOf, markedMedia, regionsOf, regionWords } from './regions.ts'
import { shownMedia } from './shown-kind.ts'

const region = { page: 1, x: 56, y: 150, width: 210, height: 42, of: { width: 595, height: 842 }, warningIds: [] }

describe('areas that look changed', () => {
  it('lie on the file that they were found in, each once, with the warning that speaks of them', async () => {
    const house = await openHouse({ sessions: 200 })
    const session = await findCase(house, (found) => found.warnings.some((warning) => warning.code === 'SUSPECTED_DOCUMENT_MANIPULATION'))
    const warning = session.warnings.find((found) => found.code === 'SUSPECTED_DOCUMENT_MANIPULATION')
    const item = shownMedia(session).find((found) => found.role === 'address')
    if (!warning || !item) throw new Error('The case has no such warning or file.')
    expect(item.kind).toBe('image')
    expect(markedMedia(session, warning)).toBe(item.ref)
    const regions = regionsOf(session, item)
    expect(regions.map((found) => found.warningIds)).toEqual([[warning.id], []])
    expect(regions.map((found) => regionWords(found, null))).toEqual(['top left, 35 × 5% of the page', 'right, 20 × 3% of the page'])
    for (const other of session.media.filter((found) => found.ref !== item.ref)) expect(regionsOf(session, other)).toEqual([])
  })

  it('are measured by the picture when no page size is known, and never leave it', () => {
    const loose = { ...region, of: null }
    expect(boxOf(loose, null)).toBeNull()
    expect(boxOf(loose, { width: 112, height: 300 })).toEqual({ x: 0.5, y: 0.5, width: 0.5, height: 0.14 })
    expect(boxOf({ ...region, x: 900 }, null)).toBeNull()
    expect(regionWords(loose, null)).toBe('210 × 42 at 56, 150')
  })

  it('come to the middle of the stage when brought close', () => {
    const [picture, stage] = [
      { width: 595, height: 842 },
      { width: 424, height: 300 },
    ]
    const box = boxOf(region, picture)
    if (!box) throw new Error('The area has a place.')
    const view = frame(box, picture, stage)
    const fit = Math.min((424 - 40) / 595, (300 - 48) / 842)
    expect(view.zoom).toBeGreaterThan(1)
    expect(view.zoom).toBeLessThanOrEqual(maxZoom)
    expect(view.x + view.zoom * (box.x + box.width / 2 - 0.5) * 595 * fit).toBeCloseTo(0)
    expect(view.y + view.zoom * (box.y + box.height / 2 - 0.5) * 842 * fit).toBeCloseTo(0)
    expect(around([box, { x: 0.9, y: 0.9, width: 0.1, height: 0.1 }])?.width).toBeCloseTo(1 - box.x)
  })

  it('take whatever upstream sends', () => {
    fc.assert(
      fc.property(anySession, fc.option(fc.record({ width: fc.integer(), height: fc.integer() }), { nil: null }), (session, picture) => {
        for (const item of shownMedia(session)) {
          for (const found of regionsOf(session, item)) {
            const box = boxOf(found, picture)
            expect(regionWords(found, picture)).not.toMatch(/NaN|undefined/)
            if (box) expect(box.x + box.width).toBeLessThanOrEqual(1.000_001)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
