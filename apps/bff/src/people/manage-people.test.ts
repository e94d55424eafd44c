import { LedgerPage } from '@verdict/contract/record'
import { PeopleList, PersonRow } from '@verdict/contract/people'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeHouse } from '../testing/make-house.ts'
import type { House } from '../testing/make-house.ts'
import { retireDemoStaff, seedDemoStaff } from './demo-staff.ts'
import { makeSetupToken } from './first-admin.ts'

let house: House
beforeEach(async () => {
  house = await makeHouse({ sessions: 5 })
})
afterEach(() => house.close())

const newcomer = { name: 'Sample Newcomer', email: 'Newcomer@verdict.example', password: 'long-enough-password', roles: ['analyst'] }

describe('an admin', () => {
  it('adds somebody who can sign in at once, and the record says who added whom without naming them', async () => {
    const admin = await house.signIn('admin')
    const added = await admin.post('/api/people', newcomer)
    expect(added.status).toBe(201)
    const person = PersonRow.parse(await added.json())
    const visitor = house.visitor()
    const signedIn = await visitor.post('/api/auth/sign-in/email', { email: 'newcomer@verdict.example', password: newcomer.password })
    expect(await signedIn.json()).toMatchObject({ name: 'Sample Newcomer', roles: ['analyst'] })
    const auditor = await house.signIn('auditor')
    const { entries } = LedgerPage.parse(await (await auditor.get('/api/ledger?action=person')).json())
    expect(entries).toMatchObject([{ who: 'Jonas Berg', action: 'person.added', data: { roles: ['analyst'] } }])
    expect(JSON.stringify(entries)).not.toContain('Newcomer')
    expect(person.email).toBe('newcomer@verdict.example')
  })

  it('cannot add one e-mail twice, however it is written', async () => {
    const admin = await house.signIn('admin')
    const again = await admin.post('/api/people', { ...newcomer, email: 'REVIEWER@verdict.example' })
    expect(again.status).toBe(422)
    expect(await again.json()).toMatchObject({ fields: [{ path: 'email' }] })
  })

  it('changes roles, which end that person’s sign-ins and hold from the next on; the same roles change nothing', async () => {
    const admin = await house.signIn('admin')
    const analyst = await house.signIn('analyst')
    const { people } = PeopleList.parse(await (await admin.get('/api/people')).json())
    const who = people.find(({ name }) => name === 'Tomasz Maj')
    expect((await analyst.get('/api/ledger')).status).toBe(403)
    expect((await admin.patch(`/api/people/${who?.id}`, { roles: ['auditor', 'analyst'] })).status).toBe(200)
    expect((await analyst.get('/api/me')).status).toBe(401)
    const again = await house.signIn('analyst')
    expect((await again.get('/api/ledger')).status).toBe(200)
    expect((await admin.patch(`/api/people/${who?.id}`, { roles: ['analyst', 'auditor', 'analyst'] })).status).toBe(200)
    expect((await again.get('/api/me')).status).toBe(200)
    expect((await admin.patch('/api/people/nobody', { roles: ['auditor'] })).status).toBe(404)
    expect((await admin.patch(`/api/people/${who?.id}`, { roles: ['king'] })).status).toBe(422)
  })

  it('cannot leave the house without one', async () => {
    const admin = await house.signIn('admin')
    const me = await (await admin.get('/api/me')).json()
    const { id } = PersonRow.pick({ id: true }).parse(me)
    const refused = await admin.patch(`/api/people/${id}`, { roles: ['reviewer'] })
    expect(refused.status).toBe(409)
    expect(await (await admin.get('/api/me')).json()).toMatchObject({ roles: ['admin'] })
  })
})

describe('the first admin', () => {
  const first = { name: 'First Admin', email: 'first@verdict.example', password: 'long-enough-password' }

  it('is made once, by the newest link only', async () => {
    const empty = await makeHouse({ sessions: 5, staff: false, env: { DIDIT_API_KEY: 'a-real-key' } })
    const older = await makeSetupToken(empty.deps)
    const token = await makeSetupToken(empty.deps)
    const visitor = empty.visitor()
    expect((await visitor.post('/api/setup', { ...first, token: older })).status).toBe(404)
    expect((await visitor.post('/api/setup', { ...first, token: 'x'.repeat(43) })).status).toBe(404)
    const both = await Promise.all([1, 2].map((n) => visitor.post('/api/setup', { ...first, email: `first${n}@verdict.example`, token })))
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 404])
    expect(await makeSetupToken(empty.deps)).toBeUndefined()
    expect(JSON.stringify(await empty.deps.store.selectFrom('setup_tokens').selectAll().execute())).not.toContain(token)
    await empty.close()
  })

  it('has no link where people are', async () => {
    expect(await makeSetupToken(house.deps)).toBeUndefined()
  })
})

describe('demo staff', () => {
  it('cannot come in any more once they are retired, and can be seated again', async () => {
    const reviewer = await house.signIn('reviewer')
    await retireDemoStaff(house.deps)
    expect((await reviewer.get('/api/me')).status).toBe(401)
    await expect(house.signIn('admin')).rejects.toThrow('401')
    await seedDemoStaff(house.deps)
    expect((await (await house.signIn('admin')).get('/api/people')).status).toBe(200)
  })
})
