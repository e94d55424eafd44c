import { MyFactor, RecoveryCodes, SignInStep } from '@verdict/contract/second-factor'
import { PolicyVersion } from '@verdict/contract/policy'
import { LedgerPage } from '@verdict/contract/record'
import { PeopleList } from '@verdict/contract/people'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeHouse, type Agent, type House, type Seat } from '../testing/index.ts'
import { giveCode, givePassword, outcomeOf, Phone } from './testing/phone.ts'

let house: House
beforeEach(async () => {
  house = await makeHouse({ sessions: 5 })
})
afterEach(() => house.close())

const factorOf = async (agent: Agent) => MyFactor.parse(await (await agent.get('/api/me/second-factor')).json())
const record = async () => {
  const auditor = await house.signIn('auditor')
  return LedgerPage.parse(await (await auditor.get('/api/ledger')).json()).entries.map(({ who, action }) => `${who} ${action}`)
}
const idOf = async (admin: Agent, seat: Seat) =>
  PeopleList.parse(await (await admin.get('/api/people')).json()).people.find(({ email }) => email === `${seat}@verdict.example`)?.id ?? ''
/** Half way: the password was right. */
const halfWay = async (seat: Seat) => {
  const agent = house.visitor()
  expect((await givePassword(agent, seat)).status).toBe(202)
  return agent
}

async function demandFrom(roles: string[]): Promise<void> {
  const manager = await house.signIn('manager')
  const { version, policy } = PolicyVersion.parse(await (await manager.get('/api/policy')).json())
  const access = { ...policy.access, secondFactorRoles: roles }
  const change = { expectedVersion: version, policy: { ...policy, access }, note: 'Second factor for some.' }
  expect((await manager.put('/api/policy', change)).status).toBe(200)
}

describe('a second factor', () => {
  it('counts from its first code on, ends the other sign-ins, and is asked for after the password', async () => {
    const here = await house.signIn('reviewer')
    const elsewhere = await house.signIn('reviewer')
    const phone = await new Phone(house.clock).setUp(here)
    expect(phone.recoveryCodes).toHaveLength(10)
    expect(new Set(phone.recoveryCodes).size).toBe(10)
    expect((await here.get('/api/me')).status).toBe(200)
    expect((await elsewhere.get('/api/me')).status).toBe(401)
    expect(await factorOf(here)).toMatchObject({ on: true, codesLeft: 10, required: false })

    const again = house.visitor()
    const asked = await givePassword(again, 'reviewer')
    expect([asked.status, SignInStep.parse(await asked.json()).next]).toEqual([202, 'code'])
    expect((await again.get('/api/me')).status).toBe(401)
    const done = await giveCode(again, phone.next())
    expect([done.status, Object(await done.json()).secondFactor]).toEqual([200, true])
    expect((await again.get('/api/me')).status).toBe(200)
    expect(await record()).toEqual(expect.arrayContaining(['Ines Duarte second-factor.set-up', 'Ines Duarte sign-in.made']))
  })

  it('is not there before its first code came back, and a wrong one sets nothing up', async () => {
    const reviewer = await house.signIn('reviewer')
    await reviewer.post('/api/me/second-factor/offer')
    expect(await outcomeOf(await reviewer.post('/api/me/second-factor', { code: '000000' }))).toBe('code-wrong')
    expect(await factorOf(reviewer)).toMatchObject({ on: false })
    expect((await givePassword(house.visitor(), 'reviewer')).status).toBe(200)
  })

  it('takes a code of the minute around, once, and two browsers with the same code at once open one sign-in', async () => {
    const phone = await new Phone(house.clock).setUp(await house.signIn('reviewer'))
    expect(await outcomeOf(await giveCode(await halfWay('reviewer'), phone.code))).toBe('code-wrong')
    const code = phone.next()
    const both = [await halfWay('reviewer'), await halfWay('reviewer')]
    const outcomes = await Promise.all(both.map(async (agent) => outcomeOf(await giveCode(agent, code))))
    expect(outcomes.map(String).toSorted()).toEqual(['200', 'code-wrong'])
    const late = phone.next()
    house.clock.advance(30_000)
    expect(await outcomeOf(await giveCode(await halfWay('reviewer'), late))).toBe(200)
    const older = phone.next()
    house.clock.advance(90_000)
    expect(await outcomeOf(await giveCode(await halfWay('reviewer'), older))).toBe('code-wrong')
  })

  it('opens by each recovery code once, however it is typed, and by none of the old ones after new were made', async () => {
    const reviewer = await house.signIn('reviewer')
    const { recoveryCodes } = await new Phone(house.clock).setUp(reviewer)
    const [first = '', second = '', third = ''] = recoveryCodes
    expect(await outcomeOf(await giveCode(await halfWay('reviewer'), ` ${first.toLowerCase().replaceAll('-', ' ')} `))).toBe(200)
    expect(await outcomeOf(await giveCode(await halfWay('reviewer'), first))).toBe('code-wrong')
    const both = [await halfWay('reviewer'), await halfWay('reviewer')]
    const outcomes = await Promise.all(both.map(async (agent) => outcomeOf(await giveCode(agent, second))))
    expect(outcomes.map(String).toSorted()).toEqual(['200', 'code-wrong'])
    expect((await factorOf(reviewer)).codesLeft).toBe(8)
    const renewed = RecoveryCodes.parse(await (await reviewer.post('/api/me/recovery-codes')).json()).recoveryCodes
    expect(await outcomeOf(await giveCode(await halfWay('reviewer'), third))).toBe('code-wrong')
    expect(await outcomeOf(await giveCode(await halfWay('reviewer'), renewed[0] ?? ''))).toBe(200)
  })

  it('keeps neither secret nor recovery code readable, in the store or in the log', async () => {
    const phone = await new Phone(house.clock).setUp(await house.signIn('reviewer'))
    const tables = ['second_factors', 'second_factor_offers', 'recovery_codes', 'ledger_entries', 'sign_in_challenges'] as const
    const kept = await Promise.all(tables.map((table) => house.deps.store.selectFrom(table).selectAll().execute()))
    const all = JSON.stringify(kept) + house.logLines.join('')
    expect(all).not.toContain(phone.secret)
    for (const code of phone.recoveryCodes) {
      expect(all).not.toContain(code)
      expect(all).not.toContain(code.replaceAll('-', ''))
    }
  })

  it('tells nobody who has one before the password was right', async () => {
    await new Phone(house.clock).setUp(await house.signIn('reviewer'))
    const answers = []
    for (const seat of ['reviewer', 'senior', 'nobody']) {
      const answer = await givePassword(house.visitor(), seat, 'not-the-password')
      const { requestId: _, ...problem } = Object(await answer.json())
      answers.push({ status: answer.status, cookies: answer.headers.getSetCookie(), problem })
    }
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  it('is switched off by its owner, unless a role of theirs demands it', async () => {
    const reviewer = await house.signIn('reviewer')
    const phone = await new Phone(house.clock).setUp(reviewer)
    await demandFrom(['reviewer'])
    expect(await outcomeOf(await reviewer.delete('/api/me/second-factor'))).toBe('state-forbids')
    await demandFrom([])
    expect((await reviewer.delete('/api/me/second-factor')).status).toBe(204)
    expect((await givePassword(house.visitor(), 'reviewer')).status).toBe(200)
    expect(await outcomeOf(await giveCode(house.visitor(), phone.next()))).toBe('sign-in-over')
  })
})

describe('half signed in', () => {
  it('opens nothing, ends after ten minutes, and is good once', async () => {
    const phone = await new Phone(house.clock).setUp(await house.signIn('reviewer'))
    const agent = await halfWay('reviewer')
    const copy = agent.copy()
    for (const path of ['/api/me', '/api/queue', '/api/me/second-factor', '/api/me/sign-ins'])
      expect((await agent.get(path)).status).toBe(401)
    expect(await outcomeOf(await agent.post('/api/auth/second-factor/offer'))).toBe('sign-in-over')
    expect((await giveCode(agent, phone.next())).status).toBe(200)
    expect(await outcomeOf(await giveCode(copy, phone.next()))).toBe('sign-in-over')
    const late = await halfWay('reviewer')
    house.clock.advance(10 * 60_000)
    expect(await outcomeOf(await giveCode(late, phone.next()))).toBe('sign-in-over')
  })

  it('cannot be made up, and its cookie goes to signing in alone', async () => {
    await new Phone(house.clock).setUp(await house.signIn('reviewer'))
    const [cookie = ''] = (await givePassword(house.visitor(), 'reviewer')).headers.getSetCookie()
    expect(cookie).toMatch(/^verdict\.challenge=.+HttpOnly/)
    expect(cookie).toMatch(/; Path=\/api\/auth;/)
    expect(cookie).toMatch(/; SameSite=Strict/i)
    const forged = cookie.slice(0, cookie.indexOf(';')).replace(/=./, '=A')
    for (const sent of [forged, 'verdict.challenge=abc', 'verdict.challenge=abc.def', '']) {
      expect(await outcomeOf(await house.visitor().post('/api/auth/sign-in/code', { code: '123456' }, { cookie: sent }))).toBe(
        'sign-in-over',
      )
    }
  })

  it('waits after wrong codes as after wrong passwords; a right password between them buys nothing', async () => {
    const phone = await new Phone(house.clock).setUp(await house.signIn('reviewer'))
    for (let turn = 0; turn < 5; turn += 1) expect(await outcomeOf(await giveCode(await halfWay('reviewer'), '000000'))).toBe('code-wrong')
    const blocked = await givePassword(house.visitor(), 'reviewer')
    expect([blocked.status, blocked.headers.get('retry-after')]).toEqual([429, '30'])
    house.clock.advance(30_001)
    expect((await giveCode(await halfWay('reviewer'), phone.next())).status).toBe(200)
  })

  it('weighs guesses sent at once no faster than guesses in a row', async () => {
    await new Phone(house.clock).setUp(await house.signIn('reviewer'))
    const agent = await halfWay('reviewer')
    const guesses = Array.from({ length: 20 }, (_, guess) => String(100_000 + guess))
    const outcomes = await Promise.all(guesses.map(async (guess) => outcomeOf(await giveCode(agent, guess))))
    expect(outcomes.filter((outcome) => outcome === 'code-wrong')).toHaveLength(5)
    expect(outcomes.filter((outcome) => outcome === 'too-many-requests')).toHaveLength(15)
  })
})

describe('a role that demands a second factor', () => {
  it('leads to setting one up before anything else, also those who are signed in without', async () => {
    const senior = await house.signIn('senior')
    await demandFrom(['senior'])
    house.deps.forgetIdentities()
    expect((await senior.get('/api/me')).status).toBe(401)
    const agent = house.visitor()
    expect(SignInStep.parse(await (await givePassword(agent, 'senior')).json()).next).toBe('enrol')
    expect((await agent.get('/api/me')).status).toBe(401)
    expect(await outcomeOf(await giveCode(agent, '123456'))).toBe('sign-in-over')
    const phone = await new Phone(house.clock).setUpAtSignIn(agent)
    expect(phone.recoveryCodes).toHaveLength(10)
    expect(await factorOf(agent)).toMatchObject({ on: true, required: true })
    const next = house.visitor()
    expect(SignInStep.parse(await (await givePassword(next, 'senior')).json()).next).toBe('code')
    expect((await giveCode(next, phone.next())).status).toBe(200)
  })

  it('lets of two who know the password one set it up, whoever is first', async () => {
    await demandFrom(['senior'])
    const [one, other] = [await halfWay('senior'), await halfWay('senior')]
    await other.post('/api/auth/second-factor/offer')
    await new Phone(house.clock).setUpAtSignIn(one)
    expect(await outcomeOf(await other.post('/api/auth/second-factor', { code: '123456' }))).toBe('sign-in-over')
    expect(await outcomeOf(await other.post('/api/auth/second-factor/offer'))).toBe('sign-in-over')
  })

  it('starts with admins and managers beside a real key, and with nobody in the demo', async () => {
    const manager = await house.signIn('manager')
    expect(PolicyVersion.parse(await (await manager.get('/api/policy')).json()).policy.access.secondFactorRoles).toEqual([])
    const real = await makeHouse({ sessions: 5, env: { DIDIT_API_KEY: 'a-real-key' } })
    expect((await givePassword(real.visitor(), 'reviewer')).status).toBe(200)
    for (const seat of ['admin', 'manager']) {
      expect(SignInStep.parse(await (await givePassword(real.visitor(), seat)).json()).next).toBe('enrol')
    }
    await real.close()
  })
})

describe('a lost phone', () => {
  it('is taken away by an admin, on record; its owner is signed out and sets up a new one first', async () => {
    const reviewer = await house.signIn('reviewer')
    const lost = await new Phone(house.clock).setUp(reviewer)
    const waiting = await halfWay('reviewer')
    const admin = await house.signIn('admin')
    const path = `/api/people/${await idOf(admin, 'reviewer')}/second-factor`
    expect((await admin.delete(path)).status).toBe(204)
    expect(await outcomeOf(await admin.delete(path))).toBe('state-forbids')
    expect((await reviewer.get('/api/me')).status).toBe(401)
    expect(await outcomeOf(await giveCode(waiting, lost.next()))).toBe('sign-in-over')
    const agent = house.visitor()
    expect(SignInStep.parse(await (await givePassword(agent, 'reviewer')).json()).next).toBe('enrol')
    const phone = await new Phone(house.clock).setUpAtSignIn(agent)
    expect(phone.secret).not.toBe(lost.secret)
    expect((await agent.get('/api/me')).status).toBe(200)
    expect(await outcomeOf(await giveCode(await halfWay('reviewer'), lost.next()))).toBe('code-wrong')
    expect(await record()).toContain('Jonas Berg person.second-factor-reset')
  })
})
