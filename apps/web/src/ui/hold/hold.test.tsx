import type { QueuePage } from '@verdict/contract/queue'
import type { SessionDetail } from '@verdict/contract/case'
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../testing/render-at.tsx'

/** Somebody declines the first case that may be declined, in another tab. */
async function decline(house: Awaited<ReturnType<typeof openHouse>>) {
  const agent = await house.signIn('reviewer')
  const { rows } = (await (await agent.get('/api/queue?limit=50')).json()) as QueuePage
  for (const row of rows) {
    const session = (await (await agent.get(`/api/sessions/${row.id}`)).json()) as SessionDetail
    if (!session.actions.decline.allowed) continue
    const answer = await agent.post(`/api/sessions/${row.id}/decisions`, {
      outcome: 'Declined',
      reasonCode: 'document-forged',
      evidenceHash: session.evidenceHash,
      dispositions: session.warnings.map((warning) => ({ warningId: warning.id, answer: 'confirmed' })),
    })
    expect(answer.status).toBe(202)
    return session
  }
  throw new Error('No case can be declined')
}

describe('a held decision', () => {
  it('counts down on every page and is undone with U', async () => {
    const house = await openHouse()
    const session = await decline(house)
    const { user, agent } = await renderAt('/sessions', { as: 'reviewer', house })
    expect(await screen.findByText(/^Declined · sending in \d s$/)).toBeInTheDocument()
    expect(screen.getByText(new RegExp(session.name ?? ''), { selector: 'bdi' })).toBeInTheDocument()
    await screen.findByRole('grid')
    await user.keyboard('u')
    expect(await screen.findByText('Undone')).toBeInTheDocument()
    expect(screen.getByText(/Nothing has left Verdict/, { selector: 'div:not([role])' })).toBeInTheDocument()
    const now = (await (await agent.get(`/api/sessions/${session.id}`)).json()) as SessionDetail
    expect(now.status).toBe('In Review')
  })

  it('is sent when its time is over, and says so', async () => {
    const house = await openHouse()
    await decline(house)
    const { queryClient } = await renderAt('/sessions', { as: 'reviewer', house })
    await screen.findByText(/^Declined · sending in \d s$/)
    house.clock.advance(6000)
    await house.deps.settled()
    await queryClient.refetchQueries({ queryKey: ['decisions'] })
    await waitFor(() => {
      expect(screen.getByText('Declined · settled')).toBeInTheDocument()
    })
  })
})
