import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderAt } from '../../testing/render-at.tsx'

describe('signing in', () => {
  it('leads back to where one was', async () => {
    const { user, address } = await renderAt('/sessions?country=TUR')
    await user.click(await screen.findByRole('button', { name: /^Reviewer\s*Works/ }))
    expect(screen.getByLabelText('Work e-mail')).toHaveValue('reviewer@verdict.example')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByRole('heading', { name: 'Sessions' })).toBeInTheDocument()
    expect(address()).toBe('/sessions?country=TUR')
  })

  it('says in words that it failed and keeps the e-mail', async () => {
    const { user, address } = await renderAt('/sign-in')
    await user.type(await screen.findByLabelText('Work e-mail'), 'reviewer@verdict.example')
    await user.type(screen.getByLabelText('Password'), 'something else{Enter}')
    expect(await screen.findByText(/do not match/)).toBeInTheDocument()
    expect(screen.getByLabelText('Work e-mail')).toHaveValue('reviewer@verdict.example')
    expect(address()).toBe('/sign-in')
  })

  it('says how long to wait after too many tries', async () => {
    const { user } = await renderAt('/sign-in')
    await user.type(await screen.findByLabelText('Work e-mail'), 'reviewer@verdict.example')
    for (let tries = 0; tries < 12 && !screen.queryByText(/Too many tries/); tries += 1) {
      await user.clear(screen.getByLabelText('Password'))
      await user.type(screen.getByLabelText('Password'), `wrong ${tries}{Enter}`)
      await screen.findByText(/do not match|Too many tries/)
      await Promise.resolve()
    }
    expect(await screen.findByText(/Too many tries\. Wait \d+ seconds?, then try again\./)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Continue' })).toBeDisabled()
  })

  it('never leads to another house', async () => {
    const { user, address } = await renderAt('/sign-in?back=%2F%2Fevil.example')
    await user.click(await screen.findByRole('button', { name: /^Analyst/ }))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await screen.findByRole('heading', { name: 'Sessions' })
    expect(address()).toBe('/sessions')
  })
})
