import { screen, waitFor, within } from '@testing-library/react'
import { PolicyVersion } from '@verdict/contract/policy'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt, type Agent } from '../../testing/render-at.tsx'

type User = Awaited<ReturnType<typeof renderAt>>['user']

const policyOf = async (agent: Agent) => PolicyVersion.parse(await (await agent.get('/api/policy')).json())

async function openPolicy(options: Parameters<typeof renderAt>[1]) {
  const page = await renderAt('/policy', options)
  await screen.findByRole('heading', { name: 'Retention' })
  return page
}

async function write(user: User, field: HTMLElement, text: string): Promise<void> {
  await user.clear(field)
  await user.click(field)
  await user.paste(text)
}

const hold = (outcome: string) => within(screen.getByRole('region', { name: 'Holds' })).getByLabelText(outcome)
const review = async (user: User) => {
  await user.click(screen.getByRole('button', { name: 'Review and save' }))
  return screen.findByRole('dialog', { name: 'Review and save the policy' })
}

/** Somebody else makes a version while the page is open. */
async function changeMeanwhile(agent: Agent): Promise<void> {
  const { version, policy } = await policyOf(agent)
  const next = { ...policy, fourEyes: { ...policy.fourEyes, overdueHours: 48 } }
  expect((await agent.put('/api/policy', { expectedVersion: version, policy: next, note: 'Weekends are long.' })).status).toBe(200)
}

describe('the policy page', () => {
  it('says in words what changes, wants a note, saves the next version and lists it', async () => {
    const { user, agent } = await openPolicy({ as: 'manager' })
    expect(screen.queryByRole('button', { name: 'Review and save' })).not.toBeInTheDocument()
    await write(user, hold('Decline'), '30')
    await user.click(screen.getByRole('switch', { name: /^The second person decides blind/ }))
    expect(await screen.findByText('2 changes not saved')).toBeInTheDocument()

    const dialog = await review(user)
    expect(within(dialog).getByText('Decline: 30 seconds, before as UNDO_SECONDS says')).toBeInTheDocument()
    expect(within(dialog).getByText('The second person decides blind: on, before off')).toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: /Save as version 1/ }))
    expect(await within(dialog).findByText('Write why the policy changes.')).toBeInTheDocument()
    expect((await policyOf(agent)).version).toBe(0)

    await write(user, within(dialog).getByLabelText('Why the policy changes'), 'Declines wait longer.')
    await user.click(within(dialog).getByRole('button', { name: /Save as version 1/ }))
    expect(await screen.findByText('Version 1 applies now.')).toBeInTheDocument()
    const saved = await policyOf(agent)
    expect(saved).toMatchObject({
      version: 1,
      note: 'Declines wait longer.',
      policy: { holds: { Declined: 30 }, fourEyes: { blind: true } },
    })

    const history = screen.getByRole('region', { name: 'History' })
    expect(await within(history).findByText('Declines wait longer.')).toBeInTheDocument()
    await user.click(within(history).getByRole('button', { name: 'Show what version 1 changed' }))
    expect(await within(history).findByText('Decline: 30 seconds, before as UNDO_SECONDS says')).toBeInTheDocument()
  })

  it('reorders reasons by button and by key, keeps the focus, and fixes codes that were saved', async () => {
    const { user, agent } = await openPolicy({ as: 'manager' })
    const rows = () => screen.getAllByRole('button', { name: /^Change / }).map((button) => button.getAttribute('aria-label'))
    const down = screen.getByRole('button', { name: 'Move Document forged or altered down' })
    await user.click(down)
    expect(rows().slice(0, 2)).toEqual(['Change Person is not the holder of the document', 'Change Document forged or altered'])
    expect(screen.getByRole('button', { name: 'Move Document forged or altered down' })).toHaveFocus()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(rows()[2]).toBe('Change Document forged or altered')
    expect(screen.getByText('Document forged or altered is number 3 of 9.')).toBeInTheDocument()

    await user.click(screen.getByRole('button', { name: 'Change Document forged or altered' }))
    expect(screen.getByLabelText('Code')).toHaveAttribute('readonly')
    await user.click(screen.getByRole('switch', { name: /^Retired/ }))
    await user.click(screen.getByRole('button', { name: 'Add a reason' }))
    await write(user, screen.getByLabelText('Label'), 'Sanctioned region')
    await write(user, screen.getByLabelText('Code'), 'region')

    const dialog = await review(user)
    expect(within(dialog).getByText('Decline: adds “Sanctioned region” (region) in place 10')).toBeInTheDocument()
    expect(within(dialog).getByText('Decline: “Document forged or altered” is retired: no longer offered')).toBeInTheDocument()
    await write(user, within(dialog).getByLabelText('Why the policy changes'), 'Regions.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Version 1 applies now.')).toBeInTheDocument()
    const { Declined } = (await policyOf(agent)).policy.reasons
    expect(Declined.map(({ code }) => code).slice(0, 3)).toEqual(['not-the-holder', 'document-invalid', 'document-forged'])
    expect(Declined.at(-1)).toEqual({
      code: 'region',
      label: 'Sanctioned region',
      commentRequired: false,
      applicantText: {},
      retired: false,
    })
    expect(Declined[2]?.retired).toBe(true)
  })

  it('says at its field what does not fit, before and after asking the house', async () => {
    const { user, agent } = await openPolicy({ as: 'manager' })
    await write(user, hold('Approve'), '601')
    await user.click(screen.getByRole('button', { name: 'Review and save' }))
    expect(await screen.findByText('At most 600.')).toBeInTheDocument()
    await waitFor(() => expect(hold('Approve')).toHaveFocus())
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    await user.clear(hold('Approve'))

    await user.click(screen.getByRole('button', { name: 'Change Fraud suspected' }))
    await user.click(screen.getByRole('combobox', { name: 'Add a text in another language' }))
    await user.click(await screen.findByRole('option', { name: 'English' }))
    await write(user, screen.getByRole('textbox', { name: 'English' }), 'You are suspected of fraud.')
    await user.click(screen.getByRole('button', { name: 'Close Fraud suspected' }))
    const dialog = await review(user)
    await write(user, within(dialog).getByLabelText('Why the policy changes'), 'Texts.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText(/The applicant must not learn of a suspicion/)).toBeInTheDocument()
    const text = screen.getByRole('textbox', { name: 'English' })
    expect(text).toHaveValue('You are suspected of fraud.')
    expect(text).toBeInvalid()
    expect((await policyOf(agent)).version).toBe(0)
  })

  it('keeps what was typed when somebody else came first, shows who and what, and goes on top of it', async () => {
    const house = await openHouse()
    const other = await house.signIn('manager')
    const { user } = await openPolicy({ as: 'manager', house })
    await write(user, hold('Decline'), '30')
    const dialog = await review(user)
    await changeMeanwhile(other)
    await write(user, within(dialog).getByLabelText('Why the policy changes'), 'Declines wait longer.')
    await user.keyboard('{Control>}{Enter}{/Control}')

    const clash = await within(dialog).findByRole('alert', { name: 'The policy was changed meanwhile' })
    expect(await within(clash).findByText(/Weekends are long\./)).toHaveTextContent(/Version 1 by Lena Fischer/)
    expect(within(clash).getByText('Overdue after: 48 hours, before 24 hours')).toBeInTheDocument()
    expect(within(dialog).getByRole('button', { name: /Save as version/ })).toBeDisabled()
    await user.click(within(clash).getByRole('button', { name: 'Continue on top of version 1' }))
    expect(within(dialog).queryByText(/Overdue after/)).not.toBeInTheDocument()
    expect(within(dialog).getByText('Decline: 30 seconds, before as UNDO_SECONDS says')).toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: /Save as version 2/ }))
    expect(await screen.findByText('Version 2 applies now.')).toBeInTheDocument()
    expect(await policyOf(other)).toMatchObject({
      version: 2,
      note: 'Declines wait longer.',
      policy: { holds: { Declined: 30 }, fourEyes: { overdueHours: 48 } },
    })
  })

  it('asks before unsaved changes are left or dropped', async () => {
    const { user, address } = await openPolicy({ as: 'manager' })
    await write(user, hold('Decline'), '30')
    await user.click(screen.getByRole('link', { name: /^Sessions/ }))
    const asked = await screen.findByRole('alertdialog', { name: 'Your changes are not saved' })
    expect(within(asked).getByText(/Decline: 30 seconds/)).toBeInTheDocument()
    await user.click(within(asked).getByText('Keep editing'))
    expect(address()).toBe('/policy')
    expect(hold('Decline')).toHaveValue('30')
    await user.click(screen.getByRole('link', { name: /^Sessions/ }))
    await user.click(await screen.findByRole('button', { name: 'Leave without saving' }))
    await waitFor(() => expect(address()).toBe('/sessions'))
  })

  it('follows a new version by itself while nothing is typed', async () => {
    const house = await openHouse()
    const other = await house.signIn('manager')
    const { queryClient } = await openPolicy({ as: 'manager', house })
    await changeMeanwhile(other)
    await queryClient.refetchQueries({ queryKey: ['policy'] })
    expect(await screen.findByText(/^Version 1 by Lena Fischer/)).toBeInTheDocument()
    expect(screen.getByLabelText('Overdue after')).toHaveValue('48')
  })

  it('is for reading without the permission to change it', async () => {
    const { user } = await openPolicy({ as: 'reviewer' })
    expect(screen.getByText('You work by these rules and may read them. A manager may change them.')).toBeInTheDocument()
    expect(hold('Decline')).toHaveAttribute('readonly')
    expect(screen.queryByRole('switch')).not.toBeInTheDocument()
    expect(screen.getByText('Overturning a decision')).toHaveTextContent('Overturning a decision On')
    expect(screen.queryByRole('button', { name: /^(?:Move|Add|Discard|Review)/ })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Show Fraud suspected' }))
    expect(screen.getByLabelText('Label')).toHaveAttribute('readonly')
  })
})
