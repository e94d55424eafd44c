import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oneSession, problemOf } from '../decisions/testing/decision-desk.ts'
import { makeHouse, type House } from '../testing/index.ts'

let house: House
beforeAll(async () => {
  house = await makeHouse({ sessions: 60 })
})
afterAll(async () => house.close())

describe('a NUL character, which no text of PostgreSQL holds', () => {
  it('is refused in words where a person sends it', async () => {
    const reviewer = await house.signIn('reviewer')
    const answer = await reviewer.post(`/api/sessions/${await oneSession(house)}/notes`, { text: 'A seal\0of wax.' })
    expect(answer.status).toBe(422)
    expect((await problemOf(answer)).fields).toEqual([{ path: 'text', message: expect.stringContaining('NUL') }])
    expect((await reviewer.get('/api/sessions?q=%00abc')).status).toBe(422)
    expect((await reviewer.get('/api/sessions/%00')).status).toBe(422)
  })

  it('in an e-mail address is an unknown address', async () => {
    const answer = await house.visitor().post('/api/auth/sign-in/email', { email: 'reviewer\0@verdict.example', password: 'verdict-demo' })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  it('from Didit stops nothing', async () => {
    const value = { name: 'a', value: 'left\0right' }
    await house.deps.store.insertInto('store_facts').values(value).execute()
    const kept = await house.deps.store.selectFrom('store_facts').selectAll().where('name', '=', 'a').executeTakeFirstOrThrow()
    expect(kept.value).toMatch(/^left.right$/s)
  })
})
