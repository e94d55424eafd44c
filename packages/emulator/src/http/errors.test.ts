import { describe, expect, test } from 'vitest'
import { House, NOBODY } from '../testing/house.ts'

describe('the ten shapes of an error', () => {
  const house = new House()
  test('1 detail', async () => {
    expect((await house.get(`/v3/session/${NOBODY}/decision/`)).json).toEqual({ detail: 'Not found.' })
  })
  test('2 detail in a list', async () => {
    const id = await house.idWith('Not Started')
    const [, partner] = (await house.get('/__emulator/applications')).body['applications'] as { id: string }[]
    const answer = await house.call('POST', `/v3/session/${id}/share/`, { for_application_id: partner?.id })
    expect(answer.json).toEqual({ detail: ['Only finished sessions ("Approved", "Declined", "In Review") can be shared.'] })
  })
  test('3 field with a list', async () => {
    expect((await house.get('/v3/sessions/?date_to=soon')).json).toEqual({ date_to: ['Enter a valid date.'] })
  })
  test('4 field with a text', async () => {
    expect((await house.call('POST', '/v3/session/', { workflow_id: NOBODY })).json).toEqual({ workflow_id: 'Invalid workflow_id.' })
  })
  test('5 nested list', async () => {
    const id = await house.idWith('In Review')
    const body = {
      new_status: 'Approved',
      nodes_to_resubmit: [
        { node_id: 'a', feature: 'OCR' },
        { node_id: 'b', feature: 'NOPE' },
      ],
    }
    const answer = await house.call('PATCH', `/v3/session/${id}/update-status/`, body)
    expect(answer.json).toEqual({ nodes_to_resubmit: [{}, { feature: [expect.stringContaining('"NOPE" is not a valid choice.')] }] })
  })
  test('6 nested object', async () => {
    const id = await house.idWith('Approved')
    const answer = await house.call('PATCH', `/v3/session/${id}/update-data/`, { parsed_address: { country: 'ESP' } })
    expect(answer.json).toEqual({ parsed_address: { country: 'Invalid ISO 3166-1 alpha-2 country code.' } })
  })
  test('7 bare list', async () => {
    expect((await house.call('POST', '/v3/billing/top-up/', { amount_in_dollars: 'many' })).json).toEqual([
      'amount_in_dollars must be a number.',
    ])
  })
  test('8 error key, by order', async () => {
    const error = { error: "You don't have enough credits to perform this request." }
    await house.call('POST', '/__emulator/faults', { match: '/v3/billing/', kind: 'status', status: 403, body: error, times: 1 })
    const answer = await house.get('/v3/billing/balance/')
    expect([answer.status, answer.json]).toEqual([403, error])
  })
  test('9 HTML for a malformed id, and for an upper-case one where a PDF is asked for', async () => {
    const id = await house.idWith('Approved')
    for (const path of ['/v3/session/not-a-uuid/decision/', `/v3/session/${id.toUpperCase()}/generate-pdf/`]) {
      const answer = await house.get(path)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    }
    expect((await house.get(`/v3/session/${id.toUpperCase()}/decision/`)).status).toBe(200)
  })
  test('10 nothing at all', async () => {
    const id = await house.idWith('Expired')
    const answer = await house.call('DELETE', `/v3/session/${id}/delete/`)
    expect([answer.status, answer.text]).toEqual([204, ''])
    expect((await house.call('DELETE', `/v3/session/${id}/delete/`)).json).toEqual({ detail: 'Not found.' })
  })
  test('a body that is no JSON', async () => {
    const init = { method: 'POST', headers: { 'x-api-key': 'emulator-key' }, body: '{' }
    expect((await house.emulator.app.request('/v3/session/', init)).status).toBe(400)
  })
})

describe('credentials', () => {
  const house = new House()
  const NO_RIGHT = { detail: 'You do not have permission to perform this action.' }
  const NO_CREDENTIALS = { detail: 'Authentication credentials were not provided or are invalid.' }
  const NO_TOKEN = { detail: 'You must be authenticated with a valid access token to access this endpoint.' }
  test.each([
    ['GET', '/v3/sessions/', null, 403, NO_RIGHT],
    ['GET', '/v3/sessions/', 'wrong', 403, NO_RIGHT],
    ['GET', '/v3/users/', null, 401, NO_TOKEN],
    ['GET', '/v3/users/', 'wrong', 403, NO_RIGHT],
    ['GET', '/v3/businesses/', null, 403, NO_RIGHT],
    ['GET', '/v3/session/ID/decision/', null, 403, NO_CREDENTIALS],
    ['GET', '/v3/session/ID/decision/', 'wrong', 403, NO_CREDENTIALS],
    ['POST', '/v3/session/ID/share/', null, 401, NO_CREDENTIALS],
    ['GET', `/v3/session/${NOBODY}/decision/`, null, 404, { detail: 'Not found.' }],
    ['GET', `/v3/sessions/${NOBODY}/reviews/`, null, 403, NO_RIGHT],
    ['GET', `/v3/sessions/${NOBODY}/reviews/`, 'emulator-key', 404, { detail: 'Session not found.' }],
    ['GET', '/v3/session/ID/decision/', 'emulator-key-2', 404, { detail: 'Session not found.' }],
  ])('%s %s with %s answers %i', async (method, path, key, status, body) => {
    const id = await house.idWith('Approved')
    const answer = await house.call(method, path.replace('ID', id), method === 'POST' ? {} : undefined, key)
    expect([answer.status, answer.json]).toEqual([status, body])
  })
})

describe('rate limits', () => {
  const spend = async (house: House, times: number, call: () => Promise<{ status: number }>): Promise<void> => {
    for (let i = 0; i < times; i += 1) expect((await call()).status).not.toBe(429)
    void house
  }

  test('six hundred reads a minute, told in headers, then 429 until the window slides', async () => {
    const house = new House({ sessions: 10 })
    const read = () => house.get('/v3/workflows/')
    expect((await read()).headers.get('x-ratelimit-remaining')).toBe('599')
    house.time += 30_000
    await spend(house, 599, read)
    const refused = await read()
    expect(refused.status).toBe(429)
    expect(refused.json).toEqual({ detail: 'GET request rate limit exceeded. You can make up to 600 requests per minute.' })
    expect(refused.headers.get('retry-after')).toBe('30')
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
    expect((await house.get('/v3/users/')).json).toEqual({ detail: 'Request was throttled. Expected available in 30 seconds.' })
    expect((await house.get('/v3/workflows/', 'emulator-key-2')).status).toBe(200)
    house.time += 30_000
    expect((await read()).status).toBe(200)
    expect((await read()).status).toBe(429)
  })

  test('ten data corrections a minute, faulty ones counted', async () => {
    const house = new House()
    const id = await house.idWith('Approved')
    const edit = () => house.call('PATCH', `/v3/session/${id}/update-data/`, { gender: 'X' })
    await spend(house, 10, edit)
    expect((await edit()).json).toEqual({
      detail: 'Session KYC data update rate limit exceeded. You can make up to 10 requests per minute.',
    })
    const poa = await house.call('PATCH', `/v3/session/${id}/update-poa-data/`, {})
    expect(poa.status).not.toBe(429)
  })

  test('can be switched off and set by a control', async () => {
    const house = new House({ sessions: 10 })
    await house.call('POST', '/__emulator/limits', { get: 1 })
    expect((await house.get('/v3/workflows/')).status).toBe(200)
    expect((await house.get('/v3/workflows/')).status).toBe(429)
    await house.call('POST', '/__emulator/limits', { off: true })
    const free = await house.get('/v3/workflows/')
    expect([free.status, free.headers.has('x-ratelimit-limit')]).toEqual([200, false])
  })
})
