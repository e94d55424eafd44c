import { screen, waitFor, within } from '@testing-library/react'
import { ApprovalList } from '@verdict/contract/approval'
import { PolicyVersion } from '@verdict/contract/policy'
import { SessionPage } from '@verdict/contract/session'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt, type Agent } from '../../testing/render-at.tsx'

const json = async (answer: Promise<Response>): Promise<unknown> => (await answer).json()

/** A manager asks to share, an admin who is a manager too agrees. */
const agreed = async (house: Awaited<ReturnType<typeof openHouse>>): Promise<{ manager: Agent; partner: string }> => {
  const [manager, admin] = [await house.signIn('manager'), await house.signIn('admin')]
  const { version, policy } = PolicyVersion.parse(await json(manager.get('/api/policy')))
  const next = { ...policy, fourEyes: { ...policy.fourEyes, sharing: true } }
  expect((await manager.put('/api/policy', { expectedVersion: version, policy: next, note: 'Two for sharing' })).status).toBe(200)
  const other = { name: 'Noor Haddad', email: 'noor@verdict.example', password: 'verdict-demo-2', roles: ['manager'] }
  expect((await admin.post('/api/people', other)).status).toBe(201)
  const noor = house.visitor()
  await noor.post('/api/auth/sign-in/email', { email: other.email, password: other.password })
  const { applications } = (await (await house.emulator.app.request('/__emulator/applications')).json()) as {
    applications: { id: string }[]
  }
  const partner = applications[1]?.id ?? ''
  const { rows } = SessionPage.parse(await json(manager.get('/api/sessions?status=Approved&kind=user')))
  const ask = { applicationId: partner, ttlSeconds: 3600, purpose: 'Onboarding at the partner bank.' }
  expect((await manager.post(`/api/sessions/${rows[0]?.id ?? ''}/shares`, ask)).status).toBe(202)
  const { waiting } = ApprovalList.parse(await json(noor.get('/api/approvals')))
  const [first] = waiting
  const yes = await noor.post(`/api/approvals/${first?.id ?? ''}`, { verdict: 'approve', evidenceHash: first?.evidenceHash ?? null })
  expect(yes.status).toBe(200)
  return { manager, partner }
}

describe('a sharing that somebody agreed to', () => {
  it('is made by the one who asked, once, and its token stays until it is closed', async () => {
    const house = await openHouse()
    await agreed(house)
    const { user } = await renderAt('/shares', { as: 'manager', house })
    const list = await screen.findByRole('list', { name: 'Agreed, not made yet' })
    expect(within(list).getByText(/Noor Haddad agreed/u)).toBeInTheDocument()
    await user.click(within(list).getByRole('button', { name: /^Make share token for/u }))
    const dialog = await screen.findByRole('dialog')
    await waitFor(() => {
      expect(screen.queryByRole('list', { name: 'Agreed, not made yet', hidden: true })).toBeNull()
    })
    expect(within(dialog).getByLabelText('Share token')).toHaveTextContent(/^[\w-]+\.[\w-]+\.[\w-]+$/u)
    await user.click(within(dialog).getByRole('button', { name: 'Done' }))
    expect(await screen.findByText('Onboarding at the partner bank.')).toBeInTheDocument()
  })

  it('is found from the approvals page', async () => {
    const house = await openHouse()
    await agreed(house)
    const { user, address } = await renderAt('/approvals', { as: 'manager', house })
    await user.click(await screen.findByRole('tab', { name: /^Ended today/u }))
    await user.click(await screen.findByRole('link', { name: 'Agreed: make the token' }))
    await waitFor(() => {
      expect(address()).toBe('/shares')
    })
  })
})
