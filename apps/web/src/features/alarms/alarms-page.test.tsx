import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../testing/render-at.tsx'

/** Somebody who has the key decides past Verdict. */
async function keyUsedElsewhere() {
  const house = await openHouse({ webhooks: true })
  const headers = { 'x-api-key': 'emulator-key', 'content-type': 'application/json' }
  const list = await house.deps.didit.sessions.list({ status: ['In Review'], kind: 'user', limit: 1 })
  const id = list.results[0]?.session_id ?? ''
  await house.emulator.app.request(`/v3/session/${id}/update-status/`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify({ new_status: 'Approved', comment: 'nightly script' }),
  })
  await house.emulator.idle()
  await house.deps.settled()
  return { house, id }
}

describe('alarms', () => {
  it('are raised by a comparison, read, and acknowledged with a note', async () => {
    const { house, id } = await keyUsedElsewhere()
    const { user, address } = await renderAt('/alarms', { as: 'manager', house })
    expect(await screen.findByText('No alarm')).toBeInTheDocument()
    expect(screen.getByText(/1 session waits/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Compare now' }))
    const row = await screen.findByRole('row', { name: /Key used elsewhere/ })
    expect(within(row).getByRole('link')).toHaveAttribute('href', `/sessions/${id}`)
    expect(row).toHaveTextContent('nightly script')
    await user.click(within(row).getByRole('button', { name: /^Acknowledge the alarm/ }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: /^Acknowledge/ }))
    expect(await within(dialog).findByText('Say what you found out.')).toBeInTheDocument()
    await user.type(within(dialog).getByLabelText('What you found out'), 'Our own script, stopped.')
    await user.click(within(dialog).getByRole('button', { name: /^Acknowledge/ }))
    expect(await screen.findByText('The alarm is acknowledged.')).toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: 'Acknowledged 1' }))
    expect(address()).toBe('/alarms?view=acknowledged')
    expect(await screen.findByRole('row', { name: /Our own script, stopped/ })).toBeInTheDocument()
  }, 30_000)

  it('stand over the case until then, for whoever opens it', async () => {
    const { house, id } = await keyUsedElsewhere()
    await house.deps.reconciliation.reconcile()
    const { user } = await renderAt(`/sessions/${id}`, { as: 'reviewer', house })
    const banner = await screen.findByRole('alert', {}, { timeout: 10_000 })
    expect(banner).toHaveTextContent(/not through Verdict.*Do not rely on the status/)
    await user.click(screen.getByRole('button', { name: /Decided with the API key, not through Verdict/u }))
    expect(await screen.findByText(/^Do not rely on the status/u)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Open the alarms' })).not.toBeInTheDocument()
  }, 30_000)

  it('are closed to reviewers, and an auditor only reads', async () => {
    const { house } = await keyUsedElsewhere()
    await house.deps.reconciliation.reconcile()
    const { unmount } = await renderAt('/alarms', { as: 'auditor', house })
    expect(await screen.findByRole('row', { name: /Key used elsewhere/ })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /Acknowledge|Compare now/ })).not.toBeInTheDocument()
    unmount()
    await renderAt('/alarms', { as: 'reviewer', house })
    expect(await screen.findByText('Your role does not open this page')).toBeInTheDocument()
  }, 30_000)
})
