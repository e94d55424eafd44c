import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../testing/render-at.tsx'

describe('the connection page', () => {
  it('shows who spends the calls of this minute', async () => {
    const house = await openHouse()
    const reviewer = await house.signIn('reviewer')
    for (const index of [3, 4]) await reviewer.get(`/api/sessions/${house.emulator.world.facts(index).sessionId}`)
    await renderAt('/connection', { as: 'admin', house })
    const reads = await screen.findByRole('region', { name: 'Reads' })
    expect(within(reads).getByText(/of 600 a minute/)).toBeInTheDocument()
    expect(within(reads).getByRole('img', { name: /in the last minute: People [1-9]/ })).toBeInTheDocument()
    expect(within(reads).getByText('There is room.')).toBeInTheDocument()
    expect(screen.getByText('Calls go out.')).toBeInTheDocument()
    expect(within(screen.getByRole('region', { name: 'Data corrections' })).getByText(/of 10 a minute/)).toBeInTheDocument()
  })

  it('says in words that Didit is left in peace, and what failed', async () => {
    const house = await openHouse()
    await house.control('faults', { kind: 'drop' })
    const reviewer = await house.signIn('reviewer')
    for (let index = 0; index < 6; index += 1) await reviewer.get(`/api/sessions/${house.emulator.world.facts(index).sessionId}`)
    await renderAt('/connection', { as: 'admin', house })
    expect(
      await screen.findByText(/is left in peace. It is asked again in \d+ seconds?; what was read before stays readable/),
    ).toBeInTheDocument()
    expect(screen.getByText(/^\w+\.\w+, .* ago$/)).toBeInTheDocument()
  })

  it('is not for reviewers', async () => {
    await renderAt('/connection', { as: 'reviewer' })
    expect(await screen.findByText(/role/i)).toBeInTheDocument()
    expect(screen.queryByRole('region', { name: 'Reads' })).toBeNull()
  })
})
