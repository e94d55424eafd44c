import { screen, waitFor, within } from '@testing-library/react'
import { SavedView } from '@verdict/contract/views'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../testing/render-at.tsx'

type House = Awaited<ReturnType<typeof openHouse>>

async function keep(house: House, seat: 'reviewer' | 'reviewer2', input: object): Promise<SavedView> {
  return SavedView.parse(await (await (await house.signIn(seat)).post('/api/views', input)).json())
}

const panel = async () => within(await screen.findByRole('dialog', { name: 'Views' }))

describe('saved views', () => {
  it('keep the filters that are on under a name, for the team when asked, until their maker deletes them', async () => {
    const house = await openHouse()
    const { user, address } = await renderAt('/sessions?status=Declined&sort=oldest', { as: 'reviewer', house })
    await screen.findByRole('grid')
    await user.keyboard('v')
    const views = await panel()
    expect(await views.findByText('status Declined · oldest first')).toBeInTheDocument()
    await user.click(views.getByRole('button', { name: 'Save view' }))
    expect(await views.findByText('Give the view a name.')).toBeInTheDocument()
    await user.type(views.getByLabelText('Save these filters as'), 'Declined lately')
    await user.click(views.getByLabelText('Share with the team'))
    await user.click(views.getByRole('button', { name: 'Save view' }))
    const mine = within(await views.findByRole('region', { name: 'Mine' }))
    expect(mine.getByText('By you, for the team')).toBeInTheDocument()
    await user.click(mine.getByRole('button', { name: 'Copy link of Declined lately' }))
    expect(await navigator.clipboard.readText()).toBe(`${location.origin}/sessions?status=Declined&sort=oldest`)
    await user.click(mine.getByRole('button', { name: 'Delete Declined lately' }))
    await user.click(await mine.findByRole('button', { name: 'Delete view' }))
    expect(await views.findByText('No views yet, neither of yours nor of the team.')).toBeInTheDocument()
    expect(address()).toBe('/sessions?status=Declined&sort=oldest')
  })

  it('of others say who made them, open by keys, and cannot be deleted', async () => {
    const house = await openHouse()
    const { by } = await keep(house, 'reviewer2', { name: 'Spain', search: { country: 'ESP', status: 'In Review,Declined' }, shared: true })
    await keep(house, 'reviewer2', { name: 'Hers alone', search: { country: 'FRA' } })
    const { user, address } = await renderAt('/sessions', { as: 'reviewer', house })
    await screen.findByRole('grid')
    await user.keyboard('v')
    const others = within(await (await panel()).findByRole('region', { name: 'Shared by others' }))
    expect(others.getByText(by.name)).toBeInTheDocument()
    expect(others.queryByText('Hers alone')).not.toBeInTheDocument()
    expect(others.queryByRole('button', { name: /Delete/ })).not.toBeInTheDocument()
    others.getByRole('link', { name: /Spain/ }).focus()
    await user.keyboard('{Enter}')
    await waitFor(() => {
      expect(address()).toBe('/sessions?status=In+Review%2CDeclined&country=ESP')
    })
    expect(screen.queryByRole('dialog', { name: 'Views' })).not.toBeInTheDocument()
  })

  it('are reached from the palette on any page', async () => {
    const house = await openHouse()
    await keep(house, 'reviewer', { name: 'My numbers', search: { q: '48190' } })
    const { user, address } = await renderAt('/queue', { as: 'reviewer', house })
    await screen.findByRole('grid')
    await user.keyboard('{Control>}k{/Control}')
    await user.click(await screen.findByText('My numbers'))
    await waitFor(() => {
      expect(address()).toMatch(/^\/sessions\?q=.*48190/)
    })
    expect(await screen.findByLabelText('Search sessions')).toHaveValue('48190')
  })

  it('are not shared by an auditor, who is told who may', async () => {
    const { user } = await renderAt('/sessions?status=Declined', { as: 'auditor' })
    await screen.findByRole('grid')
    await user.click(screen.getByRole('button', { name: 'Views' }))
    const views = await panel()
    expect(await views.findByLabelText('Share with the team')).toBeDisabled()
    expect(views.getByLabelText('Share with the team')).toHaveAccessibleDescription(/Somebody who works on cases can share one/)
    await user.type(views.getByLabelText('Save these filters as'), 'For the report{Enter}')
    expect(await views.findByText('Only you see it')).toBeInTheDocument()
  })
})
