import { screen, waitFor, within } from '@testing-library/react'
import { BulkCases } from '@verdict/contract/decision-bulk'
import { SessionPage } from '@verdict/contract/session'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt, type Agent } from '../../testing/render-at.tsx'

type House = Awaited<ReturnType<typeof openHouse>>

const inReview = async (agent: Agent): Promise<string[]> =>
  SessionPage.parse(await (await agent.get('/api/sessions?status=In%20Review&limit=100')).json()).rows.map(({ id }) => id)

const writes = async (house: House): Promise<string[]> => {
  const calls = (await (await house.emulator.app.request('/__emulator/requests')).json()) as { method: string; path: string }[]
  return calls.filter(({ method, path }) => method === 'PATCH' && path.endsWith('/update-status/')).map(({ path }) => path)
}

const open = async (house: House) => {
  const view = await renderAt('/sessions?status=In+Review', { as: 'reviewer', house })
  await screen.findByRole('grid')
  return view
}

/** Marks the first so many rows by keys and opens the dialog. */
const decideFirst = async (user: Awaited<ReturnType<typeof open>>['user'], count: number) => {
  await user.keyboard('jx')
  for (let turn = 1; turn < count; turn++) await user.keyboard('j')
  await user.keyboard('{Shift>}x{/Shift}')
  expect(screen.getByText(`${String(count)} sessions marked`)).toBeInTheDocument()
  await user.keyboard('d')
  const dialog = await screen.findByRole('dialog', { name: `Decide ${String(count)} sessions together` })
  await waitFor(() => {
    expect(within(dialog).queryByText('Being read')).toBeNull()
  })
  return dialog
}

const readWarnings = async (user: Awaited<ReturnType<typeof open>>['user'], dialog: HTMLElement) => {
  for (const box of within(dialog).queryAllByRole('checkbox', { name: /^I have read/u })) await user.click(box)
}

describe('marking sessions', () => {
  it('marks by key, by box and by range, and Esc clears', async () => {
    const { user } = await open(await openHouse({ sessions: 120 }))
    await user.keyboard('jx')
    expect(screen.getByText('1 session marked')).toBeInTheDocument()
    await user.keyboard('jj{Shift>}x{/Shift}')
    expect(screen.getByText('3 sessions marked')).toBeInTheDocument()
    await user.click(screen.getAllByRole('checkbox', { name: /^Mark/u })[1] ?? document.body)
    expect(screen.getByText('2 sessions marked')).toBeInTheDocument()
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: 'Marked sessions' })).toBeNull()
  })

  it('is not there for people who decide nothing', async () => {
    const { user } = await renderAt('/sessions', { as: 'auditor' })
    await screen.findByRole('grid')
    await user.keyboard('jx')
    expect(screen.queryByRole('checkbox', { name: /^Mark/u })).toBeNull()
    expect(screen.queryByRole('region', { name: 'Marked sessions' })).toBeNull()
  })
})

describe('deciding several sessions together', () => {
  it('reads each, wants outcome, reason and declining warnings, holds all, and undoes all', async () => {
    const house = await openHouse({ sessions: 120 })
    const { user, address } = await open(house)
    const dialog = await decideFirst(user, 3)
    const send = () => within(dialog).getByRole('button', { name: /^(Decide|Decline)/u })
    expect(send()).toBeDisabled()
    expect(within(dialog).getByText('Choose an outcome.')).toBeInTheDocument()
    await user.click(within(dialog).getByRole('radio', { name: 'Decline' }))
    await waitFor(() => {
      expect(within(dialog).queryByText(/^Reading/u)).toBeNull()
    })
    await readWarnings(user, dialog)
    expect(within(dialog).getByText('Choose a reason.')).toBeInTheDocument()
    await user.selectOptions(within(dialog).getByLabelText('Reason for all'), 'policy')
    await user.click(send())
    await screen.findByRole('heading', { name: 'Bulk decision: decline 3 sessions' })
    expect(address()).toMatch(/^\/bulk\/./u)
    expect(screen.getByText('3 held')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Undo all 3' }))
    expect((await screen.findAllByText('3 undone')).length).toBeGreaterThan(0)
    house.clock.advance(60_000)
    expect(await writes(house)).toEqual([])
  })

  it('stops until a declining warning was read, and says what hinders one', async () => {
    const house = await openHouse({ sessions: 120 })
    const senior = await house.signIn('senior')
    const sessionIds = await inReview(senior)
    const read = await senior.post('/api/decisions/bulk/read', { sessionIds, outcome: 'Declined' })
    const severe = BulkCases.parse(await read.json()).cases.find(({ mustSee, refusal }) => mustSee.length > 0 && refusal === null)
    const { user } = await renderAt(`/sessions?q=${String(severe?.number ?? '')}`, { as: 'reviewer', house })
    await screen.findByRole('grid')
    await user.keyboard('jx')
    await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] ?? document.body)
    await user.keyboard('d')
    const dialog = await screen.findByRole('dialog', { name: 'Decide 1 session together' })
    await user.click(within(dialog).getByRole('radio', { name: 'Decline' }))
    await user.selectOptions(within(dialog).getByLabelText('Reason for all'), 'policy')
    expect(await within(dialog).findByText('Mark the declining warnings of 1 session as read.')).toBeInTheDocument()
    await user.click(within(dialog).getByRole('checkbox', { name: /^I have read/u }))
    expect(within(dialog).getByRole('button', { name: 'Decline 1 session' })).toBeEnabled()
  })

  it('shows what was refused with its reason beside those that are held, also after a reload', async () => {
    const house = await openHouse({ sessions: 120 })
    const { user, address, unmount } = await open(house)
    const rows = within(screen.getByRole('grid')).getAllByRole('row')
    const changed = rows[1]?.dataset['id'] ?? ''
    const dialog = await decideFirst(user, 2)
    await user.click(within(dialog).getByRole('radio', { name: 'Decline' }))
    await waitFor(() => {
      expect(within(dialog).queryByText(/^Reading/u)).toBeNull()
    })
    await readWarnings(user, dialog)
    await user.selectOptions(within(dialog).getByLabelText('Reason for all'), 'policy')
    await house.control('act', { sessionId: changed, kind: 'status', status: 'Kyc Expired' })
    await user.click(within(dialog).getByRole('button', { name: 'Decline 2 sessions' }))
    await screen.findByText('1 held · 1 refused')
    expect(screen.getByText(/The evidence has changed since you read it/u)).toBeInTheDocument()
    unmount()
    await renderAt(address(), { as: 'reviewer', house })
    expect((await screen.findAllByText('1 held · 1 refused')).length).toBeGreaterThan(0)
    expect(screen.getByText(/The evidence has changed since you read it/u)).toBeInTheDocument()
  })
})
