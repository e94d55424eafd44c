import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitOf, maxZoom, panBy, plainView, rotate, zoomBy } from './media-view.ts'

const stage = { width: 400, height: 300 }

describe('looking at a picture', () => {
  it('keeps the point under the pointer while zooming', () => {
    const view = zoomBy(plainView, 2, stage, { x: 50, y: -20 })
    expect(view).toMatchObject({ zoom: 2, x: -50, y: 20 })
  })

  it('never loses the picture, whatever is done to it', () => {
    const step = fc.oneof(
      fc.tuple(fc.constant('zoom' as const), fc.double({ min: 0.1, max: 10, noNaN: true }), fc.integer({ min: -200, max: 200 })),
      fc.tuple(fc.constant('pan' as const), fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 })),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const end = steps.reduce(
          (view, [kind, a, b]) => (kind === 'zoom' ? zoomBy(view, a, stage, { x: b, y: b }) : panBy(view, a, b, stage)),
          plainView,
        )
        expect(end.zoom).toBeGreaterThanOrEqual(1)
        expect(end.zoom).toBeLessThanOrEqual(maxZoom)
        expect(Math.abs(end.x)).toBeLessThanOrEqual((stage.width * end.zoom) / 2)
        expect(Math.abs(end.y)).toBeLessThanOrEqual((stage.height * end.zoom) / 2)
      }),
    )
  })

  it('turns in quarters and fits a turned picture', () => {
    expect(rotate(rotate(plainView, -1), 1).rotation).toBe(0)
    expect(rotate(plainView, -1).rotation).toBe(270)
    expect(fitOf(rotate(plainView, 1), { width: 1600, height: 1200 }, stage)).toBeCloseTo(0.75)
  })
})
