import { screen, within } from '@testing-library/react'
import { codeAt } from '../../testing/phone.ts'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../testing/render-at.tsx'

type Rendered = Awaited<ReturnType<typeof renderAt>>
type User = Rendered['user']

async function givePassword(user: User, seat: string): Promise<void> {
  await user.type(await screen.findByLabelText('Work e-mail'), `${seat}@verdict.example`)
  await user.type(screen.getByLabelText('Password'), 'verdict-demo{Enter}')
}

/** A house in which one person has a second factor. */
async function withFactor(): Promise<{ house: Awaited<ReturnType<typeof openHouse>>; secret: string; recoveryCodes: string[] }> {
  const house = await openHouse()
  const agent = await house.signIn('reviewer')
  const { secret } = Object(await (await agent.post('/api/me/second-factor/offer')).json())
  const made = await agent.post('/api/me/second-factor', { code: codeAt(secret, house.clock()) })
  const { recoveryCodes } = Object(await made.json())
  house.clock.advance(30_000)
  return { house, secret, recoveryCodes }
}

async function demandFrom(manager: Rendered['agent'], role: string): Promise<void> {
  const { version, policy } = Object(await (await manager.get('/api/policy')).json())
  const next = { ...policy, access: { ...policy.access, secondFactorRoles: [role] } }
  expect((await manager.put('/api/policy', { expectedVersion: version, policy: next, note: 'Codes for all.' })).status).toBe(200)
}

describe('a second factor at the sign-in', () => {
  it('is asked for after the password, and a wrong code can be mended', async () => {
    const { house, secret } = await withFactor()
    const { user, address } = await renderAt('/sessions', { house })
    await givePassword(user, 'reviewer')
    expect(await screen.findByRole('heading', { name: 'Your code' })).toBeInTheDocument()
    const code = screen.getByLabelText('Code of your app')
    expect(code).toHaveFocus()
    await user.type(code, '000000{Enter}')
    expect(await screen.findByText(/This code is not right/)).toBeInTheDocument()
    await user.clear(code)
    await user.type(code, `${codeAt(secret, house.clock())}{Enter}`)
    expect(await screen.findByRole('heading', { name: 'Sessions' })).toBeInTheDocument()
    expect(address()).toBe('/sessions')
  })

  it('takes a recovery code, and leads back to the password when it took too long', async () => {
    const { house, recoveryCodes } = await withFactor()
    const { user } = await renderAt('/sessions', { house })
    await givePassword(user, 'reviewer')
    await user.click(await screen.findByRole('button', { name: 'Use a recovery code' }))
    house.clock.advance(10 * 60_000)
    await user.type(screen.getByLabelText('Recovery code'), `${recoveryCodes[0] ?? ''}{Enter}`)
    expect(await screen.findByText(/This sign-in has ended/)).toBeInTheDocument()
    expect(screen.getByLabelText('Work e-mail')).toHaveValue('reviewer@verdict.example')
    expect(screen.getByLabelText('Password')).toHaveValue('')
    await user.type(screen.getByLabelText('Password'), 'verdict-demo{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Use a recovery code' }))
    await user.type(screen.getByLabelText('Recovery code'), `${recoveryCodes[0] ?? ''}{Enter}`)
    expect(await screen.findByRole('heading', { name: 'Sessions' })).toBeInTheDocument()
  })

  it('is set up before anything else by somebody whose role demands it', async () => {
    const house = await openHouse()
    await demandFrom(await house.signIn('manager'), 'reviewer')
    const { user, address } = await renderAt('/sessions', { house })
    await givePassword(user, 'reviewer')
    expect(await screen.findByRole('heading', { name: 'Set up a second factor' })).toBeInTheDocument()
    const secret = (await screen.findByRole('button', { name: /^Copy key/ })).getAttribute('aria-label')?.split(' ').at(-1) ?? ''
    await user.type(screen.getByLabelText('Code of your app'), `${codeAt(secret, house.clock())}{Enter}`)
    expect(await screen.findByRole('list', { name: 'Recovery codes' })).toBeInTheDocument()
    expect(address()).toMatch(/^\/sign-in/)
    await user.click(screen.getByRole('button', { name: 'I have kept them' }))
    expect(await screen.findByRole('heading', { name: 'Sessions' })).toBeInTheDocument()
  })
})

describe('a grave change on a sign-in that is no longer fresh', () => {
  it('asks for the password over the dialog and goes on with what was typed', async () => {
    const { user, house } = await renderAt('/team', { as: 'admin' })
    await user.click(await screen.findByRole('button', { name: 'Change Tomasz Maj' }))
    await user.click(await screen.findByRole('checkbox', { name: /Auditor/ }))
    house.clock.advance(10 * 60_000)
    await user.click(screen.getByRole('button', { name: /Change person/ }))
    const proof = await screen.findByRole('dialog', { name: 'Show that it is you' })
    await user.keyboard('{Escape}')
    expect(await screen.findByText(/needs your password or a code given in the last minutes/)).toBeInTheDocument()
    expect(proof).not.toBeInTheDocument()
    expect(screen.getByRole('checkbox', { name: /Auditor/ })).toBeChecked()
    await user.click(screen.getByRole('button', { name: /Change person/ }))
    const again = await screen.findByRole('dialog', { name: 'Show that it is you' })
    await user.type(within(again).getByLabelText('Password'), 'verdict-demo{Enter}')
    expect(await screen.findByText('Tomasz Maj is changed.')).toBeInTheDocument()
    expect(await screen.findByRole('row', { name: /Tomasz Maj.*Analyst, Auditor|Tomasz Maj.*Auditor/ })).toBeInTheDocument()
  })
})
