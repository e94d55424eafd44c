import { screen, waitFor, within } from '@testing-library/react'
import { codeAt } from '../../testing/phone.ts'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../testing/render-at.tsx'

const TEN_MINUTES = 10 * 60_000
const secretOnPage = async (): Promise<string> =>
  (await screen.findByRole('button', { name: /^Copy key/ })).getAttribute('aria-label')?.split(' ').at(-1) ?? ''

describe('my account', () => {
  it('sets a second factor up, shows the recovery codes once, and asks for a code before it is switched off', async () => {
    const { user, house } = await renderAt('/account', { as: 'reviewer' })
    house.clock.advance(TEN_MINUTES)
    await user.click(await screen.findByRole('button', { name: 'Set up second factor' }))
    const proof = await screen.findByRole('dialog', { name: 'Show that it is you' })
    await user.type(within(proof).getByLabelText('Password'), 'wrong{Enter}')
    expect(await within(proof).findByText(/password is wrong/)).toBeInTheDocument()
    await user.clear(within(proof).getByLabelText('Password'))
    await user.type(within(proof).getByLabelText('Password'), 'verdict-demo{Enter}')

    const secret = await secretOnPage()
    expect(screen.getByRole('img', { name: /Picture for the authenticator app/ })).toBeInTheDocument()
    const setup = screen.getByRole('dialog', { name: 'Set up a second factor' })
    await user.type(within(setup).getByLabelText('Code of your app'), '000000{Enter}')
    expect(await within(setup).findByText(/This code is not right/)).toBeInTheDocument()
    await user.clear(within(setup).getByLabelText('Code of your app'))
    await user.type(within(setup).getByLabelText('Code of your app'), `${codeAt(secret, house.clock())}{Enter}`)
    expect(within(await screen.findByRole('list', { name: 'Recovery codes' })).getAllByRole('listitem')).toHaveLength(10)
    await user.click(screen.getByRole('button', { name: 'I have kept them' }))
    expect(await screen.findByText(/10 recovery codes left/)).toBeInTheDocument()
    expect(screen.queryByRole('list', { name: 'Recovery codes' })).not.toBeInTheDocument()

    house.clock.advance(TEN_MINUTES)
    await user.click(screen.getByRole('button', { name: 'Switch second factor off' }))
    const again = await screen.findByRole('dialog', { name: 'Show that it is you' })
    await user.type(within(again).getByLabelText('Code of your app'), `${codeAt(secret, house.clock())}{Enter}`)
    expect(await screen.findByRole('button', { name: 'Set up second factor' })).toBeInTheDocument()
  })

  it('lists where one is signed in and ends the others', async () => {
    const house = await openHouse()
    const other = await house.signIn('reviewer')
    const { user } = await renderAt('/account', { as: 'reviewer', house })
    const list = await screen.findByRole('list', { name: 'Sign-ins' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Sign out everywhere else' }))
    await waitFor(() => {
      expect(within(list).getAllByRole('listitem')).toHaveLength(1)
    })
    expect((await other.get('/api/me')).status).toBe(401)
  })
})
