import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { createDidit, poolTransport } from './index.ts'
import { failure, sessionId } from './testing/stand-in.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

const listen = async (handler: (request: IncomingMessage, response: ServerResponse) => void) => {
  const sockets = new Set<unknown>()
  const server = createServer(handler).on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  closers.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  return { baseUrl: `http://127.0.0.1:${port}`, sockets, server }
}

const client = (baseUrl: string) => {
  const didit = createDidit({ apiKey: 'k', baseUrl })
  closers.push(() => didit.close())
  return didit
}

test('connections are kept from call to call', async () => {
  const { baseUrl, sockets } = await listen((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(`{"session_id":"${request.method}"}`))
  })
  const didit = client(baseUrl)
  for (let count = 0; count < 12; count += 1) {
    expect(await didit.sessions.updateStatus({ sessionId, newStatus: 'Approved' })).toEqual({ session_id: 'PATCH' })
  }
  // The second call may leave before the first connection is back in the pool.
  expect(sockets.size).toBeLessThanOrEqual(2)
})

test('a port where nobody listens: certainly nothing sent', async () => {
  const { baseUrl, server } = await listen(() => undefined)
  await new Promise((resolve) => server.close(resolve))
  const work = client(baseUrl).sessions.updateStatus({ sessionId, newStatus: 'Approved' })
  expect(await failure(work)).toMatchObject({ kind: 'unreachable', sent: false, effect: 'none' })
})

test('what may not leave any more when a connection is there stays: certainly nothing sent', async () => {
  let seen = 0
  const { baseUrl } = await listen((request, response) => {
    seen += 1
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end('{"session_id":"x"}'))
  })
  const didit = client(baseUrl)
  let asked = 0
  // The first question comes before there is a connection, the last in the turn in which the request would be written.
  const work = didit.sessions.updateStatus({ sessionId, newStatus: 'Approved' }, { mayLeave: () => (asked += 1) < 2 })
  expect(await failure(work)).toMatchObject({ kind: 'cancelled', sent: false, effect: 'none' })
  expect([asked, seen]).toEqual([2, 0])
  await didit.sessions.updateStatus({ sessionId, newStatus: 'Approved' }, { mayLeave: () => true })
  expect(seen).toBe(1)
})

test('a connection dropped after the request: may have been done, and is not sent again', async () => {
  let seen = 0
  const { baseUrl } = await listen((request) => {
    seen += 1
    request.socket.destroy()
  })
  const work = client(baseUrl).sessions.updateStatus({ sessionId, newStatus: 'Approved' })
  expect(await failure(work)).toMatchObject({ kind: 'unreachable', sent: true, effect: 'unknown' })
  expect(seen).toBe(1)
})

test('an answer dropped half-way is cut off', async () => {
  const { baseUrl } = await listen((request, response) => {
    request.resume()
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{"session_id":')
    setImmediate(() => response.destroy())
  })
  const work = client(baseUrl).sessions.updateStatus({ sessionId, newStatus: 'Approved' })
  expect(await failure(work)).toMatchObject({ kind: 'unreadable', fault: 'cut-off', effect: 'unknown' })
})

test('a redirect is not followed and the key goes nowhere else', async () => {
  const elsewhere: IncomingMessage[] = []
  const other = await listen((request, response) => {
    elsewhere.push(request)
    response.end('{}')
  })
  const { baseUrl } = await listen((_, response) => response.writeHead(302, { location: other.baseUrl }).end())
  expect(await failure(client(baseUrl).billing.balance())).toMatchObject({ reason: 'redirected', status: 302 })
  expect(elsewhere).toHaveLength(0)
})

test('the end of the caller closes the call under way', async () => {
  const stop = new AbortController()
  let closed: (() => void) | undefined
  const gone = new Promise<void>((resolve) => (closed = resolve))
  const { baseUrl } = await listen((request) => {
    request.socket.once('close', () => closed?.())
    stop.abort()
  })
  expect(await failure(client(baseUrl).sessions.list({}, { signal: stop.signal }))).toMatchObject({ kind: 'cancelled', sent: true })
  await gone
})

test('a look-up of our own can refuse an address', async () => {
  const transport = poolTransport({ lookup: (_host, _options, callback) => callback(new Error('private address'), '', 4) })
  closers.push(() => transport.close())
  const didit = createDidit({ apiKey: 'k', baseUrl: 'http://didit.test', transport, random: () => 0 })
  const work = didit.media.get({ url: 'http://media.test/a.png', allow: () => true })
  expect(await failure(work)).toMatchObject({ kind: 'unreachable', cause: { message: 'private address' } })
})

/** A PDF that starts and never ends; `gone` resolves when its reader has left. */
const endlessPdf = async () => {
  let left: (() => void) | undefined
  const gone = new Promise<void>((resolve) => {
    left = resolve
  })
  const house = await listen((_, response) => {
    response.once('close', () => left?.())
    response.writeHead(200, { 'content-type': 'application/pdf' }).write('%PDF-1.7 first page')
  })
  return { ...house, gone }
}

test('a reader that leaves a PDF half-way frees the connection', async () => {
  const { baseUrl, gone } = await endlessPdf()
  const { stream } = await client(baseUrl).sessions.generatePdf({ sessionId })
  const reader = stream.getReader()
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('%PDF-1.7 first page')
  await reader.cancel()
  await gone
})

test('a caller that ends while nobody reads frees the connection, and the stream says so', async () => {
  const { baseUrl, gone } = await endlessPdf()
  const stop = new AbortController()
  const { stream } = await client(baseUrl).sessions.generatePdf({ sessionId }, { signal: stop.signal })
  stop.abort()
  await gone
  expect(await failure(new Response(stream).text())).toMatchObject({ kind: 'cancelled' })
})
