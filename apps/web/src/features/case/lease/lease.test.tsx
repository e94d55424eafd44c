import { screen, waitFor, within } from '@testing-library/react'
import type { QueuePage } from '@verdict/contract/queue'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt, type Agent } from '../../../testing/render-at.tsx'

const oneCase = async (agent: Agent): Promise<string> => {
  const { rows } = (await (await agent.get('/api/queue?limit=50')).json()) as QueuePage
  const row = rows.find(({ kind }) => kind === 'user')
  if (!row) throw new Error('nothing waits')
  return row.id
}
const nameOf = async (agent: Agent): Promise<string> => ((await (await agent.get('/api/me')).json()) as { name: string }).name
const leaseOf = async (agent: Agent, id: string): Promise<string | null> => {
  const presence = (await (await agent.get(`/api/sessions/${id}/presence`)).json()) as { lease: { holder: { name: string } } | null }
  return presence.lease?.holder.name ?? null
}

describe('working on a case', () => {
  it('takes it on opening and gives it back on leaving', async () => {
    const house = await openHouse()
    const other = await house.signIn('reviewer2')
    const id = await oneCase(other)
    const { agent, unmount } = await renderAt(`/sessions/${id}`, { as: 'reviewer', house })
    await screen.findByRole('region', { name: 'Actions' })
    const me = await nameOf(agent)
    await waitFor(async () => expect(await leaseOf(other, id)).toBe(me))
    unmount()
    await waitFor(async () => expect(await leaseOf(other, id)).toBeNull())
  })

  it('says who is on it, rests the buttons with the reason, and takes it live when it is free', async () => {
    const house = await openHouse()
    const other = await house.signIn('reviewer2')
    const [id, name] = [await oneCase(other), await nameOf(other)]
    await other.post(`/api/sessions/${id}/lease`, { tab: 'other-tab-1' })
    const { agent } = await renderAt(`/sessions/${id}`, { as: 'reviewer', house, live: true })
    expect(await screen.findByText(/is on this case since/)).toHaveTextContent(name)
    const actions = screen.getByRole('region', { name: 'Actions' })
    await waitFor(() => expect(within(actions).getByRole('button', { name: /^Decline/ })).toBeDisabled())
    expect(within(actions).getByText(`${name} is on this case.`)).toBeInTheDocument()
    expect(within(screen.getByRole('list', { name: 'Also here' })).getByRole('img', { name: `${name} works on this case` })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Take over' })).not.toBeInTheDocument()
    await other.delete(`/api/sessions/${id}/lease`)
    await waitFor(() => expect(screen.queryByText(/is on this case since/)).not.toBeInTheDocument())
    await waitFor(() => expect(within(actions).getByRole('button', { name: /^Decline/ })).toBeEnabled())
    const me = await nameOf(agent)
    await waitFor(async () => expect(await leaseOf(other, id)).toBe(me))
  })

  it('is taken over by a senior with a note, which the holder reads at once', async () => {
    const house = await openHouse()
    const senior = await house.signIn('senior')
    const id = await oneCase(senior)
    const { agent, user } = await renderAt(`/sessions/${id}`, { as: 'reviewer', house, live: true })
    const me = await nameOf(agent)
    await waitFor(async () => expect(await leaseOf(senior, id)).toBe(me))
    await senior.post(`/api/sessions/${id}/lease`, { takeover: true, note: 'A payment waits for it.' })
    expect(await screen.findByText(/took this case over from you/)).toHaveTextContent('“A payment waits for it.”')
    expect(screen.queryByRole('button', { name: 'Take it again' })).not.toBeInTheDocument()
    await senior.delete(`/api/sessions/${id}/lease`)
    await user.click(await screen.findByRole('button', { name: 'Take it again' }))
    await waitFor(async () => expect(await leaseOf(senior, id)).toBe(me))
    await waitFor(() => expect(screen.queryByText(/took this case over/)).not.toBeInTheDocument())
  })

  it('lets a senior take over from the page, with a note', async () => {
    const house = await openHouse()
    const other = await house.signIn('reviewer2')
    const id = await oneCase(other)
    await other.post(`/api/sessions/${id}/lease`, { tab: 'other-tab-1' })
    const { agent, user } = await renderAt(`/sessions/${id}`, { as: 'senior', house })
    await user.click(await screen.findByRole('button', { name: 'Take over' }))
    await user.click(await screen.findByRole('button', { name: /^Take case over/ }))
    expect(await screen.findByText('Say why you take the case over.')).toBeInTheDocument()
    await user.type(screen.getByLabelText('Why'), 'Out today.')
    await user.click(screen.getByRole('button', { name: /^Take case over/ }))
    const me = await nameOf(agent)
    await waitFor(async () => expect(await leaseOf(other, id)).toBe(me))
    await waitFor(() => expect(screen.queryByText(/is on this case since/)).not.toBeInTheDocument())
  })
})
