import { SessionDetail } from '@verdict/contract/case'
import { DecisionAccepted } from '@verdict/contract/decision'
import { PolicyVersion } from '@verdict/contract/policy'
import { QueuePage } from '@verdict/contract/queue'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../testing/render-at.tsx'

const rowsOf = () => within(screen.getByRole('grid')).getAllByRole('row').slice(1)

async function queueOf(house: Awaited<ReturnType<typeof openHouse>>) {
  const answer = await (await house.signIn('reviewer')).get('/api/queue?limit=100')
  return QueuePage.parse(await answer.json())
}

describe('the queue', () => {
  it('shows who waits, in order, and why', async () => {
    const house = await openHouse()
    const { rows, counts } = await queueOf(house)
    await renderAt('/queue', { as: 'reviewer', house })
    await screen.findByRole('grid')
    expect(rowsOf()[0]).toHaveAttribute('data-id', rows[0]?.id)
    expect(rowsOf()[1]).toHaveAttribute('data-id', rows[1]?.id)
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', String(counts.all.value + 1))
    expect(rowsOf()[0]).toHaveAccessibleName(expect.stringContaining(rows[0]?.why[0]?.text ?? 'a reason'))
    expect(screen.getByRole('link', { name: `All waiting ${counts.all.value}` })).toHaveAttribute('aria-current', 'page')
  })

  it('moves with J, K and the arrows and opens with Enter', async () => {
    const house = await openHouse()
    const { rows } = await queueOf(house)
    const { user, address } = await renderAt('/queue', { as: 'reviewer', house })
    await screen.findByRole('grid')
    await user.keyboard('j')
    expect(rowsOf()[0]).toHaveFocus()
    await user.keyboard('jj')
    expect(rowsOf()[2]).toHaveFocus()
    await user.keyboard('k{ArrowDown}{ArrowDown}{ArrowUp}')
    expect(rowsOf()[2]).toHaveFocus()
    await user.keyboard('{Enter}')
    await waitFor(() => {
      expect(address()).toBe(`/sessions/${rows[2]?.id}`)
    })
  })

  it('decides marked rows together, as the list of sessions does', async () => {
    const { user } = await renderAt('/queue', { as: 'reviewer' })
    await screen.findByRole('grid')
    await user.keyboard('jxj{Shift>}x{/Shift}')
    expect(screen.getByText('2 sessions marked')).toBeInTheDocument()
    expect(rowsOf()[1]).toHaveAccessibleName(expect.stringContaining('Marked'))
    await user.keyboard('d')
    expect(await screen.findByRole('dialog', { name: 'Decide 2 sessions together' })).toBeInTheDocument()
  })

  it('puts a second look that only the reader can give first, and opens it where it is answered', async () => {
    const house = await openHouse()
    const { rows } = await queueOf(house)
    const [reviewer, manager] = [await house.signIn('reviewer'), await house.signIn('manager')]
    const id = rows[3]?.id ?? ''
    const { evidenceHash, warnings } = SessionDetail.parse(await (await reviewer.get(`/api/sessions/${id}`)).json())
    const { version, policy } = PolicyVersion.parse(await (await manager.get('/api/policy')).json())
    const fourEyes = { ...policy.fourEyes, warningCodes: warnings.map(({ code }) => code) }
    await manager.put('/api/policy', { expectedVersion: version, policy: { ...policy, fourEyes }, note: 'For this test' })
    const made = await reviewer.post(`/api/sessions/${id}/decisions`, { outcome: 'Declined', reasonCode: 'policy', evidenceHash })
    const { approvalId } = DecisionAccepted.parse(await made.json())
    const { user, address } = await renderAt('/queue', { as: 'senior', house })
    await screen.findByRole('grid')
    expect(rowsOf()[0]).toHaveAttribute('data-id', id)
    expect(rowsOf()[0]).toHaveAccessibleName(expect.stringContaining('Waits for your second look'))
    await user.keyboard('j{Enter}')
    await waitFor(() => {
      expect(address()).toBe(`/approvals?id=${String(approvalId)}`)
    })
  })

  it('takes the next case with N and leaves letters to fields', async () => {
    const house = await openHouse()
    const { rows } = await queueOf(house)
    const { user, address } = await renderAt('/queue', { as: 'reviewer', house })
    await screen.findByRole('grid')
    await user.keyboard('f')
    await user.type(await screen.findByLabelText('Country'), 'nn')
    expect(address()).toBe('/queue')
    await user.keyboard('{Escape}')
    await user.keyboard('n')
    await waitFor(() => {
      expect(address()).toBe(`/sessions/${rows[0]?.id}`)
    })
  })

  it('lets no letter decide for two seconds after G, but goes where G points', async () => {
    const { user, address } = await renderAt('/queue', { as: 'reviewer' })
    await screen.findByRole('grid')
    await user.keyboard('gn')
    expect(address()).toBe('/queue')
    await user.keyboard('gs')
    await screen.findByRole('heading', { name: 'Sessions' })
  })

  it('keeps a view in the address and says when nothing is in it', async () => {
    const { user, address } = await renderAt('/queue?country=ATA', { as: 'reviewer' })
    expect(await screen.findByText('Nothing waits under this filter')).toBeInTheDocument()
    await user.click(screen.getByRole('link', { name: 'Show all waiting' }))
    await screen.findByRole('grid')
    expect(address()).toBe('/queue')
    await user.click(screen.getByRole('link', { name: /^Companies/ }))
    await waitFor(() => {
      expect(address()).toBe('/queue?view=companies')
    })
  })

  it('records a case that was only read ahead as read ahead, not as a look', async () => {
    const house = await openHouse()
    const { rows } = await queueOf(house)
    const { agent, user } = await renderAt('/queue', { as: 'senior', house })
    await screen.findByRole('grid')
    await user.keyboard('jj')
    await screen.findByText(/of 100/)
    await house.deps.settled()
    const trail = (await (await agent.get(`/api/sessions/${rows[1]?.id}/timeline`)).json()) as {
      entries: { kind: string; source: string; text: string }[]
    }
    const views = trail.entries.filter((entry) => entry.kind === 'view' && entry.source === 'verdict')
    expect(views.map((entry) => entry.text)).toEqual(['had the case read ahead by a list'])
  })

  it('refuses people without a queue and says who has one', async () => {
    await renderAt('/queue', { as: 'analyst' })
    expect(await screen.findByText('Your role does not open this page')).toBeInTheDocument()
    expect(screen.getByText(/A reviewer, a senior, a manager or an auditor may/)).toBeInTheDocument()
    expect(screen.getByRole('navigation', { name: 'Pages' })).toBeInTheDocument()
  })
})
