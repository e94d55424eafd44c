import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../testing/render-at.tsx'

describe('webhooks', () => {
  it('registers our destination, then shows what comes and replays it', async () => {
    const house = await openHouse({ env: { DIDIT_WEBHOOK_SECRETS: '' } })
    const { user } = await renderAt('/webhooks', { as: 'admin', house })
    const panel = await screen.findByRole('region', { name: 'Our destination at Didit' })
    expect(await within(panel).findByText('Not registered')).toBeInTheDocument()
    expect(screen.getByText('Nothing was delivered yet')).toBeInTheDocument()
    await user.click(within(panel).getByRole('button', { name: 'Register at Didit' }))
    expect(await screen.findByText('Set up')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Check a delivery' }))
    expect(await screen.findByText(/Didit has sent nothing to us yet/)).toBeInTheDocument()

    const session = house.emulator.world.facts(3)
    await house.control('webhooks', { deliver: { sessionId: session.sessionId } })
    await house.deps.settled()
    await user.click(screen.getByRole('button', { name: 'Check a delivery' }))
    expect(await screen.findByText(/^Arrived here at/, {}, { timeout: 10_000 })).toBeInTheDocument()
    const row = await screen.findByRole('row', { name: /status\.updated/ })
    expect(row).toHaveTextContent('came 2 times')
    expect(row).toHaveTextContent('The session is read again.')
    await user.click(within(row).getByRole('button', { name: /^Replay status.updated/ }))
    await waitFor(async () => {
      const entries = await house.deps.store.selectFrom('ledger_entries').select('seq').where('action', '=', 'webhook.replayed').execute()
      expect(entries).toHaveLength(1)
    })
  }, 30_000)

  it('shows gaps, has one sent again, and keeps the filter in the address', async () => {
    const house = await openHouse({ env: { DIDIT_WEBHOOK_SECRETS: '' } })
    const admin = await house.signIn('admin')
    const url = 'http://127.0.0.1:8787/webhooks/didit'
    await house.control('webhooks', { destination: { url, secret: 'nobody-told-us' } })
    await house.control('webhooks', { deliver: { sessionId: house.emulator.world.facts(3).sessionId } })
    await admin.post('/api/webhooks/destination/repair')
    house.clock.advance(20_000)
    const { user, address } = await renderAt('/webhooks', { as: 'admin', house })
    expect(await screen.findByText(/1 turned away: 1 no secret known here/)).toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: 'Gaps' }))
    expect(address()).toBe('/webhooks?view=gaps')
    const row = await screen.findByRole('row', { name: /It was answered with 401/ })
    await user.click(within(row).getByRole('button', { name: 'Have it sent again' }))
    expect(await screen.findByText('No gap')).toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: 'Deliveries' }))
    await user.click(screen.getByRole('radio', { name: 'Late' }))
    expect(address()).toBe('/webhooks?state=late')
    expect(await screen.findByText('No delivery fits this filter')).toBeInTheDocument()
  }, 30_000)

  it('lets an auditor look and change nothing, and others not in', async () => {
    const house = await openHouse()
    const { unmount } = await renderAt('/webhooks', { as: 'auditor', house })
    expect(await screen.findByRole('region', { name: 'Our destination at Didit' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /Register|Repair|Check a delivery/ })).not.toBeInTheDocument()
    unmount()
    await renderAt('/webhooks', { as: 'reviewer', house })
    expect(await screen.findByText('Your role does not open this page')).toBeInTheDocument()
  }, 30_000)
})
