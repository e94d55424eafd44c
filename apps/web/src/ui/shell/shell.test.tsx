import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderAt } from '../../testing/render-at.tsx'

describe('the shell', () => {
  it('shows each seat the pages that it may open', async () => {
    await renderAt('/', { as: 'auditor' })
    await screen.findByRole('grid')
    const names = screen.getByRole('navigation', { name: 'Pages' }).querySelectorAll('a[aria-keyshortcuts]')
    expect([...names].map((link) => link.getAttribute('title'))).toEqual([
      'Queue',
      'Sessions',
      'Approvals',
      'Blocklist',
      'Shares',
      'Alarms',
      'Ledger',
      'Policy',
      'Webhooks',
      'Connection',
    ])
  })

  it('says that an address leads nowhere and keeps the rail', async () => {
    await renderAt('/queue/of/nothing', { as: 'reviewer' })
    expect(await screen.findByRole('heading', { name: 'There is nothing at this address' })).toBeInTheDocument()
    expect(screen.getByRole('navigation', { name: 'Pages' })).toBeInTheDocument()
  })

  it('says that a session does not exist and keeps the rail', async () => {
    await renderAt('/sessions/11111111-2222-4333-8444-555555555555', { as: 'reviewer' })
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no such session')
    expect(screen.getByRole('navigation', { name: 'Pages' })).toBeInTheDocument()
  })

  it('finds a session from the palette and opens it', async () => {
    const { user, address, agent } = await renderAt('/queue', { as: 'reviewer' })
    const listed = (await (await agent.get('/api/sessions?limit=1&kind=user')).json()) as { rows: { id: string; name: string }[] }
    const wanted = listed.rows[0]
    await screen.findByRole('grid')
    await user.keyboard('{Control>}k{/Control}')
    await user.type(await screen.findByPlaceholderText(/or a command/), wanted?.name ?? '')
    await screen.findByRole('button', { name: new RegExp(wanted?.name ?? '') })
    await waitFor(() => {
      expect(document.querySelector('[data-selected]')).toHaveTextContent(wanted?.name ?? '')
    })
    await user.keyboard('{Enter}')
    await waitFor(() => {
      expect(address()).toBe(`/sessions/${wanted?.id}`)
    })
  })

  it('lists the keys of the page and turns letters off', async () => {
    const { user, address } = await renderAt('/queue', { as: 'reviewer' })
    await screen.findByRole('grid')
    const take = screen.getByRole('button', { name: /^Take next/ })
    take.focus()
    await user.keyboard('?')
    expect(await screen.findByText('Take next', { selector: 'dd' })).toBeInTheDocument()
    await user.click(screen.getByLabelText('Single-letter keys'))
    await user.keyboard('{Escape}')
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    })
    await waitFor(() => {
      expect(take).toHaveFocus()
    })
    await user.keyboard('n')
    expect(address()).toBe('/queue')
    expect(screen.getByRole('button', { name: 'Take next' })).toHaveTextContent(/^Take next$/)
  })

  it('keeps the chosen theme', async () => {
    const { user } = await renderAt('/queue', { as: 'reviewer' })
    await user.click(await screen.findByRole('button', { name: /Ines Duarte/ }))
    await user.click(await screen.findByRole('menuitemradio', { name: 'Dark' }))
    expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark')
    expect(localStorage.getItem('mantine-color-scheme-value')).toBe('dark')
  })

  it('says that Didit does not answer and what still works', async () => {
    const { house, queryClient } = await renderAt('/queue', { as: 'reviewer' })
    await screen.findByRole('grid')
    await house.control('faults', { match: '/', kind: 'status', status: 503, rate: 1 })
    house.clock.advance(10 * 60_000)
    await house.deps.settled()
    await queryClient.refetchQueries()
    expect(await screen.findByText(/You can read and draft; nothing is sent until it is back/)).toBeInTheDocument()
    expect(screen.getByRole('grid')).toBeInTheDocument()
  })

  it('says that Verdict does not answer and keeps what was read', async () => {
    const { line, queryClient } = await renderAt('/queue', { as: 'reviewer' })
    await screen.findByRole('grid')
    line.cut(true)
    void queryClient.refetchQueries({ queryKey: ['connection'] })
    expect(await screen.findByText(/What you see is what was read before/)).toBeInTheDocument()
    expect(screen.getByRole('grid')).toBeInTheDocument()
  })

  it('asks to sign in again over the page, keeps what was typed and goes on', async () => {
    const { user, agent, address } = await renderAt('/sessions', { as: 'reviewer' })
    await screen.findByRole('grid')
    await agent.post('/api/auth/sign-out')
    await user.type(screen.getByLabelText('Search sessions'), 'nobody at all')
    expect(await screen.findByText('Your sign-in has ended')).toBeInTheDocument()
    expect(screen.getByDisplayValue('reviewer@verdict.example')).toHaveAttribute('readonly')
    await user.type(screen.getByLabelText('Password'), 'verdict-demo{Enter}')
    expect(await screen.findByText('No session fits')).toBeInTheDocument()
    expect(address()).toBe('/sessions?q=nobody+at+all')
    expect(screen.getByLabelText('Search sessions')).toHaveValue('nobody at all')
  })
})
