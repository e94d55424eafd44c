import { PeopleList } from '@verdict/contract/people'
import { PolicyVersion } from '@verdict/contract/policy'
import { LedgerPage } from '@verdict/contract/record'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeHouse, type Agent, type House } from '../testing/index.ts'
import { DEMO_PASSWORD } from './demo-staff.ts'
import { outcomeOf, Phone } from './testing/phone.ts'

const MINUTE_MS = 60_000

let house: House
beforeEach(async () => {
  house = await makeHouse({ sessions: 5 })
})
afterEach(() => house.close())

const newcomer = { name: 'Sample Newcomer', email: 'newcomer@verdict.example', password: 'long-enough-password', roles: ['analyst'] }
let added = 0
const addSomebody = async (admin: Agent) => {
  added += 1
  return outcomeOf(await admin.post('/api/people', { ...newcomer, email: `newcomer${String(added)}@verdict.example` }))
}
const stepUp = async (agent: Agent, proof: object) => outcomeOf(await agent.post('/api/me/step-up', proof))

describe('a grave change', () => {
  it('is open right after signing in, closed ten minutes later, and open again after the password', async () => {
    const admin = await house.signIn('admin')
    house.clock.advance(9 * MINUTE_MS)
    expect(await addSomebody(admin)).toBe(201)
    house.clock.advance(MINUTE_MS)
    const refused = await admin.post('/api/people', newcomer)
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ code: 'step-up-needed', title: 'Show that it is you' })
    expect(await stepUp(admin, { password: 'not-the-password' })).toBe('invalid-input')
    expect(await addSomebody(admin)).toBe('step-up-needed')
    expect(await stepUp(admin, { password: DEMO_PASSWORD })).toBe(204)
    expect(await addSomebody(admin)).toBe(201)
    const { people } = PeopleList.parse(await (await admin.get('/api/people')).json())
    expect(people.filter(({ name }) => name === newcomer.name)).toHaveLength(2)
    const auditor = await house.signIn('auditor')
    const { entries } = LedgerPage.parse(await (await auditor.get('/api/ledger?action=step-up')).json())
    expect(entries.map(({ who, action }) => `${who} ${action}`)).toEqual(['Jonas Berg step-up.made', 'Jonas Berg step-up.failed'])
  })

  it('is opened for one sign-in, not for the person', async () => {
    const here = await house.signIn('admin')
    const stolen = await house.signIn('admin')
    house.clock.advance(10 * MINUTE_MS)
    expect(await stepUp(here, { password: DEMO_PASSWORD })).toBe(204)
    expect(await addSomebody(stolen)).toBe('step-up-needed')
    expect(await addSomebody(here)).toBe(201)
  })

  it('takes as many minutes as the policy says', async () => {
    const admin = await house.signIn('admin')
    const manager = await house.signIn('manager')
    const { version, policy } = PolicyVersion.parse(await (await manager.get('/api/policy')).json())
    const change = { expectedVersion: version, policy: { ...policy, access: { ...policy.access, stepUpMinutes: 2 } }, note: 'Shorter.' }
    expect((await manager.put('/api/policy', change)).status).toBe(200)
    house.clock.advance(2 * MINUTE_MS - 1)
    expect(await addSomebody(admin)).toBe(201)
    house.clock.advance(1)
    expect(await addSomebody(admin)).toBe('step-up-needed')
  })

  it('wants a code from who has a second factor: the password alone does not do, and no code twice', async () => {
    const admin = await house.signIn('admin')
    const phone = await new Phone(house.clock).setUp(admin)
    house.clock.advance(10 * MINUTE_MS)
    expect(await stepUp(admin, { password: DEMO_PASSWORD })).toBe('invalid-input')
    expect(await addSomebody(admin)).toBe('step-up-needed')
    const { code } = phone
    expect(await stepUp(admin, { code })).toBe(204)
    expect(await addSomebody(admin)).toBe(201)
    house.clock.advance(10 * MINUTE_MS)
    expect(await stepUp(admin, { code })).toBe('code-wrong')
    expect(await stepUp(admin, { code: phone.recoveryCodes[3] })).toBe(204)
    expect(await stepUp(admin, { code: phone.recoveryCodes[3] })).toBe('code-wrong')
  })

  it('makes guesses wait as at the sign-in', async () => {
    const admin = await house.signIn('admin')
    for (let guess = 0; guess < 5; guess += 1) expect(await stepUp(admin, { password: 'guess' })).toBe('invalid-input')
    const blocked = await admin.post('/api/me/step-up', { password: DEMO_PASSWORD })
    expect([blocked.status, blocked.headers.get('retry-after')]).toEqual([429, '30'])
    expect(
      await outcomeOf(await house.visitor().post('/api/auth/sign-in/email', { email: 'admin@verdict.example', password: DEMO_PASSWORD })),
    ).toBe('too-many-requests')
  })

  it('takes one kind of proof, not none and not both', async () => {
    const admin = await house.signIn('admin')
    expect(await stepUp(admin, {})).toBe('invalid-input')
    expect(await stepUp(admin, { password: DEMO_PASSWORD, code: '123456' })).toBe('invalid-input')
    expect(await stepUp(house.visitor(), { password: DEMO_PASSWORD })).toBe('not-signed-in')
  })
})
