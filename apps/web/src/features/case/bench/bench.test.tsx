import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openHouse, renderAt } from '../../../testing/render-at.tsx'
import { findCase } from '../testing/find-case.ts'
// The bench comes as code of its own; read here, it does not count into the first test's time.
import './bench.tsx'

// The browser of the tests lays nothing out; panes need a size to move in.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
})
afterEach(() => {
  vi.restoreAllMocks()
})

const bench = () => screen.getByRole('dialog', { name: /^Compare faces/ })
const opened = () => screen.findByRole('dialog', { name: /^Compare faces/ }, { timeout: 10_000 })
const transforms = () => [...bench().querySelectorAll('[data-bench-layer]')].map((layer) => getComputedStyle(layer).transform)
const one = () => {
  const all = transforms()
  expect(all.length).toBeGreaterThanOrEqual(2)
  expect(new Set(all).size).toBe(1)
  return all[0] ?? ''
}
const said = () => within(bench()).getByRole('status').textContent

async function openCase(query = '') {
  const house = await openHouse({ sessions: 120 })
  const session = await findCase(house, (found) =>
    ['selfie', 'portrait', 'chipPortrait'].every((role) => found.media.some((item) => item.role === role)),
  )
  return { session, ...(await renderAt(`/sessions/${session.id}${query}`, { as: 'reviewer', house })) }
}

describe('comparing faces', () => {
  it('keeps every pane at one transform after every key, and says what each did', async () => {
    const { user } = await openCase('?bench=1')
    await opened()
    const start = one()
    const seen = new Set([start])
    for (const [key, words] of [
      ['+', /^Zoom 1\.5×/],
      ['{ArrowLeft}', /^All pictures moved/],
      ['{ArrowDown}', /^All pictures moved/],
      ['[[', /turned by 270°/],
      [']', /upright/],
      [']', /turned by 90°/],
      ['-', /^Zoom/],
    ] as const) {
      await user.keyboard(key)
      seen.add(one())
      expect(said()).toMatch(words)
    }
    expect(seen.size).toBeGreaterThan(5)
    await user.keyboard('0')
    expect(one()).toBe(start)
    expect(said()).toBe('All pictures as taken')
  })

  it('moves all panes with the wheel over one of them', async () => {
    await openCase('?bench=1')
    await opened()
    const pane = within(bench()).getByRole('group', { name: 'Document' })
    const before = one()
    act(() => {
      pane.dispatchEvent(new WheelEvent('wheel', { deltaY: -200, bubbles: true, cancelable: true }))
    })
    await waitFor(() => {
      expect(one()).not.toBe(before)
    })
  })

  it('opens with M, chooses two to four faces by number, and closes with Esc back to where it was', async () => {
    const { user, address, session } = await openCase()
    await screen.findByRole('heading', { level: 1 })
    await waitFor(() => {
      expect(document.activeElement).toHaveAttribute('data-current-warning')
    })
    await user.keyboard('m')
    await opened()
    expect(address()).toBe(`/sessions/${session.id}?bench=1`)
    expect(transforms()).toHaveLength(3)
    await user.keyboard('3')
    await waitFor(() => {
      expect(transforms()).toHaveLength(2)
    })
    expect(said()).toBe('Chip taken away')
    await user.keyboard('2')
    expect(said()).toBe('Two faces are the fewest to compare')
    expect(transforms()).toHaveLength(2)
    await user.keyboard('{Escape}')
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull()
    })
    expect(address()).toBe(`/sessions/${session.id}`)
    await waitFor(() => {
      expect(document.activeElement).toHaveAttribute('data-current-warning')
    })
  })

  it('mirrors one pane only', async () => {
    const { user } = await openCase('?bench=1')
    await opened()
    await user.keyboard('jx')
    const mirrored = [...bench().querySelectorAll<HTMLElement>('[data-bench-layer] img')].map((img) => img.style.transform)
    expect(mirrored).toEqual(['', 'scaleX(-1)', ''])
    expect(said()).toBe('Document mirrored')
    one()
  })

  it('blends two and lets them alternate only when asked', async () => {
    const { user } = await openCase('?bench=1')
    await opened()
    const opacity = () => bench().querySelectorAll<HTMLElement>('[data-bench-layer]')[1]?.style.opacity
    expect(within(bench()).getByRole('button', { name: 'Flicker between two' })).toHaveAttribute('aria-pressed', 'false')
    await user.keyboard('b..')
    expect(opacity()).toBe('0.7')
    expect(said()).toBe('Document at 70%')
    one()
    await user.keyboard('f')
    expect(within(bench()).getByRole('button', { name: 'Stop' })).toBeVisible()
    await user.keyboard('o')
    expect(opacity()).toBe('1')
    expect(within(bench()).getByRole('button', { name: 'Start' })).toBeVisible()
    await user.keyboard('f')
    expect(transforms()).toHaveLength(3)
  })
})
