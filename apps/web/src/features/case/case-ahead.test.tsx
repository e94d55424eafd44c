import { screen, waitFor, within } from '@testing-library/react'
import { QueuePage } from '@verdict/contract/queue'
import { describe, expect, it, vi } from 'vitest'
import { openHouse, renderAt } from '../../testing/render-at.tsx'

type House = Awaited<ReturnType<typeof openHouse>>

/** The cases in the page, the open one first. */
const laidOut = () => [...document.querySelectorAll<HTMLElement>('[data-case]')]

async function firstTwo(house: House) {
  const page = QueuePage.parse(await (await (await house.signIn('reviewer')).get('/api/queue')).json())
  const [first, second] = page.rows
  if (!first || !second) throw new Error('The queue is too short.')
  return { first, second }
}

/** How a case left the house, as the ledger has it. */
async function viewsOf(house: House, id: string): Promise<string[]> {
  const entries = await house.deps.store.selectFrom('ledger_entries').select('action').where('session_id', '=', id).execute()
  return entries.map(({ action }) => action)
}

// Two cases are laid out, on machines that do other things too.
vi.setConfig({ testTimeout: 60_000 })

describe('the next case', () => {
  it('is laid out behind the open one, out of reach, and no look is recorded until it is opened', async () => {
    const house = await openHouse({ sessions: 120 })
    const { first, second } = await firstTwo(house)
    const { user, address } = await renderAt(`/sessions/${first.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    await waitFor(() => expect(laidOut().map((element) => element.dataset['case'])).toEqual([first.id, second.id]))
    const [, waiting] = laidOut()
    expect(waiting).not.toBeVisible()
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
    expect(screen.getAllByRole('region', { name: 'Actions' })).toHaveLength(1)
    expect(await viewsOf(house, first.id)).toEqual(['session.viewed'])
    expect(await viewsOf(house, second.id)).toEqual(['session.read-ahead'])

    await user.keyboard('n')
    await waitFor(() => expect(address()).toBe(`/sessions/${second.id}`))
    await waitFor(() => expect(waiting).toBeVisible())
    expect(laidOut()[0]).toBe(waiting)
    await waitFor(async () => expect(await viewsOf(house, second.id)).toEqual(['session.read-ahead', 'session.viewed']))
    expect(document.activeElement?.closest('[data-case]')).toBe(waiting)
  })
})

describe('a case that one comes back to', () => {
  it('has its folds as they were left, and its picture', async () => {
    const house = await openHouse({ sessions: 120 })
    const { first } = await firstTwo(house)
    const { user, address } = await renderAt(`/sessions/${first.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    const folds = () => [...(laidOut()[0]?.querySelectorAll<HTMLDetailsElement>('section[id]:not(#warnings) details') ?? [])]
    await waitFor(() => expect(document.getElementById('session-title')).not.toBeNull())
    expect(folds().length).toBeGreaterThan(0)
    const before = folds().map(({ open }) => open)
    const strip = within(screen.getByRole('list', { name: 'Pictures and files' }))
    const chosen = strip.getAllByRole('button').at(-1)?.getAttribute('aria-label') ?? ''
    await user.click(strip.getByRole('button', { name: chosen }))
    for (const fold of folds()) {
      fold.open = !fold.open
      fold.dispatchEvent(new Event('toggle'))
    }
    await user.keyboard('{Escape}')
    const [, row] = await screen.findAllByRole('row')
    row?.focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(address()).toBe(`/sessions/${first.id}`))
    await screen.findByRole('heading', { level: 1 })
    await waitFor(() => expect(folds().map(({ open }) => open)).toEqual(before.map((open) => !open)))
    expect(screen.getByRole('button', { name: chosen })).toHaveAttribute('aria-pressed', 'true')
  })
})
