import { screen, waitFor, within } from '@testing-library/react'
import { IndexFacets } from '@verdict/contract/session-index'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../testing/render-at.tsx'
import { progressInWords } from '../../ui/index-line.tsx'

type House = Awaited<ReturnType<typeof openHouse>>

const idsShown = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.dataset['id'])
    .filter((id) => id !== undefined)

/** Somebody starts a verification; the index hears of it. */
async function start(house: House, vendor: string): Promise<void> {
  const body = JSON.stringify({ workflow_id: house.emulator.world.workflows[0]?.['workflow_id'], vendor_data: vendor })
  const headers = { 'x-api-key': 'emulator-key', 'content-type': 'application/json' }
  await house.emulator.app.request('/v3/session/', { method: 'POST', headers, body })
  await house.deps.index.reconcile()
}

describe('what the index shows', () => {
  it('announces new rows and leaves those in sight where they are until somebody asks', async () => {
    const house = await openHouse({ sessions: 8 })
    const { user } = await renderAt('/sessions', { as: 'reviewer', house, live: true })
    await screen.findByRole('grid')
    await user.keyboard('jj')
    const before = idsShown()
    const chosen = document.activeElement
    expect(chosen).toHaveAttribute('data-id', before[1])
    await start(house, 'came-later')
    const show = await screen.findByRole('button', { name: '1 new · show' })
    expect(idsShown()).toEqual(before)
    expect(chosen).toHaveFocus()
    await user.click(show)
    await waitFor(() => {
      expect(idsShown().slice(1)).toEqual(before)
    })
    expect(screen.queryByRole('button', { name: /new · show/ })).not.toBeInTheDocument()
    expect(chosen).toHaveAttribute('aria-selected', 'true')
  })

  it('keeps a row that does not fit any more, as it is now, until somebody asks', async () => {
    const house = await openHouse({ sessions: 16 })
    const { user } = await renderAt('/sessions?status=In+Review', { as: 'reviewer', house, live: true })
    await screen.findByRole('grid')
    const before = idsShown()
    await house.control('act', { sessionId: before[0], kind: 'status', status: 'Approved', webhook: false })
    await house.deps.index.reconcile()
    const show = await screen.findByRole('button', { name: 'The list has changed · show' })
    expect(idsShown()).toEqual(before)
    await user.click(show)
    await waitFor(() => {
      expect(idsShown()).toEqual(before.slice(1))
    })
  })

  it('counts values in the filters as the lists do', async () => {
    const house = await openHouse()
    const { user, agent } = await renderAt('/sessions?kind=user', { as: 'reviewer', house })
    await screen.findByRole('grid')
    const facets = IndexFacets.parse(await (await agent.get('/api/index/facets?kind=user')).json())
    await user.click(screen.getByRole('button', { name: 'Status' }))
    await waitFor(() => {
      expect(screen.getByLabelText('Declined')).toHaveAccessibleDescription(String(facets.status['Declined']))
    })
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: 'Country' }))
    const [code, most] = Object.entries(facets.country).toSorted(([, a], [, b]) => b - a)[0] ?? ['', 0]
    const box = await screen.findByRole('checkbox', { name: new RegExp(code) })
    expect(box).toHaveAccessibleDescription(String(most))
    await user.type(screen.getByRole('textbox', { name: 'Country' }), code)
    await user.click(screen.getByRole('checkbox', { name: new RegExp(code) }))
    expect(await screen.findByText(most === 1 ? '1 session' : `${most} sessions`)).toBeInTheDocument()
  })

  it('says that a filter finds only cases that were read, as long as others are not', async () => {
    await renderAt('/sessions?warning=DOCUMENT_EXPIRED', { as: 'reviewer', house: await openHouse({ sessions: 60 }) })
    expect(await screen.findByText(/does not tell warnings: .* \d+ are still to be read\. Others may fit\./)).toBeInTheDocument()
  })

  it('says on the queue too how far it is, until all that waits is known', async () => {
    const house = await openHouse({ sessions: 1200 })
    house.deps.index.start()
    await renderAt('/queue', { as: 'reviewer', house })
    expect(await screen.findByText(/Reading Didit’s list: \d+ of about .* What waits is read first;/)).toBeInTheDocument()
  })

  it('says that nothing was read yet while Didit does not answer', async () => {
    const house = await openHouse()
    await house.control('faults', { match: '/v3/sessions', kind: 'status', status: 503, times: 1000 })
    await renderAt('/sessions', { as: 'reviewer', house })
    expect(await screen.findByText(/Reading Didit’s list: the first page is on its way\./)).toBeInTheDocument()
    expect(screen.getByRole('progressbar', { name: 'Sessions read' })).toBeInTheDocument()
  })

  it.each([
    [{ value: 184_000, exact: false }, 'Reading Didit’s list: 12,300 of about 184,000, newest first; as of 7 Jan 2020 12:04.'],
    [{ value: 20_000, exact: true }, 'Reading Didit’s list: 12,300 of 20,000, newest first; as of 7 Jan 2020 12:04.'],
  ])('says how far it is', (expected, words) => {
    const comparedAt = new Date(2020, 0, 7, 12, 4).toISOString()
    expect(progressInWords({ phase: 'filling', known: 12_300, expected, comparedAt, sweptAt: null, unread: 3 })).toBe(words)
  })
})
