import { screen, waitFor, within } from '@testing-library/react'
import { DecisionList } from '@verdict/contract/decision'
import { beforeEach, describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../testing/render-at.tsx'
import { claimDrafts } from './model/case-drafts.ts'
import { findCase } from './testing/find-case.ts'

// Houses of one seed have the same sessions, so a draft of the test before would fit.
beforeEach(() => {
  claimDrafts('nobody')
})

const actions = () => screen.getByRole('region', { name: 'Actions' })
const warned = (count: number) => (session: { warnings: readonly { severity: string }[]; kind: string }) =>
  session.kind === 'user' && session.warnings.filter((warning) => warning.severity !== 'information').length === count

async function decisionsOf(house: Awaited<ReturnType<typeof openHouse>>) {
  const answer = await (await house.signIn('reviewer')).get('/api/decisions')
  return DecisionList.parse(await answer.json()).decisions
}

describe('deciding with keys', () => {
  it('approves with A and Enter once the warning is answered, and goes to the next case', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(house, warned(1))
    const { user, address } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    expect(await screen.findByRole('heading', { level: 1, name: session.name ?? '' })).toBeVisible()
    expect(within(actions()).getByText('Approve needs 1 answer')).toBeVisible()
    await waitFor(() => {
      expect(screen.getByRole('link', { name: /^Queue \d+ of \d+/ })).toBeVisible()
    })
    await user.keyboard('w')
    await user.keyboard('seen in the original{Enter}1')
    expect(within(actions()).getByText(/explained: seen in the original\./)).toBeVisible()
    await user.keyboard('a')
    expect(await screen.findByRole('dialog', { name: 'Approve: why?' })).toBeVisible()
    await user.keyboard('{Enter}')
    await waitFor(() => {
      expect(address()).not.toBe(`/sessions/${session.id}`)
    })
    await waitFor(() => {
      expect(document.activeElement).toHaveAttribute('data-current-warning')
    })
    const [made] = await decisionsOf(house)
    expect(made).toMatchObject({ sessionId: session.id, outcome: 'Approved', reasonCode: 'checks-passed', state: 'held' })
    expect(made?.comment).toContain('explained: seen in the original')
  })

  it('leads A to the first open warning while an answer is missing', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(house, warned(1))
    const { user } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('a')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('button', { name: /^Approve/ })).toBeDisabled()
    expect(await decisionsOf(house)).toEqual([])
  })

  it('declines with D, a number and Enter, and not before a reason is picked', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(house, warned(1))
    const { user, address } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('d{Enter}')
    expect(
      within(screen.getByRole('dialog', { name: 'Decline: why?' })).getByText('Nothing is sent before a reason is picked.'),
    ).toBeVisible()
    await user.keyboard('4{Enter}')
    await waitFor(() => {
      expect(address()).not.toBe(`/sessions/${session.id}`)
    })
    expect((await decisionsOf(house))[0]).toMatchObject({ outcome: 'Declined', reasonCode: 'data-mismatch' })
  })

  it('shows a held decision on its case, with the way back', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(house, warned(1))
    const reviewer = await house.signIn('reviewer')
    const made = await reviewer.post(`/api/sessions/${session.id}/decisions`, {
      outcome: 'Declined',
      reasonCode: 'policy',
      evidenceHash: session.evidenceHash,
    })
    expect(made.status).toBe(202)
    const { user } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    expect(within(actions()).getByText(/Declined · held/)).toBeVisible()
    expect(within(actions()).queryByRole('button', { name: /^Approve/ })).toBeNull()
    await user.click(within(actions()).getByRole('button', { name: /^Undo/ }))
    expect(await within(actions()).findByRole('button', { name: /^Decline/ })).toBeEnabled()
  })
})

describe('what stands in the way', () => {
  it('refuses on changed evidence, keeps the answers and reads the new evidence', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(
      house,
      (found) => warned(1)(found) && found.sections.some((section) => section.kind === 'aml' && section.runs.length > 0),
    )
    const { user } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('w')
    await user.keyboard('read twice{Enter}2')
    await house.control('act', { sessionId: session.id, kind: 'aml_hit' })
    // What was read a moment ago is not asked again before the decision is taken in.
    house.clock.advance(30_000)
    await user.keyboard('d2{Enter}')
    const refusal = await screen.findByRole('alertdialog', { name: 'Not sent: the evidence has changed' })
    expect(within(refusal).getByText(/New watch-list hit/)).toBeVisible()
    const read = within(refusal).getByRole('button', { name: /^Read the new evidence/ })
    await waitFor(() => {
      expect(read).toHaveFocus()
    })
    await user.keyboard('{Enter}')
    await waitFor(() => {
      expect(screen.queryByRole('alertdialog')).toBeNull()
    })
    expect(screen.getByRole('textbox', { name: 'Why, in one line' })).toHaveValue('read twice')
    expect(await decisionsOf(house)).toEqual([])
  })

  it('says who decided in Didit’s console', async () => {
    const house = await openHouse({ webhooks: true })
    const { id } = await findCase(house, () => true)
    await house.control('act', { kind: 'status', sessionId: id, status: 'Declined', actor: 'colleague@verdict.example' })
    await house.emulator.idle()
    await house.deps.settled()
    await (await house.signIn('manager')).post('/api/reconciliation/run')
    const { user } = await renderAt(`/sessions/${id}`, { as: 'auditor', house })
    await user.click(await screen.findByRole('button', { name: /Decided in Didit’s console by colleague/u }))
    expect(await screen.findByText('colleague changed the status in Didit’s console.')).toBeInTheDocument()
  })

  it('says in sight why a role may not decide', async () => {
    const house = await openHouse({ sessions: 60 })
    const session = await findCase(house, warned(1))
    await renderAt(`/sessions/${session.id}`, { as: 'auditor', house })
    await screen.findByRole('heading', { level: 1 })
    expect(within(actions()).getByText('Your role does not decide sessions.')).toBeVisible()
    expect(screen.getByText('Your role does not write notes.')).toBeVisible()
  })

  it('has words for a session that does not exist', async () => {
    await renderAt('/sessions/00000000-0000-4000-8000-00000000dead', { as: 'reviewer' })
    expect(await screen.findByRole('alert')).toHaveTextContent(/session/i)
  })
})

describe('asking again', () => {
  it('names the steps, what is erased, and sends them', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(
      house,
      (found) => warned(1)(found) && found.actions.resubmit.steps.some((step) => step.allowed && step.erases.length > 0),
    )
    const { user, address } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('r')
    const dialog = await screen.findByRole('dialog', { name: /^Ask .* again/ })
    const step = session.actions.resubmit.steps.find((found) => found.allowed && !found.suggested && found.erases.length > 0)
    expect(within(dialog).getAllByText(/^Didit deletes: /)[0]).toBeVisible()
    if (step) await user.click(within(dialog).getAllByRole('checkbox', { name: new RegExp(`^${step.label}`) })[0] ?? dialog)
    await user.click(within(dialog).getByRole('button', { name: /^Ask for/ }))
    expect(within(dialog).getByText('Pick a reason.')).toBeVisible()
    await user.click(within(dialog).getByRole('radio', { name: 'Selfie unclear' }))
    await user.click(within(dialog).getByRole('button', { name: /^Ask for/ }))
    await waitFor(() => {
      expect(address()).not.toBe(`/sessions/${session.id}`)
    })
    expect((await decisionsOf(house))[0]).toMatchObject({ outcome: 'Resubmitted', reasonCode: 'selfie-unclear' })
  })
})

describe('the trail', () => {
  it('takes a note with Ctrl Enter and says whose it is', async () => {
    const house = await openHouse({ sessions: 60 })
    const session = await findCase(house, warned(1))
    const { user } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('c')
    await user.keyboard('Called the branch.{Control>}{Enter}{/Control}')
    const trail = screen.getByRole('complementary', { name: 'Trail' })
    expect(await within(trail).findByText('Called the branch.', { selector: 'blockquote *' })).toBeVisible()
    expect(within(trail).getByRole('textbox', { name: 'Note' })).toHaveValue('')
    await user.keyboard('{Escape}')
    expect(document.activeElement).toHaveAttribute('data-current-warning')
  })

  it('says that Didit’s own half is not read yet, and reads it when asked', async () => {
    const house = await openHouse({ sessions: 60 })
    const session = await findCase(house, warned(1))
    await house.control('act', { sessionId: session.id, kind: 'review', comment: 'Known at the branch.', actor: 'kim@ops.example' })
    const { user } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    const trail = await screen.findByRole('complementary', { name: 'Trail' })
    expect(await within(trail).findByText(/Didit’s own trail is not read yet/)).toBeVisible()
    expect(within(trail).queryByText('Known at the branch.')).toBeNull()
    await user.click(within(trail).getByRole('button', { name: 'Read it' }))
    expect(await within(trail).findByText('Known at the branch.')).toBeVisible()
    expect(within(trail).queryByText(/Didit’s own trail is not read yet/)).toBeNull()
  })

  it('keeps a note that could not be sent', async () => {
    const house = await openHouse({ sessions: 60 })
    const session = await findCase(house, warned(1))
    const { user, line } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    line.cut(true)
    await user.keyboard('c')
    await user.keyboard('Not lost.{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Verdict does not answer.')).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('Not lost.')
  })
})
