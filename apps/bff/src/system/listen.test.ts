import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import { Problem } from '@verdict/contract/problem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '../people/demo-staff.ts'
import { makeHouse, ORIGIN, WEBHOOK_SECRET, type House } from '../testing/index.ts'
import { listen, type Listening } from './listen.ts'

let house: House
let door: Listening
beforeAll(async () => {
  house = await makeHouse({ sessions: 5 })
  door = await listen({ port: 0, host: '127.0.0.1' })
  door.serve((incoming, bindings) => house.app.fetch(incoming, bindings))
})
afterAll(async () => {
  await door.close(1000)
  await house.close()
})

interface Answer {
  status: number
  body: unknown
}

/** Posts these pieces without saying how long they are together. Stops sending once it is answered. */
const postInChunks = async (path: string, chunks: Iterable<string>, over: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', origin: ORIGIN, 'transfer-encoding': 'chunked', ...over }
    const outgoing = request({ host: '127.0.0.1', port: door.port, path, method: 'POST', headers }, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      incoming.on('end', () => {
        outgoing.destroy()
        resolve({ status: incoming.statusCode ?? 0, body: text === '' ? null : JSON.parse(text) })
      })
    })
    outgoing.on('error', reject)
    for (const chunk of chunks) outgoing.write(chunk)
    outgoing.end()
  })

const signIn = { email: 'reviewer@verdict.example', password: DEMO_PASSWORD }

describe('a body over a real connection that does not say how long it is', () => {
  it('is taken like any other', async () => {
    const text = JSON.stringify(signIn)
    const answer = await postInChunks('/api/auth/sign-in/email', [text.slice(0, 9), text.slice(9)])
    expect(answer).toMatchObject({ status: 200, body: { name: 'Ines Duarte' } })
  })

  it('is broken JSON, not a fault of ours, when it is cut short', async () => {
    expect(await postInChunks('/api/auth/sign-in/email', ['{"email":'])).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
  })

  it.each([
    ['/api/auth/sign-in/email', 1_048_577],
    ['/webhooks/didit', 5 * 1_048_576 + 1],
  ])('is refused on %s from %i bytes on', async (path, bytes) => {
    const { status, body } = await postInChunks(path, ['x'.repeat(bytes - 1), 'x'])
    expect(status).toBe(413)
    expect(Problem.parse(body)).toMatchObject({ code: 'payload-too-large' })
    expect((await postInChunks(path, ['x'.repeat(bytes - 1)])).status).toBe(path.startsWith('/api') ? 400 : 401)
  })

  it('is not read to its end when it is far too large', async () => {
    expect(
      (
        await postInChunks(
          '/api/setup',
          Array.from({ length: 20 }, () => 'y'.repeat(1_048_576)),
        )
      ).status,
    ).toBe(413)
  })

  it('reaches the proof of a webhook', async () => {
    expect(await postInChunks('/webhooks/didit', ['{"session_id":', '"x"}'])).toMatchObject({ status: 401 })
  })

  it('is a webhook when its signature is right', async () => {
    const seconds = Math.floor(house.clock() / 1000)
    const event = { event_id: 'chunked-1', webhook_type: 'status.updated', timestamp: seconds, created_at: seconds }
    const text = JSON.stringify(event)
    const headers = { 'x-signature': createHmac('sha256', WEBHOOK_SECRET).update(text).digest('hex') }
    const answer = await postInChunks('/webhooks/didit', [text.slice(0, 20), text.slice(20)], headers)
    expect(answer).toEqual({ status: 200, body: { taken: true } })
  })
})
