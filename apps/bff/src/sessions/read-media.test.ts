import { fetchTransport } from '@verdict/didit'
import { createEmulator } from '@verdict/emulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Agent, House } from '../testing/index.ts'
import { makeHouseClock } from '../testing/house-clock.ts'
import { HOUSE_EPOCH, makeHouse } from '../testing/index.ts'
import { callsTo, detailOf, oneInReview } from './testing/house-reading.ts'

describe('captures', () => {
  let house: House
  let reviewer: Agent
  let id: string
  /** What the media host answers instead. */
  let instead: (() => Response) | undefined
  beforeAll(async () => {
    const clock = makeHouseClock(HOUSE_EPOCH)
    const emulator = createEmulator({ seed: 1, sessions: 120, epoch: HOUSE_EPOCH, now: clock })
    const transport = fetchTransport((request) => {
      const answer = new URL(request.url).pathname.startsWith('/media/') ? instead : undefined
      return answer ? answer() : emulator.app.fetch(request)
    })
    house = await makeHouse({ emulator, transport, clock })
    reviewer = await house.signIn('reviewer')
    id = await oneInReview(reviewer)
  })
  afterAll(() => house.close())

  const refOf = async (role: string) => {
    const item = (await detailOf(reviewer, id)).media.find((candidate) => candidate.role === role)
    if (!item) throw new Error(`no ${role}`)
    return item.ref
  }
  const get = (ref: string, headers: Record<string, string> = {}) => reviewer.get(`/api/sessions/${id}/media/${ref}`, headers)

  it('are handed through with their type, never their address', async () => {
    const response = await get(await refOf('front'))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^image\/(?:png|jpeg)$/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('cache-control')).toBe('private, max-age=300')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="[\w.-]+"$/)
    expect(JSON.stringify([...response.headers])).not.toContain('http')
    expect((await response.arrayBuffer()).byteLength).toBe(Number(response.headers.get('content-length')))
  })

  it('are not sent again to who has them', async () => {
    const ref = await refOf('front')
    const response = await get(ref, { 'if-none-match': `"${ref}"` })
    expect(response.status).toBe(304)
  })

  it('can be had in parts, for videos', async () => {
    const response = await get(await refOf('video'), { range: 'bytes=10-19' })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toMatch(/^bytes 10-19\/\d+$/)
    expect((await response.arrayBuffer()).byteLength).toBe(10)
  })

  it('show the portrait of a list row without reading its case', async () => {
    await reviewer.get('/api/sessions?limit=100')
    const { rows } = (await (await reviewer.get('/api/sessions?limit=100&status=Approved')).json()) as {
      rows: { id: string; hasPortrait: boolean }[]
    }
    const row = rows.find(({ hasPortrait }) => hasPortrait)
    const before = (await callsTo(house, `${row?.id}/decision/`)).length
    const response = await reviewer.get(`/api/sessions/${row?.id}/media/portrait`)
    expect(response.status).toBe(200)
    expect((await callsTo(house, `${row?.id}/decision/`)).length).toBe(before)
  })

  it('renew a link that has run out once, by reading the decision again', async () => {
    const ref = await refOf('back')
    house.clock.advance(7_200_000)
    const before = (await callsTo(house, `${id}/decision/`)).length
    const response = await get(ref)
    expect(response.status).toBe(200)
    await response.arrayBuffer()
    expect((await callsTo(house, `${id}/decision/`)).length - before).toBe(1)
  })

  it('that are gone are said to be gone', async () => {
    const ref = await refOf('front')
    await house.control('act', { kind: 'media', sessionId: id, lost: true })
    const response = await get(ref)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'media-unavailable' })
    expect(await (await get('nothing')).json()).toMatchObject({ code: 'media-unavailable' })
  })

  it.each([
    ['a web page', () => new Response('<script>alert(1)</script>', { headers: { 'content-type': 'text/html' } }), 'media-refused'],
    ['a drawing with scripts', () => new Response('<svg/>', { headers: { 'content-type': 'image/svg+xml' } }), 'media-refused'],
    [
      'a way to somewhere else',
      () => new Response(null, { status: 302, headers: { location: 'http://169.254.169.254/' } }),
      'media-refused',
    ],
    [
      'something too large',
      () => new Response('x', { headers: { 'content-type': 'image/png', 'content-length': '900000000' } }),
      'media-refused',
    ],
  ])('are refused when the host answers with %s', async (_, answer, code) => {
    const ref = await refOf('selfie')
    instead = answer
    const response = await get(ref)
    instead = undefined
    expect(response.status).toBe(502)
    expect(await response.json()).toMatchObject({ code })
  })

  it('are not fetched from an address inside, whatever a decision says', async () => {
    const url = 'http://127.0.0.1:5432/media/secret.png'
    const body = { session_id: id, status: 'In Review', id_verifications: [{ node_id: 'n', status: 'Approved', front_image: url }] }
    house.deps.evidence.forget(id)
    await house.control('faults', { match: `GET /v3/session/${id}/decision/`, kind: 'status', status: 200, times: 1, body })
    const detail = await detailOf(reviewer, id)
    const before = (await callsTo(house, '/media/')).length
    const response = await get(detail.media[0]?.ref ?? '')
    expect(response.status).toBe(502)
    expect(await response.json()).toMatchObject({ code: 'media-refused' })
    expect((await callsTo(house, '/media/')).length).toBe(before)
    house.deps.evidence.forget(id)
  })
})
