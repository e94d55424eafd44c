import { describe, expect, test } from 'vitest'
import { readFilename } from './file.ts'
import { broken, failure, networkError, never, reply, sessionId, standIn } from './testing/stand-in.ts'

const pdf = (body: string, headers: Record<string, string> = {}) => reply(200, body, { 'content-type': 'application/pdf', ...headers })
const url = 'https://media.test/a/front.jpg?signature=secret'
const image = () => reply(200, 'JPEG', { 'content-type': 'image/jpeg; charset=binary', 'content-length': '4' })

const yes = () => true
const text = (stream: ReadableStream<Uint8Array>) => new Response(stream).text()

describe('the PDF', () => {
  test('comes as a stream with its name and length', async () => {
    const { didit, time } = standIn([
      pdf('%PDF-1.7 …', { 'content-length': '12', 'content-disposition': `attachment; filename=session_${sessionId}.pdf` }),
    ])
    const file = await time.run(didit.sessions.generatePdf({ sessionId }))
    expect(file).toMatchObject({ length: 12, contentType: 'application/pdf', filename: `session_${sessionId}.pdf` })
    expect(await time.run(text(file.stream))).toBe('%PDF-1.7 …')
  })

  test('has a name of ours when Didit gives none', async () => {
    const { didit, time } = standIn([pdf('%PDF')])
    expect(await time.run(didit.sessions.generatePdf({ sessionId }))).toMatchObject({ filename: `session_${sessionId}.pdf`, length: null })
  })

  test('refused for the state of the session, not for credentials', async () => {
    const { didit, time } = standIn([reply(403, { detail: 'You can only generate a PDF for sessions in review, declined or approved' })])
    expect(await time.run(failure(didit.sessions.generatePdf({ sessionId })))).toMatchObject({ kind: 'refused', reason: 'state' })
  })

  test('that is no PDF is not handed on', async () => {
    const { didit, time } = standIn([reply(200, '<html>', { 'content-type': 'text/html' })])
    expect(await time.run(failure(didit.sessions.generatePdf({ sessionId })))).toMatchObject({ kind: 'unreadable', fault: 'wrong-type' })
  })

  test('that breaks or ends short breaks the stream with our own error', async () => {
    for (const answer of [
      pdf('%PDF', { 'content-length': '400' }),
      { ...broken(200, '%P', networkError('ECONNRESET')), headers: { 'content-type': 'application/pdf' } },
    ]) {
      const { didit, time } = standIn([answer])
      const { stream } = await time.run(didit.sessions.generatePdf({ sessionId }))
      expect(await time.run(failure(text(stream)))).toMatchObject({ kind: 'unreadable', fault: 'cut-off' })
    }
  })

  test('that never ends runs out of its minute, headers included', async () => {
    const stalled = {
      ...pdf(''),
      body: (async function* drops() {
        yield new TextEncoder().encode('%PDF')
        await never()
      })(),
    }
    const { didit, time } = standIn([stalled])
    const began = time.now()
    const { stream } = await time.run(didit.sessions.generatePdf({ sessionId }))
    expect(await time.run(failure(text(stream)))).toMatchObject({ kind: 'timed-out', timeoutMs: 60_000 })
    expect(time.now() - began).toBe(60_000)
  })

  test('whose reader goes away lets go of the connection', async () => {
    const { didit, time, requests } = standIn([pdf('%PDF')])
    const { stream } = await time.run(didit.sessions.generatePdf({ sessionId }))
    await stream.cancel()
    expect(requests[0]?.signal.aborted).toBe(true)
  })
})

describe('media', () => {
  test('is fetched without the key', async () => {
    const { didit, time, requests } = standIn([image()])
    const file = await time.run(didit.media.get({ url, allow: ({ hostname }) => hostname === 'media.test', range: 'bytes=0-3' }))
    expect(file).toMatchObject({ contentType: 'image/jpeg', length: 4 })
    expect(await time.run(text(file.stream))).toBe('JPEG')
    expect(requests[0]?.url).toBe(url)
    expect(requests[0]?.headers).toEqual({ accept: '*/*', 'user-agent': 'verdict', range: 'bytes=0-3' })
  })

  test('takes nothing from the budget of reads', async () => {
    const { didit, time } = standIn([image()])
    await time.run(didit.media.get({ url, allow: yes }))
    expect(didit.budget().reads.used).toBe(0)
  })

  test.each([
    ['an address that the caller does not allow', { url, allow: () => false }],
    ['another scheme', { url: 'file:///etc/passwd', allow: yes }],
    ['a relative address', { url: '/media/1', allow: yes }],
    ['credentials in the address', { url: 'https://a:b@media.test/', allow: yes }],
    ['an odd range', { url, allow: yes, range: 'bytes=0-1\r\nx: y' }],
  ])('%s is never asked', async (_, input) => {
    const { didit, time, requests } = standIn([])
    const error = await time.run(failure(didit.media.get(input)))
    expect(error).toMatchObject({ kind: 'invalid-argument' })
    expect(String(error)).not.toContain('secret')
    expect(requests).toHaveLength(0)
  })

  test('an expired link is refused with its status, an XML body notwithstanding', async () => {
    const { didit, time } = standIn([reply(403, '<Error><Code>AccessDenied</Code></Error>', { 'content-type': 'application/xml' })])
    expect(await time.run(failure(didit.media.get({ url, allow: yes })))).toMatchObject({
      kind: 'refused',
      reason: 'expired-link',
    })
  })

  test('a type that the caller does not accept is not handed on', async () => {
    const { didit, time } = standIn([reply(200, '<svg/>', { 'content-type': 'image/svg+xml' })])
    const work = didit.media.get({ url, allow: yes, accept: (type) => type === 'image/png' })
    expect(await time.run(failure(work))).toMatchObject({ kind: 'unreadable', fault: 'wrong-type' })
  })
})

test('a file name is a bare name', () => {
  expect(readFilename('attachment; filename="business_1.pdf"')).toBe('business_1.pdf')
  expect(readFilename('attachment; filename=../../etc/pass wd')).toBe('pass_wd')
  expect(readFilename('attachment; filename=".."')).toBeNull()
  expect(readFilename(undefined)).toBeNull()
})
