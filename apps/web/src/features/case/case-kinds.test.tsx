import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../testing/render-at.tsx'
import { findCase } from './testing/find-case.ts'

const section = (name: string | RegExp) => screen.findByRole('region', { name })

describe('kinds of case', () => {
  it('shows a company with registry, people and what Didit’s trail lacks', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(
      house,
      (found) => found.sections.some((part) => part.kind === 'keyPeople' && part.runs.length > 0),
      'kind=business',
    )
    await renderAt(`/sessions/${session.id}`, { as: 'senior', house })
    const registry = await section('Company registry')
    expect(within(registry).getByRole('columnheader', { name: 'Registry' })).toBeInTheDocument()
    expect(within(registry).getByRole('columnheader', { name: 'Provided' })).toBeInTheDocument()
    const people = await section('People of the company')
    const linked = session.sections
      .flatMap((part) => part.runs)
      .flatMap((run) => (run.kind === 'keyPeople' ? (run.data.submitted?.parties ?? []) : []))
    const child = linked.find((party) => party.kycSessionId !== null)?.kycSessionId
    if (child) expect(within(people).getAllByRole('link')[0]).toHaveAttribute('href', expect.stringMatching(/^\/sessions\/[0-9a-f-]{36}$/))
    expect(await screen.findByText(/Didit has no trail of companies/)).toBeInTheDocument()
  })

  it('shows a check that this version does not know, field by field', async () => {
    const house = await openHouse({ sessions: 240 })
    const session = await findCase(house, (found) => found.sections.some((part) => part.kind === 'other' && part.runs.length > 0))
    await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    const run = session.sections.find((part) => part.kind === 'other' && part.runs.length > 0)?.runs[0]
    await screen.findByRole('heading', { level: 1 })
    await screen.findByRole('heading', { level: 3, name: 'Session' })
    const shown = document.querySelector(`#${run?.id ?? 'none'}`)
    const keys = Object.entries(run?.data ?? {}).filter(([, value]) => typeof value === 'string' && value.length > 3 && value.length < 40)
    expect(keys.length).toBeGreaterThan(0)
    for (const [, value] of keys) expect(shown).toHaveTextContent(String(value))
  })

  it('says in words that there are no pictures, and that one cannot be shown', async () => {
    const house = await openHouse({ sessions: 240 })
    const bare = await findCase(house, (found) => found.media.length === 0)
    const { unmount } = await renderAt(`/sessions/${bare.id}`, { as: 'reviewer', house })
    expect(await screen.findByText('No pictures or files in this session')).toBeVisible()
    unmount()
    const full = await findCase(house, (found) => found.media.some((item) => item.role === 'front'))
    await renderAt(`/sessions/${full.id}`, { as: 'reviewer', house })
    fireEvent.error(await screen.findByRole('img', { name: `Front of ${full.name ?? 'this applicant'}` }))
    expect(await screen.findByText('Front cannot be shown')).toBeVisible()
  })

  it('keeps a name that is read from right to left apart from the rest', async () => {
    const house = await openHouse({ sessions: 240 })
    const session = await findCase(house, (found) => /\p{Script=Arabic}/u.test(found.name ?? ''))
    await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    const name = within(await screen.findByRole('heading', { level: 1 })).getByText(session.name ?? '')
    expect(name.tagName).toBe('BDI')
    expect(name).toHaveAttribute('lang', 'ar')
  })

  it('turns, mirrors and zooms the picture with keys', async () => {
    const house = await openHouse({ sessions: 60 })
    const session = await findCase(house, (found) => found.media.some((item) => item.role === 'front'))
    const { user } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    const picture = await screen.findByRole('img', { name: `Front of ${session.name ?? 'this applicant'}` })
    await user.keyboard(']x+')
    expect(picture.style.transform).toContain('rotate(90deg)')
    expect(screen.getByText(/zoom 1\.5×/)).toBeVisible()
    await user.keyboard('0')
    expect(picture.style.transform).toContain('rotate(0deg) scale(1')
  })
})
