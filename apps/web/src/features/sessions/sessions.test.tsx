import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderAt } from '../../testing/render-at.tsx'

const rowsOf = () => within(screen.getByRole('grid')).getAllByRole('row').slice(1)

describe('the sessions page', () => {
  it('keeps filters in the address and the address in the filters', async () => {
    const { user, address } = await renderAt('/sessions?status=In+Review', { as: 'reviewer' })
    await screen.findByRole('grid')
    expect(screen.getByRole('button', { name: 'Status In review' })).toBeInTheDocument()
    expect(within(rowsOf()[0] ?? document.body).getByText('In review')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Status In review' }))
    await user.click(await screen.findByLabelText('Declined'))
    await waitFor(() => {
      expect(address()).toBe('/sessions?status=In+Review%2CDeclined')
    })
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    await waitFor(() => {
      expect(address()).toBe('/sessions')
    })
  })

  it('searches while one types and says what did not fit', async () => {
    const { user, address } = await renderAt('/sessions', { as: 'auditor' })
    await screen.findByRole('grid')
    await user.keyboard('f')
    await user.keyboard('nobody has this name')
    expect(await screen.findByText('No session fits')).toBeInTheDocument()
    expect(screen.getByText(/search “nobody has this name”/)).toBeInTheDocument()
    expect(address()).toBe('/sessions?q=nobody+has+this+name')
    await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] ?? document.body)
    await screen.findByRole('grid')
    expect(screen.getByLabelText('Search sessions')).toHaveValue('')
  })

  it('corrects an address that it cannot understand and says so', async () => {
    const { user, address } = await renderAt('/sessions?status=Nonsense&country=ESP', { as: 'reviewer' })
    expect(await screen.findByText(/left out: status\./)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => {
      expect(address()).toBe('/sessions?country=ESP')
    })
  })

  it('counts all and loads on', async () => {
    const { user } = await renderAt('/sessions', { as: 'reviewer', sessions: 130 })
    await screen.findByRole('grid')
    expect(screen.getByText('130 sessions')).toBeInTheDocument()
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '131')
    await user.click(screen.getByRole('button', { name: 'Load more' }))
    await user.click(await screen.findByRole('button', { name: 'Load more' }))
    expect(await screen.findByText('These are all.')).toBeInTheDocument()
  })
})
