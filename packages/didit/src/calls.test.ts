import { describe, expect, test } from 'vitest'
import { createDidit, fetchTransport, nextOffset } from './index.ts'
import { otherId, reply, secretKey, sessionId, standIn } from './testing/stand-in.ts'

type Client = ReturnType<typeof standIn>['didit']
const listAnswer = { count: 0, next: null, previous: null, results: [] }
const session = `/v3/session/${sessionId}`

/** Every call of the client with what goes over the wire for it. */
const calls: [string, (didit: Client) => Promise<unknown>, string, string, unknown][] = [
  ['sessions.list', (d) => d.sessions.list(), 'GET', '/v3/sessions/?limit=50', null],
  [
    'sessions.list with filters',
    (d) =>
      d.sessions.list({
        kind: 'user',
        status: ['In Review', 'Declined'],
        search: 'Ana & Co',
        offset: 100,
        limit: 10,
        dateTo: '2026-02-28',
      }),
    'GET',
    '/v3/sessions/?session_kind=user&limit=10&offset=100&status=In+Review%2CDeclined&search=Ana+%26+Co&date_to=2026-02-28',
    null,
  ],
  [
    'sessions.list of businesses ends a day later upstream',
    (d) => d.sessions.list({ kind: 'business', dateTo: '2026-02-28' }),
    'GET',
    '/v3/sessions/?session_kind=business&limit=50&date_to=2026-03-01',
    null,
  ],
  ['sessions.decision', (d) => d.sessions.decision({ sessionId, includeEvents: true }), 'GET', `${session}/decision/?include=events`, null],
  [
    'sessions.updateStatus',
    (d) =>
      d.sessions.updateStatus({
        sessionId,
        newStatus: 'Resubmitted',
        comment: 'Blurred',
        nodesToResubmit: [{ nodeId: 'feature_ocr_1', feature: 'OCR' }],
        notify: { email: 'person@example.com', language: 'es' },
      }),
    'PATCH',
    `${session}/update-status/`,
    {
      new_status: 'Resubmitted',
      comment: 'Blurred',
      nodes_to_resubmit: [{ node_id: 'feature_ocr_1', feature: 'OCR' }],
      send_email: true,
      email_address: 'person@example.com',
      email_language: 'es',
    },
  ],
  [
    'sessions.updateStatus, least',
    (d) => d.sessions.updateStatus({ sessionId, newStatus: 'Approved' }),
    'PATCH',
    `${session}/update-status/`,
    { new_status: 'Approved' },
  ],
  [
    'sessions.share',
    (d) => d.sessions.share({ sessionId, forApplicationId: otherId, ttlInSeconds: 60 }),
    'POST',
    `${session}/share/`,
    { for_application_id: otherId, ttl_in_seconds: 60 },
  ],
  [
    'sessions.importShared',
    (d) => d.sessions.importShared({ shareToken: 't', trustReview: false, workflowId: otherId }),
    'POST',
    '/v3/session/import-shared/',
    { share_token: 't', trust_review: false, workflow_id: otherId },
  ],
  ['sessions.delete', (d) => d.sessions.delete({ sessionId }), 'DELETE', `${session}/delete/`, null],
  ['reviews.list', (d) => d.reviews.list({ sessionId, limit: 5 }), 'GET', `/v3/sessions/${sessionId}/reviews/?limit=5`, null],
  [
    'reviews.create',
    (d) => d.reviews.create({ sessionId, comment: 'Seen' }),
    'POST',
    `/v3/sessions/${sessionId}/reviews/`,
    { comment: 'Seen' },
  ],
  [
    'features.updateStatus',
    (d) => d.features.updateStatus({ sessionId, nodeId: 'a/b', newStatus: 'In Review' }),
    'PATCH',
    `${session}/features/a%2Fb/update-status/`,
    { new_status: 'In Review' },
  ],
  [
    'aml.updateHit',
    (d) => d.aml.updateHit({ sessionId, hitId: 'h', reviewStatus: 'False Positive', nodeId: 'n 1' }),
    'PATCH',
    `${session}/update-aml-hit-status/?node_id=n+1`,
    { hit_id: 'h', review_status: 'False Positive' },
  ],
  [
    'aml.bulkUpdateHits',
    (d) => d.aml.bulkUpdateHits({ sessionId, hits: [{ hitId: 'h', reviewStatus: 'Inconclusive' }] }),
    'PATCH',
    `${session}/bulk-update-aml-hit-status/`,
    { hit_updates: [{ hit_id: 'h', review_status: 'Inconclusive' }] },
  ],
  [
    'corrections.updateData',
    (d) =>
      d.corrections.updateData({
        sessionId,
        nodeId: 'n',
        changes: {
          dateOfBirth: '1990-01-02',
          extraFields: { blood_group: null, someKey: 1 },
          parsedAddress: { street1: 'A', postalCode: '1' },
        },
      }),
    'PATCH',
    `${session}/update-data/?node_id=n`,
    { date_of_birth: '1990-01-02', extra_fields: { blood_group: null, someKey: 1 }, parsed_address: { street_1: 'A', postal_code: '1' } },
  ],
  [
    'corrections.updatePoaData',
    (d) => d.corrections.updatePoaData({ sessionId, changes: { nameOnDocument: 'N', poaParsedAddress: { country: 'ES' } } }),
    'PATCH',
    `${session}/update-poa-data/`,
    { name_on_document: 'N', poa_parsed_address: { country: 'ES' } },
  ],
  [
    'corrections.updateCompanyData',
    (d) => d.corrections.updateCompanyData({ sessionId, companyUuid: otherId, changes: { countryCode: 'GB', registeredCapitalAmount: 5 } }),
    'PATCH',
    `${session}/kyb/${otherId}/update-data/`,
    { country_code: 'GB', registered_capital_amount: 5 },
  ],
  [
    'blocklist.add',
    (d) => d.blocklist.add({ sessionId, items: ['face', 'email'] }),
    'POST',
    '/v3/blocklist/add/',
    { session_id: sessionId, blocklist_face: true, blocklist_email: true },
  ],
  [
    'blocklist.remove',
    (d) => d.blocklist.remove({ sessionId, items: ['document'] }),
    'POST',
    '/v3/blocklist/remove/',
    { session_id: sessionId, unblock_document: true },
  ],
  ['blocklist.list', (d) => d.blocklist.list({ itemType: 'phone' }), 'GET', '/v3/blocklist/?item_type=phone&limit=50', null],
  ['lists.list', (d) => d.lists.list({ listType: 'custom' }), 'GET', '/v3/lists/?list_type=custom&limit=50', null],
  [
    'lists.entries',
    (d) => d.lists.entries({ listId: otherId, search: 'x' }),
    'GET',
    `/v3/lists/${otherId}/entries/?search=x&limit=50`,
    null,
  ],
  ['users.list', (d) => d.users.list({ offset: 50 }), 'GET', '/v3/users/?limit=50&offset=50', null],
  ['users.get', (d) => d.users.get({ vendorData: 'v 1' }), 'GET', '/v3/users/v%201/', null],
  [
    'users.updateStatus',
    (d) => d.users.updateStatus({ vendorData: 'v', status: 'BLOCKED' }),
    'PATCH',
    '/v3/users/v/update-status/',
    { status: 'BLOCKED' },
  ],
  ['businesses.list', (d) => d.businesses.list(), 'GET', '/v3/businesses/?limit=50', null],
  ['businesses.get', (d) => d.businesses.get({ vendorData: 'v' }), 'GET', '/v3/businesses/v/', null],
  [
    'businesses.updateStatus',
    (d) => d.businesses.updateStatus({ vendorData: 'v', status: 'FLAGGED' }),
    'PATCH',
    '/v3/businesses/v/update-status/',
    { status: 'FLAGGED' },
  ],
  ['workflows.list', (d) => d.workflows.list(), 'GET', '/v3/workflows/?limit=50', null],
  ['workflows.get', (d) => d.workflows.get({ workflowUuid: otherId }), 'GET', `/v3/workflows/${otherId}/`, null],
  ['questionnaires.list', (d) => d.questionnaires.list(), 'GET', '/v3/questionnaires/?limit=50', null],
  ['questionnaires.get', (d) => d.questionnaires.get({ questionnaireUuid: otherId }), 'GET', `/v3/questionnaires/${otherId}/`, null],
  ['billing.balance', (d) => d.billing.balance(), 'GET', '/v3/billing/balance/', null],
  ['webhookDestinations.list', (d) => d.webhookDestinations.list(), 'GET', '/v3/webhook/destinations/', null],
  [
    'webhookDestinations.create',
    (d) => d.webhookDestinations.create({ label: 'L', url: 'https://a.test/', subscribedEvents: ['status.updated'], webhookVersion: 'v3' }),
    'POST',
    '/v3/webhook/destinations/',
    { label: 'L', url: 'https://a.test/', webhook_version: 'v3', subscribed_events: ['status.updated'] },
  ],
  [
    'webhookDestinations.get',
    (d) => d.webhookDestinations.get({ destinationUuid: otherId }),
    'GET',
    `/v3/webhook/destinations/${otherId}/`,
    null,
  ],
  [
    'webhookDestinations.update',
    (d) => d.webhookDestinations.update({ destinationUuid: otherId, enabled: false }),
    'PATCH',
    `/v3/webhook/destinations/${otherId}/`,
    { enabled: false },
  ],
]

/** An answer that every schema takes. */
const anyAnswer = (path: string): unknown => {
  if (path === '/v3/webhook/destinations/') return [{ uuid: 'u' }]
  if (/\?.*limit=/.test(path)) return listAnswer
  return { session_id: sessionId, status: 'Approved', uuid: 'u', share_token: 't' }
}

describe('what goes over the wire', () => {
  test.each(calls)('%s', async (name, act, method, path, body) => {
    const answer = name === 'webhookDestinations.create' ? { uuid: 'u' } : anyAnswer(path)
    const { didit, time, requests } = standIn([reply(200, answer)])
    await time.run(act(didit))
    expect(requests).toHaveLength(1)
    const [request] = requests
    expect(request?.method).toBe(method)
    expect(request?.url).toBe(`https://didit.test${path}`)
    expect(request?.headers['x-api-key']).toBe(secretKey)
    expect(request?.body === null ? null : JSON.parse(request?.body ?? '')).toEqual(body)
  })

  test('nothing the client can send wipes everything', async () => {
    const sent = await Promise.all(
      calls.map(async ([name, act, , path]) => {
        const { didit, time, requests } = standIn([reply(200, name === 'webhookDestinations.create' ? { uuid: 'u' } : anyAnswer(path))])
        await time.run(act(didit))
        return `${requests[0]?.url} ${requests[0]?.body}`
      }),
    )
    expect(sent.join('\n')).not.toContain('delete_all')
  })
})

test('a bare array stands for a page', async () => {
  const { didit, time } = standIn([reply(200, [{ uuid: 'u', comment: 'Seen' }])])
  expect(await time.run(didit.reviews.list({ sessionId }))).toMatchObject({ count: 1, next: null, results: [{ comment: 'Seen' }] })
})

test('the next page is known by its offset alone', () => {
  expect(nextOffset({ next: 'https://didit.test/v3/users/?limit=50&offset=150' })).toBe(150)
  expect(nextOffset({ next: null })).toBeNull()
  expect(nextOffset({ next: 'https://didit.test/?offset=x' })).toBeNull()
})

test('a base address may have a path, with or without its slash', async () => {
  for (const baseUrl of ['https://didit.test/mock', 'https://didit.test/mock/']) {
    const { didit, time, requests } = standIn([reply(200, {})], { baseUrl })
    await time.run(didit.billing.balance())
    expect(requests[0]?.url).toBe('https://didit.test/mock/v3/billing/balance/')
  }
  expect(() => standIn([], { baseUrl: 'not a url' })).toThrowError(/baseUrl must be/)
})

test('an app in the same process answers without a port', async () => {
  const seen: Request[] = []
  const didit = createDidit({
    apiKey: 'k',
    baseUrl: 'http://didit.internal',
    transport: fetchTransport((request) => {
      seen.push(request)
      return Response.json({ session_id: sessionId })
    }),
  })
  expect(await didit.sessions.updateStatus({ sessionId, newStatus: 'Approved' })).toEqual({ session_id: sessionId })
  expect(await seen[0]?.json()).toEqual({ new_status: 'Approved' })
})

test('health asks without the key and tells up from down', async () => {
  const up = standIn([reply(200, 'ok')])
  expect(await up.time.run(up.didit.health())).toEqual({ ok: true, status: 200 })
  expect(up.requests[0]).toMatchObject({ url: 'https://didit.test/system/healthcheck' })
  expect(up.requests[0]?.headers).not.toHaveProperty('x-api-key')
  const down = standIn([() => reply(503, '')])
  expect(await down.time.run(down.didit.health())).toEqual({ ok: false, status: 503 })
  const gone = standIn([() => Promise.reject(new Error('gone'))])
  expect(await gone.time.run(gone.didit.health())).toEqual({ ok: false, status: null })
})
