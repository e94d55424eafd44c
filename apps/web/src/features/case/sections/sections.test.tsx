import { screen, waitFor, within } from '@testing-library/react'
import type { SessionDetail } from '@verdict/contract/case'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../../testing/render-at.tsx'
import { findCase } from '../testing/find-case.ts'

const runsOf = (session: SessionDetail) => session.sections.flatMap((section) => section.runs)
const region = (name: string | RegExp) => screen.findByRole('region', { name })

describe('sections of a case', () => {
  it('names the check digit that does not add up, with the one that would', async () => {
    const house = await openHouse({ sessions: 240 })
    const session = await findCase(house, (found) =>
      runsOf(found).some((run) => run.kind === 'identityDocument' && Array.isArray(run.data.mrz?.errors) && run.data.mrz.errors.length > 0),
    )
    await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    const digits = await screen.findByRole('table', { name: 'Check digits' })
    expect(within(digits).getByRole('row', { name: /^All together .* Should be \d$/ })).toBeInTheDocument()
    expect(within(digits).getByRole('row', { name: /^Date of birth .* Adds up$/ })).toBeInTheDocument()
  })

  it('compares the runs of a check that ran twice, above them', async () => {
    const house = await openHouse({ sessions: 240 })
    const session = await findCase(house, (found) => found.sections.some((part) => part.kind === 'liveness' && part.runs.length > 1))
    const { user } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    const compared = await region('Liveness, 2 runs compared')
    const [first, second] = session.sections.find((part) => part.kind === 'liveness')?.runs ?? []
    expect(first?.status).not.toBe(second?.status)
    expect(within(compared).getByRole('row', { name: /^Score [\d.]+ of 100 [\d.]+ of 100$/ })).toBeInTheDocument()
    await user.click(within(compared).getByRole('button', { name: 'Run 2' }))
    expect(await region('Liveness, 2 of 2')).toHaveFocus()
  })

  it('draws who owns a company, with the same as a list', async () => {
    const house = await openHouse({ sessions: 240 })
    const session = await findCase(
      house,
      (found) => runsOf(found).some((run) => run.kind === 'registry' && JSON.stringify(run.data.ownershipStructure)?.includes('holding')),
      'kind=business',
    )
    await renderAt(`/sessions/${session.id}?at=ownershipStructure`, { as: 'reviewer', house })
    const drawn = await region('Ownership, drawn')
    expect(within(drawn).getAllByText(/^\d+%$/u).length).toBeGreaterThan(0)
    expect(drawn.closest('[data-field="ownershipStructure"]')).toHaveFocus()
    expect(screen.getByText('The same as a list')).toBeInTheDocument()
  })

  it('opens at one field, and copies the address of a section', async () => {
    const house = await openHouse({ sessions: 60 })
    const session = await findCase(house, (found) => runsOf(found).some((run) => run.id === 'identityDocument-1'))
    const { user } = await renderAt(`/sessions/${session.id}?at=identityDocument-1.dateOfBirth`, { as: 'reviewer', house })
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Date of birth/))
    expect(document.activeElement?.tagName).toBe('TR')
    const section = document.querySelector<HTMLElement>('#identityDocument-1')
    await user.click(within(section ?? document.body).getByTitle('Copy link'))
    expect(await navigator.clipboard.readText()).toBe(`${location.origin}/sessions/${session.id}?at=identityDocument-1`)
  })
})
