import { describe, expect, test } from 'vitest'
import { objectsAt, wordAt } from '../json-value.ts'
import { House, NOBODY } from '../testing/house.ts'
import type { JsonObject } from '../world/types.ts'

const CONTROL = '/__emulator'

describe('the journal', () => {
  test('keeps every keyed call in order, with body and status, and can be read from a point and cleared', async () => {
    const house = new House({ sessions: 40 })
    const id = await house.idWith('In Review')
    await house.call('DELETE', `${CONTROL}/requests`)
    await house.get('/v3/workflows?limit=1')
    await house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Approved' })
    const entries = (await house.get(`${CONTROL}/requests`)).json as JsonObject[]
    expect(entries.map(({ method, path, query, body, status }) => ({ method, path, query, body, status }))).toEqual([
      { method: 'GET', path: '/v3/workflows', query: 'limit=1', body: null, status: 301 },
      { method: 'PATCH', path: `/v3/session/${id}/update-status/`, query: '', body: { new_status: 'Approved' }, status: 200 },
    ])
    expect(entries[0]?.['at']).toBe(new Date(house.time).toISOString())
    expect((await house.get(`${CONTROL}/requests?since=${wordAt(entries[0] ?? {}, 'seq')}`)).json).toHaveLength(1)
    await house.call('DELETE', `${CONTROL}/requests`)
    expect((await house.get(`${CONTROL}/requests`)).json).toEqual([])
  })
})

describe('a fault', () => {
  const fault = (house: House, body: JsonObject) => house.call('POST', `${CONTROL}/faults`, body)

  test('answers in the place of the call, so many times, then no more', async () => {
    const house = new House({ sessions: 40 })
    await fault(house, { match: 'GET /v3/sessions/', kind: 'status', status: 502, html: true, times: 2 })
    for (const status of [502, 502, 200]) expect((await house.get('/v3/sessions/')).status).toBe(status)
    expect((await house.get('/v3/users/')).status).toBe(200)
    expect((await house.get(`${CONTROL}/faults`)).body['faults']).toEqual([expect.objectContaining({ struck: 2 })])
  })

  test('takes patterns with named parts', async () => {
    const house = new House({ sessions: 40 })
    const id = await house.idWith('In Review')
    await fault(house, { match: 'GET /v3/session/:id/decision/', kind: 'status', status: 500 })
    expect((await house.get(`/v3/session/${id}/decision/`)).status).toBe(500)
    expect((await house.get('/v3/sessions/')).status).toBe(200)
  })

  test('before: the call never happened; after: it did, and only the answer is lost', async () => {
    const house = new House({ sessions: 40 })
    const id = await house.idWith('In Review')
    const decide = () => house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Approved' })
    const status = async () => (await house.decision(id))['status']
    await fault(house, { match: 'update-status', kind: 'drop', times: 1 })
    await expect(decide()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
    expect(await status()).toBe('In Review')
    await fault(house, { match: 'update-status', kind: 'drop', when: 'after', times: 1 })
    await expect(decide()).rejects.toThrow('fetch failed')
    expect(await status()).toBe('Approved')
    const statuses = ((await house.get(`${CONTROL}/requests`)).json as JsonObject[])
      .filter(({ method }) => method === 'PATCH')
      .map(({ status: told }) => told)
    expect(statuses).toEqual([0, 0])
  })

  test('malformed cuts the answer in half; slowloris trickles the whole of it', async () => {
    const house = new House({ sessions: 40 })
    const whole = (await house.get('/v3/billing/balance/')).text
    await fault(house, { kind: 'malformed', times: 1 })
    const half = await house.get('/v3/billing/balance/')
    expect(half.status).toBe(200)
    expect(whole.startsWith(half.text) && half.text.length < whole.length).toBe(true)
    await fault(house, { kind: 'slowloris', ms: 0, times: 1 })
    expect((await house.get('/v3/billing/balance/')).text).toBe(whole)
  })

  test('with a rate strikes that share, the same ones for the same seed', async () => {
    const run = async () => {
      const house = new House({ sessions: 10, seed: 5 })
      await fault(house, { kind: 'status', status: 500, rate: 0.5 })
      const statuses: number[] = []
      for (let i = 0; i < 40; i += 1) statuses.push((await house.get('/v3/workflows/')).status)
      return statuses
    }
    const first = await run()
    expect(new Set(first)).toEqual(new Set([200, 500]))
    expect(await run()).toEqual(first)
  })
})

describe('a reset', () => {
  test('forgets what was done and takes another seed, size and epoch', async () => {
    const house = new House({ sessions: 60 })
    const before = (await house.get('/v3/sessions/')).text
    const id = await house.idWith('In Review')
    await house.call('DELETE', `/v3/session/${id}/delete/`)
    await house.call('POST', `${CONTROL}/reset`, {})
    expect((await house.get('/v3/sessions/')).text).toBe(before)
    await house.call('POST', `${CONTROL}/reset`, { seed: 77, sessions: 90, epoch: 'now' })
    const { body } = await house.get('/v3/sessions/?limit=1&session_kind=all')
    expect(body['count']).toBe(90)
    const newest = Date.parse(wordAt(objectsAt(body, 'results')[0] ?? {}, 'created_at'))
    expect(house.time - newest).toBeLessThan(7 * 86_400_000)
    expect(newest).toBeLessThanOrEqual(house.time)
  })
})

describe('somebody else', () => {
  test('decides in the console: status, feed with name, webhook', async () => {
    const house = new House()
    await house.subscribe('s', { events: ['status.updated'] })
    const id = await house.idWith('In Review')
    await house.call('POST', `${CONTROL}/act`, {
      sessionId: id,
      kind: 'status',
      status: 'Declined',
      comment: 'Known',
      actor: 'colleague@bank.example',
    })
    expect((await house.decision(id))['status']).toBe('Declined')
    const [entry] = await house.rows(`/v3/sessions/${id}/reviews/`)
    expect(entry).toMatchObject({ actor_email: 'colleague@bank.example', actor_type: 'CONSOLE_USER', comment: 'Known' })
    expect(await house.webhooks()).toEqual([expect.objectContaining({ session_id: id, status: 'Declined' })])
  })

  test('finds a new hit, loses the media, deletes the session', async () => {
    const house = new House()
    const found = await house.decisionWhere(
      (decision) => objectsAt(decision, 'aml_screenings').length > 0 && JSON.stringify(decision).includes('media:'),
    )
    const id = wordAt(found, 'session_id')
    const hits = (decision: JsonObject) => objectsAt(objectsAt(decision, 'aml_screenings')[0] ?? {}, 'hits').length
    await house.call('POST', `${CONTROL}/act`, { sessionId: id, kind: 'aml_hit' })
    expect(hits(await house.decision(id))).toBe(hits(found) + 1)
    const [link = ''] = /http:[^"]+\/media\/[^"]+/.exec(JSON.stringify(found)) ?? []
    expect((await house.get(link)).status).toBe(200)
    await house.call('POST', `${CONTROL}/act`, { sessionId: id, kind: 'media' })
    expect((await house.get(link)).status).toBe(404)
    await house.call('POST', `${CONTROL}/act`, { sessionId: id, kind: 'delete' })
    expect((await house.get(`/v3/session/${id}/decision/`)).status).toBe(404)
  })

  test('redoes a resubmitted session, and its data are there again', async () => {
    const house = new House()
    const found = await house.decisionWhere(
      (decision) => decision['status'] === 'In Review' && objectsAt(decision, 'liveness_checks').length === 1,
    )
    const id = wordAt(found, 'session_id')
    const node = wordAt(objectsAt(found, 'liveness_checks')[0] ?? {}, 'node_id')
    await house.call('PATCH', `/v3/session/${id}/update-status/`, {
      new_status: 'Resubmitted',
      nodes_to_resubmit: [{ node_id: node, feature: 'LIVENESS' }],
    })
    expect((await house.decision(id))['liveness_checks']).toBeNull()
    await house.bring(id, 'In Review')
    expect(objectsAt(await house.decision(id), 'liveness_checks')).toHaveLength(1)
  })
})

describe('a faulty control', () => {
  const house = new House({ sessions: 10 })
  test.each([
    ['/faults', { kind: 'explode' }],
    ['/faults', { kind: 'status', colour: 'red' }],
    ['/reset', { sessions: -1 }],
    ['/act', { sessionId: 'x', kind: 'status', status: 'Approved' }],
    ['/act', { sessionId: NOBODY, kind: 'status', status: 'Sideways' }],
    ['/webhooks', { destination: { url: 'nowhere' } }],
  ])('%s %j is refused in words', async (path, body) => {
    const answer = await house.call('POST', `${CONTROL}${path}`, body)
    expect(answer.status).toBe(400)
    expect(wordAt(answer.body, 'error').length).toBeGreaterThan(10)
  })
  test('an unknown one and an unknown session are 404', async () => {
    expect((await house.get(`${CONTROL}/nothing`)).status).toBe(404)
    expect((await house.call('POST', `${CONTROL}/act`, { sessionId: NOBODY, kind: 'delete' })).status).toBe(404)
  })
})

test('applications tell ids, keys and workflows', async () => {
  const house = new House({ sessions: 10 })
  const applications = objectsAt((await house.get(`${CONTROL}/applications`)).body, 'applications')
  expect(applications.map(({ key }) => key)).toEqual(['emulator-key', 'emulator-key-2'])
  expect(objectsAt(applications[0] ?? {}, 'workflows')[0]).toHaveProperty('workflow_label')
})
