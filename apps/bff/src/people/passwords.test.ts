import { PeopleList, PersonRow } from '@verdict/contract/people'
import { LedgerPage } from '@verdict/contract/record'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeHouse, type Agent, type House, type Seat } from '../testing/index.ts'
import { DEMO_PASSWORD } from './demo-staff.ts'

let house: House
let admin: Agent
beforeEach(async () => {
  house = await makeHouse({ sessions: 5 })
  admin = await house.signIn('admin')
})
afterEach(() => house.close())

const NEXT = 'another-long-password'
const everybody = async () => PeopleList.parse(await (await admin.get('/api/people')).json()).people
const idOf = async (seat: Seat) => (await everybody()).find(({ email }) => email === `${seat}@verdict.example`)?.id ?? ''
const signInAs = async (seat: Seat, password: string) =>
  (await house.visitor().post('/api/auth/sign-in/email', { email: `${seat}@verdict.example`, password })).status
const change = async (seat: Seat, body: object) => admin.patch(`/api/people/${await idOf(seat)}`, body)
const record = async (about: string) => {
  const auditor = await house.signIn('auditor')
  return LedgerPage.parse(await (await auditor.get(`/api/ledger?action=${about}`)).json()).entries
}

describe('an admin', () => {
  it('sets a new password, which ends the sign-ins of that person and stays out of the record', async () => {
    const reviewer = await house.signIn('reviewer')
    expect((await change('reviewer', { password: 'short' })).status).toBe(422)
    expect((await change('reviewer', {})).status).toBe(422)
    expect((await change('reviewer', { password: NEXT })).status).toBe(200)
    expect((await reviewer.get('/api/me')).status).toBe(401)
    expect(await signInAs('reviewer', DEMO_PASSWORD)).toBe(401)
    expect(await signInAs('reviewer', NEXT)).toBe(200)
    const entries = await record('person')
    expect(entries).toMatchObject([{ action: 'person.password-set', who: 'Jonas Berg', data: {} }])
    expect(JSON.stringify(entries) + house.logLines.join('')).not.toContain(NEXT)
  })

  it('switches off who has left at once, keeps their name, and can switch them on again', async () => {
    const analyst = await house.signIn('analyst')
    const off = PersonRow.parse(await (await change('analyst', { active: false })).json())
    expect(off).toMatchObject({ name: 'Tomasz Maj', active: false, roles: ['analyst'] })
    expect((await analyst.get('/api/me')).status).toBe(401)
    const known = await house.visitor().post('/api/auth/sign-in/email', { email: 'analyst@verdict.example', password: DEMO_PASSWORD })
    const unknown = await house.visitor().post('/api/auth/sign-in/email', { email: 'nobody@verdict.example', password: DEMO_PASSWORD })
    expect([known.status, Reflect.get(Object(await known.json()), 'detail')]).toEqual([
      401,
      Reflect.get(Object(await unknown.json()), 'detail'),
    ])
    expect((await everybody()).filter(({ active }) => !active).map(({ name }) => name)).toEqual(['Tomasz Maj'])
    expect((await change('analyst', { active: false })).status).toBe(200)
    expect((await change('analyst', { active: true })).status).toBe(200)
    expect((await analyst.get('/api/me')).status).toBe(401)
    expect(await signInAs('analyst', DEMO_PASSWORD)).toBe(200)
    expect((await record('person')).map(({ action }) => action)).toEqual(['person.switched-on', 'person.switched-off'])
  })

  it('cannot be switched off, nor lose the role, as the last who can sign in', async () => {
    expect((await change('manager', { roles: ['manager', 'admin'] })).status).toBe(200)
    expect((await change('manager', { active: false })).status).toBe(200)
    for (const body of [{ active: false }, { roles: ['reviewer'] }, { active: false, password: NEXT }]) {
      const refused = await change('admin', body)
      expect(refused.status).toBe(409)
      expect(await refused.json()).toMatchObject({ code: 'state-forbids', title: 'This is the only admin' })
    }
    expect((await admin.get('/api/me')).status).toBe(200)
    expect(await signInAs('admin', DEMO_PASSWORD)).toBe(200)
    expect((await change('manager', { active: true })).status).toBe(200)
    expect((await change('admin', { active: false })).status).toBe(200)
    expect((await admin.get('/api/me')).status).toBe(401)
  })
})

describe('everybody', () => {
  it('changes their own password on proof of the old one; their other sign-ins end, this one stays', async () => {
    const here = await house.signIn('auditor')
    const elsewhere = await house.signIn('auditor')
    expect((await here.post('/api/me/password', { current: DEMO_PASSWORD, next: 'short' })).status).toBe(422)
    expect((await here.post('/api/me/password', { current: DEMO_PASSWORD, next: NEXT })).status).toBe(204)
    expect((await here.get('/api/me')).status).toBe(200)
    expect((await elsewhere.get('/api/me')).status).toBe(401)
    expect(await signInAs('auditor', DEMO_PASSWORD)).toBe(401)
    expect(await signInAs('auditor', NEXT)).toBe(200)
    const { entries } = LedgerPage.parse(await (await here.get('/api/ledger?action=password')).json())
    expect(entries).toMatchObject([{ who: 'Tom Adair', action: 'password.changed', data: {} }])
  })

  it('waits after wrong guesses as at the sign-in, and nothing is changed', async () => {
    const reviewer = await house.signIn('reviewer')
    const guess = async (current: string) => reviewer.post('/api/me/password', { current, next: NEXT })
    for (let turn = 0; turn < 5; turn += 1) expect((await guess('not-mine')).status).toBe(422)
    const blocked = await guess(DEMO_PASSWORD)
    expect([blocked.status, blocked.headers.get('retry-after')]).toEqual([429, '30'])
    expect(await signInAs('reviewer', DEMO_PASSWORD)).toBe(429)
    house.clock.advance(30_001)
    expect(await signInAs('reviewer', DEMO_PASSWORD)).toBe(200)
    expect((await record('password')).map(({ action }) => action)).toEqual(Array.from({ length: 5 }, () => 'password.failed'))
  })

  it('must be signed in', async () => {
    expect((await house.visitor().post('/api/me/password', { current: DEMO_PASSWORD, next: NEXT })).status).toBe(401)
  })
})
