import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBffClient } from './client.ts'
import { makeHouse, ORIGIN } from './testing/index.ts'
import type { House } from './testing/index.ts'

let house: House
beforeAll(async () => {
  house = await makeHouse({ sessions: 10 })
})
afterAll(() => house.close())

describe('the typed client', () => {
  it('calls the routes by name, and knows what they answer', async () => {
    let cookie = ''
    const client = createBffClient(ORIGIN, {
      headers: () => ({ origin: ORIGIN, cookie }),
      fetch: (input: string | URL | Request, init?: RequestInit) => house.app.fetch(new Request(input, init)),
    })
    const signIn = await client.api.auth['sign-in'].email.$post({ json: { email: 'reviewer@verdict.example', password: 'verdict-demo' } })
    cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const me = await (await client.api.me.$get()).json()
    expect(me.roles).toEqual(['reviewer'])
    const page = await (await client.api.sessions.$get({ query: { kind: 'user', limit: '3' } })).json()
    expect(page.rows).toHaveLength(3)
  })
})
