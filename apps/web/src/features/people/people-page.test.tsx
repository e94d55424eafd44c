import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderAt } from '../../testing/render-at.tsx'

describe('passwords', () => {
  it('lets an admin switch somebody off, whose name stays in the list', async () => {
    const { user } = await renderAt('/team', { as: 'admin' })
    await user.click(await screen.findByRole('button', { name: 'Change Tomasz Maj' }))
    await screen.findByRole('dialog', {}, { timeout: 10_000 })
    await user.click(screen.getByRole('switch', { name: /^May sign in/ }))
    await user.click(screen.getByRole('button', { name: /Change person/ }))
    expect(await screen.findByText('Tomasz Maj is changed.')).toBeInTheDocument()
    await waitFor(() => {
      expect(screen.getByRole('row', { name: /Tomasz Maj/ })).toHaveTextContent('switched off')
    })
  })

  it('lets everybody change their own, on proof of the old one', async () => {
    const { user, agent } = await renderAt('/team', { as: 'admin' })
    await user.click(await screen.findByRole('button', { name: /Settings and sign out/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Change my password' }))
    const write = async (label: string, text: string) => {
      await user.clear(screen.getByLabelText(label))
      await user.click(screen.getByLabelText(label))
      await user.paste(text)
    }
    await screen.findByLabelText('Current password')
    await write('Current password', 'not-the-one')
    await write('New password', 'another-long-password')
    await user.click(screen.getByRole('button', { name: /Change password/ }))
    expect(await screen.findByText(/current password is wrong/)).toBeInTheDocument()
    await write('Current password', 'verdict-demo')
    await user.click(screen.getByRole('button', { name: /Change password/ }))
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    })
    expect((await agent.post('/api/me/password', { current: 'another-long-password', next: 'verdict-demo' })).status).toBe(204)
  })
})
