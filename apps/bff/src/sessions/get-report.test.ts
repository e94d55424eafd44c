import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Agent, House } from '../testing/index.ts'
import { makeHouse } from '../testing/index.ts'
import { callsTo, oneInReview, recorded } from './testing/house-reading.ts'

describe('the report of a session', () => {
  let house: House
  let manager: Agent
  let id: string
  beforeAll(async () => {
    house = await makeHouse({ sessions: 120 })
    manager = await house.signIn('manager')
    id = await oneInReview(manager)
  })
  afterAll(() => house.close())

  it('comes as Didit made it, and the record tells who asked and what was handed over', async () => {
    const response = await manager.get(`/api/sessions/${id}/report.pdf`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="session_${id}.pdf"`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('%PDF-')
    const entries = (await recorded(house, id)).filter(({ action }) => action.startsWith('report.'))
    expect(entries.map(({ action }) => action)).toEqual(['report.asked', 'report.ended'])
    expect(entries[1]?.ref).toBe(entries[0]?.seq)
    const ended = JSON.parse(entries[1]?.body ?? '{}') as { outcome: string; data: { bytes: number; sha256: string } }
    expect(ended.outcome).toBe('delivered')
    expect(ended.data).toEqual({ bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') })
  })

  it('is refused before Didit is asked while the session is not ready', async () => {
    const { rows } = (await (await manager.get('/api/sessions?status=In Progress,Not Started')).json()) as { rows: { id: string }[] }
    const waiting = rows[0]?.id ?? ''
    const response = await manager.get(`/api/sessions/${waiting}/report.pdf`)
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({ code: 'state-forbids', detail: expect.stringContaining('in review') })
    expect(await callsTo(house, `${waiting}/generate-pdf`)).toEqual([])
  })

  it('is on record as refused when Didit does not make it', async () => {
    await house.control('faults', { match: 'generate-pdf', kind: 'status', status: 400, times: 1, body: { detail: 'No report today.' } })
    const before = (await recorded(house, id)).length
    const response = await manager.get(`/api/sessions/${id}/report.pdf`)
    expect(response.status).toBe(502)
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('No report today.') })
    const entries = (await recorded(house, id)).slice(before)
    expect(entries.map(({ action, body }) => [action, (JSON.parse(body) as { outcome: string | null }).outcome])).toEqual([
      ['report.asked', null],
      ['report.ended', 'refused'],
    ])
  })

  it('that a person stops loading is on record as broken off', async () => {
    const before = (await recorded(house, id)).length
    const response = await manager.get(`/api/sessions/${id}/report.pdf`)
    await response.body?.cancel()
    const entries = (await recorded(house, id)).slice(before)
    expect(entries.map(({ body }) => (JSON.parse(body) as { outcome: string | null }).outcome)).toEqual([null, 'broken-off'])
  })

  it('is for managers and auditors', async () => {
    const reviewer = await house.signIn('reviewer')
    expect((await reviewer.get(`/api/sessions/${id}/report.pdf`)).status).toBe(403)
  })
})
