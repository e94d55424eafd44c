import { Problem } from '@verdict/contract/problem'
import { LedgerPage } from '@verdict/contract/record'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeHouse } from '../testing/make-house.ts'
import type { House } from '../testing/make-house.ts'

const right = { email: 'reviewer@verdict.example', password: 'verdict-demo' }
const wrong = { ...right, password: 'not-the-password' }

let house: House
beforeEach(async () => {
  house = await makeHouse({ sessions: 5 })
})
afterEach(async () => {
  vi.useRealTimers()
  await house.close()
})

async function record() {
  const auditor = await house.signIn('auditor')
  return LedgerPage.parse(await (await auditor.get('/api/ledger?action=sign-')).json()).entries
}

describe('signing in', () => {
  it('tells who is signed in and what they may do', async () => {
    const reviewer = await house.signIn('reviewer')
    const me = await reviewer.get('/api/me')
    expect(me.status).toBe(200)
    expect(await me.json()).toMatchObject({ name: 'Ines Duarte', roles: ['reviewer'], demo: true, undoSeconds: 5 })
  })

  it('keeps the session in a cookie that scripts cannot read, and the token out of the answer', async () => {
    const response = await house.visitor().post('/api/auth/sign-in/email', right)
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    expect(cookie).not.toMatch(/; Secure/i)
    const token = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';'))).split('.')[0] ?? ''
    expect(token.length).toBeGreaterThan(20)
    expect(await response.text()).not.toContain(token)
  })

  it('marks the cookie Secure where people come by https', async () => {
    const safe = await makeHouse({ sessions: 5, env: { PUBLIC_URL: 'https://verdict.example' } })
    const response = await safe.visitor().post('/api/auth/sign-in/email', right, { origin: 'https://verdict.example' })
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Secure-verdict.*; Secure/i)
    expect(response.headers.get('strict-transport-security')).toContain('max-age')
    await safe.close()
  })

  it('answers an unknown e-mail and a wrong password alike', async () => {
    const answers = []
    for (const body of [wrong, { ...wrong, email: 'nobody@verdict.example' }, { ...wrong, email: 'not an address' }]) {
      const response = await house.visitor().post('/api/auth/sign-in/email', body)
      const { requestId: _, ...problem } = Problem.parse(await response.json())
      answers.push({ status: response.status, problem })
    }
    expect(answers[0]).toMatchObject({ status: 401, problem: { code: 'not-signed-in' } })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  it('makes one who guesses wait, says how long, and forgets nothing over a restart', async () => {
    for (let guess = 0; guess < 5; guess += 1) expect((await house.visitor().post('/api/auth/sign-in/email', wrong)).status).toBe(401)
    const blocked = await house.visitor().post('/api/auth/sign-in/email', right)
    expect(blocked.status).toBe(429)
    expect(blocked.headers.get('retry-after')).toBe('30')
    expect(await blocked.json()).toMatchObject({ code: 'too-many-requests', retryAfter: 30 })
    expect(await house.deps.store.selectFrom('sign_in_failures').select('failures').where('failures', '=', 5).execute()).toHaveLength(2)
    house.clock.advance(30_001)
    expect((await house.visitor().post('/api/auth/sign-in/email', right)).status).toBe(200)
  })

  it('makes one address that tries many e-mails wait as well', async () => {
    for (let guess = 0; guess < 20; guess += 1) {
      await house.visitor().post('/api/auth/sign-in/email', { email: `guess-${guess}@verdict.example`, password: 'x' })
    }
    expect((await house.visitor().post('/api/auth/sign-in/email', right)).status).toBe(429)
  })

  it('is in the record, and so are failures and signing out', async () => {
    await house.visitor().post('/api/auth/sign-in/email', wrong)
    const reviewer = await house.signIn('reviewer')
    await reviewer.post('/api/auth/sign-out')
    const entries = await record()
    expect(entries.map(({ who, action }) => `${who} ${action}`)).toEqual([
      'Tom Adair sign-in.made',
      'Ines Duarte sign-out.made',
      'Ines Duarte sign-in.made',
      'Verdict sign-in.failed',
    ])
    expect(JSON.stringify(entries)).not.toContain('@verdict.example')
  })
})

describe('a session', () => {
  it('ends with signing out, for every copy of the cookie', async () => {
    const reviewer = await house.signIn('reviewer')
    const copy = reviewer.copy()
    expect((await reviewer.post('/api/auth/sign-out')).status).toBe(204)
    expect((await reviewer.get('/api/me')).status).toBe(401)
    expect((await copy.get('/api/me')).status).toBe(401)
  })

  it('ends after an idle hour, is prolonged by use, and ends after twelve hours whatever its use', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const used = await house.signIn('reviewer')
    const idle = await house.signIn('senior')
    const minutes = (count: number) => vi.setSystemTime(Date.now() + count * 60_000)
    minutes(50)
    expect((await used.get('/api/me')).headers.getSetCookie()).not.toEqual([])
    minutes(20)
    expect((await idle.get('/api/me')).status).toBe(401)
    for (let past = 70; past + 50 < 720; past += 50) {
      expect((await used.get('/api/me')).status).toBe(200)
      minutes(50)
    }
    minutes(50)
    expect((await used.get('/api/me')).status).toBe(401)
  })

  it('cannot be made up', async () => {
    const visitor = house.visitor()
    for (const cookie of ['verdict.session_token=abc', 'verdict.session_token=abc.def', 'verdict.session_token=%', 'verdict=;;;']) {
      expect((await visitor.get('/api/me', { cookie })).status).toBe(401)
    }
  })
})

describe('what better-auth could do besides', () => {
  it.each(['sign-up/email', 'reset-password', 'change-email', 'delete-user', 'update-user', 'revoke-sessions'])(
    '%s is not there',
    async (path) => {
      const reviewer = await house.signIn('reviewer')
      const body = { name: 'X', email: 'x@verdict.example', password: 'x'.repeat(20), newPassword: 'x'.repeat(20) }
      expect((await reviewer.post(`/api/auth/${path}`, body)).status).toBe(404)
    },
  )

  it('get-session is not there', async () => {
    const reviewer = await house.signIn('reviewer')
    expect((await reviewer.get('/api/auth/get-session')).status).toBe(404)
  })
})

describe('the sign-in page', () => {
  it('is told what it needs, and no more outside the demo', async () => {
    const demo = await (await house.visitor().get('/api/welcome')).json()
    expect(demo).toMatchObject({ demo: true, password: 'verdict-demo', needsFirstAdmin: false })
    const real = await makeHouse({ sessions: 5, env: { DIDIT_API_KEY: 'a-real-key' }, staff: false })
    expect(await (await real.visitor().get('/api/welcome')).json()).toMatchObject({
      demo: false,
      seats: null,
      password: null,
      needsFirstAdmin: true,
    })
    await real.close()
  })
})
