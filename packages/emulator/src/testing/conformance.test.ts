import { beforeAll, describe, expect, test } from 'vitest'
import { objectAt, objectsAt, wordAt } from '../json-value.ts'
import { SPEC_EXCEPTIONS as DECISION_EXCEPTIONS } from '../world/spec.exceptions.ts'
import type { JsonObject } from '../world/types.ts'
import type { Answer } from './house.ts'
import { House, NOBODY, PARTNER_KEY } from './house.ts'
import { OPERATION_EXCEPTIONS } from './conformance.exceptions.ts'
import { hasSpec, Spec } from './spec.ts'

const house = new House({ rateLimits: false })
const ids: Record<string, string> = {}
const made: Record<string, string> = {}

async function post(path: string, body: unknown): Promise<JsonObject> {
  return (await house.call('POST', path, body)).body
}

beforeAll(async () => {
  ids['review'] = await house.idWith('In Review')
  ids['approved'] = await house.idWith('Approved')
  ids['waiting'] = await house.idWith('Not Started')
  ids['business'] = await house.idWith('In Review', 'business')
  const aml = await house.decisionWhere((decision) =>
    objectsAt(decision, 'aml_screenings').some((check) => objectsAt(check, 'hits').length > 1),
  )
  ids['aml'] = wordAt(aml, 'session_id')
  made['hit'] = wordAt(objectsAt(objectsAt(aml, 'aml_screenings')[0] ?? {}, 'hits')[0] ?? {}, 'id')
  const poa = await house.decisionWhere(
    (decision) =>
      objectsAt(decision, 'poa_verifications').length > 0 && ['Approved', 'Declined', 'In Review'].includes(wordAt(decision, 'status')),
  )
  ids['poa'] = wordAt(poa, 'session_id')
  const company = await house.decisionWhere(
    (decision) => objectAt(objectsAt(decision, 'registry_checks')[0] ?? {}, 'company') !== undefined,
    'business',
  )
  ids['company'] = wordAt(company, 'session_id')
  made['company'] = wordAt(objectAt(objectsAt(company, 'registry_checks')[0] ?? {}, 'company') ?? {}, 'uuid')
  made['vendor'] = wordAt((await house.rows('/v3/users/?limit=1'))[0] ?? {}, 'vendor_data')
  made['business'] = wordAt((await house.rows('/v3/businesses/?limit=1'))[0] ?? {}, 'vendor_data')
  made['workflow'] = wordAt((await house.rows('/v3/workflows/?limit=50')).find((row) => row['status'] === 'published') ?? {}, 'workflow_id')
  made['version'] = wordAt((await house.rows('/v3/workflows/?limit=1'))[0] ?? {}, 'uuid')
  made['questionnaire'] = wordAt((await house.rows('/v3/questionnaires/?limit=1'))[0] ?? {}, 'uuid')
  const partner = objectsAt((await house.get('/__emulator/applications')).body, 'applications')[1] ?? {}
  made['partner'] = wordAt(partner, 'id')
  made['partnerWorkflow'] = wordAt(objectsAt(partner, 'workflows').find((row) => row['status'] === 'published') ?? {}, 'workflow_id')
  made['share'] = wordAt(await post(`/v3/session/${ids['approved']}/share/`, { for_application_id: made['partner'] }), 'share_token')
  made['shareBusiness'] = wordAt(
    await post(`/v3/session/${ids['business']}/share/`, { for_application_id: made['partner'] }),
    'share_token',
  )
  made['destination'] = wordAt(
    await post('/v3/webhook/destinations/', { label: 'x', url: 'https://a.example/', subscribed_events: ['data.updated'] }),
    'uuid',
  )
})

type Run = () => Promise<Answer>
const S = '/v3/session/{sessionId}'
const R = '/v3/sessions/{session_id}/reviews/'
const D = '/v3/webhook/destinations/'
const call =
  (method: string, path: () => string, body?: () => unknown, key?: string | null): Run =>
  () =>
    house.call(method, path(), body?.(), key)
const of = (name: string, tail: string) => (): string => `/v3/session/${ids[name]}/${tail}`

/** Every operation of the specification that the emulator covers, in an order in which each can run. */
const OPERATIONS: readonly (readonly [name: string, path: string, status: number, run: Run])[] = [
  ['GET', '/system/healthcheck', 200, call('GET', () => '/system/healthcheck')],
  ['GET', '/v3/sessions/', 200, call('GET', () => '/v3/sessions/?limit=240')],
  ['GET', '/v3/sessions/', 200, call('GET', () => '/v3/sessions/?session_kind=all&limit=240')],
  ['GET', '/v3/sessions/', 400, call('GET', () => '/v3/sessions/?date_from=x')],
  ['GET', '/v3/sessions/', 403, call('GET', () => '/v3/sessions/', undefined, null)],
  ['GET', `${S}/decision/`, 200, call('GET', of('review', 'decision/'))],
  ['GET', `${S}/decision/`, 200, call('GET', of('business', 'decision/'))],
  ['GET', `${S}/decision/`, 404, call('GET', () => `/v3/session/${NOBODY}/decision/`)],
  ['GET', `${S}/decision/`, 403, call('GET', of('review', 'decision/'), undefined, 'wrong')],
  ['POST', `${S}/share/`, 200, call('POST', of('approved', 'share/'), () => ({ for_application_id: made['partner'] }))],
  ['POST', `${S}/share/`, 400, call('POST', of('waiting', 'share/'), () => ({ for_application_id: made['partner'] }))],
  ['POST', `${S}/share/`, 401, call('POST', of('approved', 'share/'), () => ({}), null)],
  [
    'POST',
    '/v3/session/import-shared/',
    201,
    call(
      'POST',
      () => '/v3/session/import-shared/',
      () => ({ share_token: made['share'], trust_review: true, workflow_id: made['partnerWorkflow'] }),
      PARTNER_KEY,
    ),
  ],
  [
    'POST',
    '/v3/session/import-shared/',
    201,
    call(
      'POST',
      () => '/v3/session/import-shared/',
      () => ({ share_token: made['shareBusiness'], trust_review: false, workflow_id: made['partnerWorkflow'] }),
      PARTNER_KEY,
    ),
  ],
  [
    'POST',
    '/v3/session/import-shared/',
    403,
    call(
      'POST',
      () => '/v3/session/import-shared/',
      () => ({ share_token: made['share'], trust_review: true, workflow_id: made['partnerWorkflow'] }),
      PARTNER_KEY,
    ),
  ],
  [
    'POST',
    '/v3/session/import-shared/',
    400,
    call(
      'POST',
      () => '/v3/session/import-shared/',
      () => ({ share_token: 'x', trust_review: true, workflow_id: made['workflow'] }),
    ),
  ],
  ['PATCH', `${S}/update-data/`, 200, call('PATCH', of('review', 'update-data/'), () => ({ first_name: 'Ada' }))],
  ['PATCH', `${S}/update-data/`, 400, call('PATCH', of('review', 'update-data/'), () => ({ gender: 'X' }))],
  ['PATCH', `${S}/update-data/`, 404, call('PATCH', of('waiting', 'update-data/'), () => ({}))],
  ['PATCH', `${S}/update-poa-data/`, 200, call('PATCH', of('poa', 'update-poa-data/'), () => ({ issuer: 'Water Works' }))],
  [
    'PATCH',
    `${S}/kyb/{companyUuid}/update-data/`,
    200,
    call(
      'PATCH',
      () => `/v3/session/${ids['company']}/kyb/${made['company']}/update-data/`,
      () => ({ company_name: 'Specimen Works' }),
    ),
  ],
  [
    'PATCH',
    `${S}/kyb/{companyUuid}/update-data/`,
    404,
    call(
      'PATCH',
      () => `/v3/session/${ids['company']}/kyb/${NOBODY}/update-data/`,
      () => ({}),
    ),
  ],
  [
    'PATCH',
    `${S}/update-aml-hit-status/`,
    200,
    call('PATCH', of('aml', 'update-aml-hit-status/'), () => ({ hit_id: made['hit'], review_status: 'False Positive' })),
  ],
  [
    'PATCH',
    `${S}/update-aml-hit-status/`,
    404,
    call('PATCH', of('aml', 'update-aml-hit-status/'), () => ({ hit_id: 'none', review_status: 'Unreviewed' })),
  ],
  [
    'PATCH',
    `${S}/bulk-update-aml-hit-status/`,
    200,
    call('PATCH', of('aml', 'bulk-update-aml-hit-status/'), () => ({
      hit_updates: [{ hit_id: made['hit'], review_status: 'Inconclusive' }],
    })),
  ],
  ['PATCH', `${S}/bulk-update-aml-hit-status/`, 400, call('PATCH', of('aml', 'bulk-update-aml-hit-status/'), () => ({ hit_updates: [] }))],
  [
    'PATCH',
    `${S}/features/{nodeId}/update-status/`,
    404,
    call('PATCH', of('review', 'features/none/update-status/'), () => ({ new_status: 'Approved' })),
  ],
  ['PATCH', `${S}/update-status/`, 400, call('PATCH', of('waiting', 'update-status/'), () => ({ new_status: 'Approved' }))],
  ['PATCH', `${S}/update-status/`, 200, call('PATCH', of('review', 'update-status/'), () => ({ new_status: 'Approved', comment: 'Fine' }))],
  ['GET', `${S}/decision/`, 200, call('GET', of('review', 'decision/'))],
  ['GET', R, 200, call('GET', () => `/v3/sessions/${ids['review']}/reviews/`)],
  ['GET', R, 404, call('GET', () => `/v3/sessions/${ids['business']}/reviews/`)],
  [
    'POST',
    R,
    201,
    call(
      'POST',
      () => `/v3/sessions/${ids['review']}/reviews/`,
      () => ({ comment: 'Seen' }),
    ),
  ],
  [
    'POST',
    R,
    400,
    call(
      'POST',
      () => `/v3/sessions/${ids['review']}/reviews/`,
      () => ({ new_status: 'approved' }),
    ),
  ],
  [
    'POST',
    '/v3/session/',
    201,
    call(
      'POST',
      () => '/v3/session/',
      () => ({ workflow_id: made['workflow'], vendor_data: 'customer-new' }),
    ),
  ],
  [
    'POST',
    '/v3/session/',
    400,
    call(
      'POST',
      () => '/v3/session/',
      () => ({}),
    ),
  ],
  ['GET', '/v3/users/', 200, call('GET', () => '/v3/users/')],
  ['GET', '/v3/users/', 401, call('GET', () => '/v3/users/', undefined, null)],
  ['GET', '/v3/users/{vendor_data}/', 200, call('GET', () => `/v3/users/${made['vendor']}/`)],
  ['GET', '/v3/users/{vendor_data}/', 404, call('GET', () => '/v3/users/none/')],
  [
    'PATCH',
    '/v3/users/{vendor_data}/',
    200,
    call(
      'PATCH',
      () => `/v3/users/${made['vendor']}/`,
      () => ({ display_name: 'A.' }),
    ),
  ],
  [
    'PATCH',
    '/v3/users/{vendor_data}/update-status/',
    200,
    call(
      'PATCH',
      () => `/v3/users/${made['vendor']}/update-status/`,
      () => ({ status: 'BLOCKED' }),
    ),
  ],
  [
    'POST',
    '/v3/users/create/',
    201,
    call(
      'POST',
      () => '/v3/users/create/',
      () => ({ vendor_data: 'made-user' }),
    ),
  ],
  [
    'POST',
    '/v3/users/create/',
    400,
    call(
      'POST',
      () => '/v3/users/create/',
      () => ({ vendor_data: 'made-user' }),
    ),
  ],
  [
    'POST',
    '/v3/users/delete/',
    200,
    call(
      'POST',
      () => '/v3/users/delete/',
      () => ({ vendor_data_list: ['made-user'] }),
    ),
  ],
  [
    'POST',
    '/v3/users/delete/',
    400,
    call(
      'POST',
      () => '/v3/users/delete/',
      () => ({}),
    ),
  ],
  ['GET', '/v3/businesses/', 200, call('GET', () => '/v3/businesses/')],
  ['GET', '/v3/businesses/{vendor_data}/', 200, call('GET', () => `/v3/businesses/${made['business']}/`)],
  [
    'PATCH',
    '/v3/businesses/{vendor_data}/',
    200,
    call(
      'PATCH',
      () => `/v3/businesses/${made['business']}/`,
      () => ({ metadata: { tier: 'a' } }),
    ),
  ],
  [
    'PATCH',
    '/v3/businesses/{vendor_data}/update-status/',
    200,
    call(
      'PATCH',
      () => `/v3/businesses/${made['business']}/update-status/`,
      () => ({ status: 'FLAGGED' }),
    ),
  ],
  [
    'POST',
    '/v3/businesses/create/',
    201,
    call(
      'POST',
      () => '/v3/businesses/create/',
      () => ({ vendor_data: 'made-business', legal_name: 'Specimen Ltd' }),
    ),
  ],
  [
    'POST',
    '/v3/businesses/delete/',
    200,
    call(
      'POST',
      () => '/v3/businesses/delete/',
      () => ({ vendor_data_list: ['made-business'] }),
    ),
  ],
  ['GET', '/v3/workflows/', 200, call('GET', () => '/v3/workflows/')],
  ['GET', '/v3/workflows/{settings_uuid}/', 200, call('GET', () => `/v3/workflows/${made['version']}/`)],
  ['GET', '/v3/questionnaires/', 200, call('GET', () => '/v3/questionnaires/')],
  ['GET', '/v3/questionnaires/{questionnaire_uuid}/', 200, call('GET', () => `/v3/questionnaires/${made['questionnaire']}/`)],
  ['GET', '/v3/billing/balance/', 200, call('GET', () => '/v3/billing/balance/')],
  [
    'POST',
    '/v3/billing/top-up/',
    200,
    call(
      'POST',
      () => '/v3/billing/top-up/',
      () => ({ amount_in_dollars: 50 }),
    ),
  ],
  [
    'POST',
    '/v3/billing/top-up/',
    400,
    call(
      'POST',
      () => '/v3/billing/top-up/',
      () => ({ amount_in_dollars: 5 }),
    ),
  ],
  ['GET', D, 200, call('GET', () => D)],
  [
    'POST',
    D,
    201,
    call(
      'POST',
      () => D,
      () => ({ label: 'y', url: 'https://b.example/', subscribed_events: ['status.updated'] }),
    ),
  ],
  [
    'POST',
    D,
    400,
    call(
      'POST',
      () => D,
      () => ({ label: 'y', url: 'https://b.example/', subscribed_events: [] }),
    ),
  ],
  ['GET', `${D}{destination_uuid}/`, 200, call('GET', () => `${D}${made['destination']}/`)],
  [
    'PATCH',
    `${D}{destination_uuid}/`,
    200,
    call(
      'PATCH',
      () => `${D}${made['destination']}/`,
      () => ({ enabled: false }),
    ),
  ],
  ['DELETE', `${D}{destination_uuid}/`, 204, call('DELETE', () => `${D}${made['destination']}/`)],
  ['DELETE', `${S}/delete/`, 204, call('DELETE', of('waiting', 'delete/'))],
  ['DELETE', `${S}/delete/`, 404, call('DELETE', of('waiting', 'delete/'))],
  [
    'POST',
    '/v3/sessions/delete/',
    204,
    call(
      'POST',
      () => '/v3/sessions/delete/',
      () => ({ session_numbers: ['1'] }),
    ),
  ],
  [
    'POST',
    '/v3/sessions/delete/',
    400,
    call(
      'POST',
      () => '/v3/sessions/delete/',
      () => ({ session_numbers: [] }),
    ),
  ],
]

const rowOf = (pointer: string): string => pointer.split('/').slice(0, 3).join('/')

/** Errors that no listed exception covers. */
function unexcused(operation: string, pointers: readonly { instancePath: string; text: string }[]): string[] {
  const exceptions = OPERATION_EXCEPTIONS.filter((entry) => entry.operation.test(operation))
  const isDecision = operation.includes('/decision/ 200')
  const rows = new Set(
    pointers
      .filter(({ instancePath }) => exceptions.some((entry) => entry.wholeRow === true && entry.at.test(instancePath)))
      .map(({ instancePath }) => rowOf(instancePath)),
  )
  return pointers
    .filter(({ instancePath }) => {
      if (isDecision && DECISION_EXCEPTIONS.some((entry) => entry.scenarios === undefined && entry.at.test(instancePath))) return false
      return !rows.has(rowOf(instancePath)) && !exceptions.some((entry) => entry.at.test(instancePath))
    })
    .map(({ text }) => text)
}

describe.skipIf(!hasSpec)('answers against the published specification (set DIDIT_SPEC_DIR to run)', () => {
  const spec = hasSpec ? new Spec() : undefined
  test.each(OPERATIONS)('%s %s answers %i', async (method, path, status, run) => {
    const answer = await run()
    expect(answer.status, answer.text).toBe(status)
    const validate = spec?.validator(method, path, status)
    expect(validate, 'the specification knows this status').not.toBeNull()
    if (validate === undefined || validate === null) return
    validate(answer.json)
    const errors = (validate.errors ?? []).map(({ instancePath, message, params }) => ({
      instancePath,
      text: `${instancePath} ${message} ${JSON.stringify(params)}`,
    }))
    expect(unexcused(`${method} ${path} ${status}`, errors)).toEqual([])
  })
})
