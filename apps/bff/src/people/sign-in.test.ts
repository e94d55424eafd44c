import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeHouse } from '../testing/make-house.ts'
import type { House } from '../testing/make-house.ts'

describe('signing in', () => {
  let house: House
  beforeAll(async () => {
    house = await makeHouse({ sessions: 10 })
  })
  afterAll(() => house.close())

  it('tells who is signed in and what they may do', async () => {
    const reviewer = await house.signIn('reviewer')
    const me = await reviewer.get('/api/me')
    expect(me.status).toBe(200)
    expect(await me.json()).toMatchObject({ name: 'Ines Duarte', roles: ['reviewer'], demo: true, undoSeconds: 5 })
  })
})
