import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../../testing/render-at.tsx'
import { claimDrafts } from '../model/case-drafts.ts'
import { findCase } from '../testing/find-case.ts'

// Houses of one seed have the same sessions, so a draft of the test before would fit.
beforeEach(() => {
  claimDrafts('nobody')
})

const home = () => openHouse({ sessions: 120 })
const actions = () => screen.getByRole('region', { name: 'Actions' })
const card = () => {
  const found = document.querySelector<HTMLElement>('[data-current-warning]')
  if (!found) throw new Error('No warning is open.')
  return found
}
const stage = () => within(screen.getByRole('region', { name: 'Evidence' }))
/** The newest case in review with a warning of this code. */
const caseWith = (house: Awaited<ReturnType<typeof home>>, code: string) =>
  findCase(house, ({ warnings }) => warnings.some((warning) => warning.code === code), `status=In%20Review&warning=${code}`)
/** It has two runs with a warning each: one declines, one needs review. */
const twoWarnings = 'MULTIPLE_FACES_DETECTED'

describe('a warning', () => {
  it('says what its severity and its code mean and what to look for, with Didit’s words beneath', async () => {
    const house = await home()
    const session = await caseWith(house, 'VOIP_NUMBER_DETECTED')
    const { user } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    expect(within(card()).getByRole('heading', { name: 'Internet telephone number' })).toBeVisible()
    expect(within(card()).getByText(/approving needs your answer/)).toHaveTextContent('Needs review.')
    expect(within(card()).getByText(/not tied to a SIM card/)).toBeVisible()
    expect(within(within(card()).getByRole('list', { name: 'What to look for' })).getAllByRole('listitem')).toHaveLength(2)
    await user.click(within(card()).getByText('In Didit’s words'))
    expect(within(card()).getByText(session.warnings[0]?.description ?? '?')).toBeVisible()
  })

  it('leads V and Enter to its row, says so in words, and Escape back', async () => {
    const house = await home()
    const session = await caseWith(house, 'VOIP_NUMBER_DETECTED')
    const { user, address } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    const label = await screen.findByText('Internet number')
    await waitFor(() => {
      expect(card()).toHaveFocus()
    })
    await user.keyboard('v')
    const row = document.activeElement
    expect(row).toContainElement(label)
    expect(row).toHaveAccessibleDescription('Marked by warning 1 of 1: Internet telephone number')
    await user.keyboard('{Escape}')
    expect(card()).toHaveFocus()
    expect(address()).toBe(`/sessions/${session.id}`)
    await user.keyboard('{Enter}')
    expect(document.activeElement).toContainElement(label)
    await user.keyboard('1')
    await waitFor(() => {
      expect(card()).toHaveFocus()
    })
    expect(within(actions()).getByText('Internet telephone number explained.')).toBeVisible()
  })

  it('puts the face on the stage when it is about the face', async () => {
    const house = await home()
    const session = await caseWith(house, 'LOW_FACE_MATCH_SIMILARITY')
    const { user } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    expect(stage().getByRole('button', { name: 'Document' })).toHaveAttribute('aria-pressed', 'true')
    await user.keyboard('v')
    expect(stage().getByRole('button', { name: 'Faces' })).toHaveAttribute('aria-pressed', 'true')
  })
})

describe('the walk', () => {
  it('steps with J and K, follows with the marks, and shows what is left by severity', async () => {
    const house = await home()
    const session = await caseWith(house, twoWarnings)
    const { user } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    const total = session.warnings.length
    expect(within(card()).getByText(`1 of ${total}`)).toBeVisible()
    await user.keyboard('j')
    expect(within(card()).getByText(`2 of ${total}`)).toBeVisible()
    await user.keyboard('{ArrowUp}')
    expect(within(card()).getByText(`1 of ${total}`)).toBeVisible()
    const left = () => within(screen.getByRole('group', { name: 'Still to answer' })).getAllByRole('button')
    const before = left().length
    await user.keyboard('1')
    expect(left()).toHaveLength(before - 1)
    expect(within(screen.getByRole('list', { name: 'Answered by severity' })).getByText('Declines')).toHaveTextContent('Declines 1 of 1')
    await user.keyboard('k')
    await user.click(left()[0] ?? document.body)
    expect(within(card()).getByText(`2 of ${total}`)).toBeVisible()
    await waitFor(() => {
      expect(card()).toHaveFocus()
    })
  })

  it('opens the warning that the address names', async () => {
    const house = await home()
    const session = await caseWith(house, twoWarnings)
    const last = session.warnings.at(-1)
    await renderAt(`/sessions/${session.id}?at=warning-${last?.id ?? ''}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    expect(within(card()).getByText(`${session.warnings.length} of ${session.warnings.length}`)).toBeVisible()
    await waitFor(() => {
      expect(card()).toHaveFocus()
    })
  })

  it('works later answers into a rationale that was edited, and touches nothing that was typed', async () => {
    const house = await home()
    const session = await caseWith(house, twoWarnings)
    const { user } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('w')
    await user.paste('old edition')
    await user.keyboard('{Enter}1')
    await user.keyboard('e')
    const field = () => screen.getByRole('textbox', { name: 'Rationale' })
    await waitFor(() => {
      expect(field()).toHaveFocus()
    })
    await user.click(field())
    await user.paste(' Called the branch.')
    await user.keyboard('{Escape}')
    expect(field()).toHaveDisplayValue('Unrecognised document explained: old edition. Called the branch.')
    await user.keyboard('2')
    expect(field()).toHaveDisplayValue(
      'Unrecognised document explained: old edition. Several faces in the selfie confirmed. Called the branch.',
    )
  })
})
