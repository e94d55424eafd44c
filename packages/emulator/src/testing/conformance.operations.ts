/** One call, judged as the answer `status` of the published operation `method path`. */
export interface Operation {
  method: string
  path: string
  status: number
  /** Address to call; `$names` are filled in from what the test found or made. */
  url: string
  body?: unknown
  key?: string | null
}

const op = (published: string, url: string, body?: unknown, key?: string | null): Operation => {
  const [method = '', path = '', status = ''] = published.split(' ')
  return { method, path, status: Number(status), url, ...(body === undefined ? {} : { body }), ...(key === undefined ? {} : { key }) }
}

const S = '/v3/session/{sessionId}'
const R = '/v3/sessions/{session_id}/reviews/'
const D = '/v3/webhook/destinations/'
const ONE = `${D}{destination_uuid}/`
const COMPANY = `${S}/kyb/{companyUuid}/update-data/`
const IMPORT = '/v3/session/import-shared/'
const PARTNER = 'emulator-key-2'
const NOBODY = '00000000-0000-4000-8000-000000000000'

/** Every operation of the specification that the emulator covers, in an order in which each can run. */
export const OPERATIONS: readonly Operation[] = [
  op('GET /system/healthcheck 200', '/system/healthcheck'),
  op('GET /v3/sessions/ 200', '/v3/sessions/?limit=240'),
  op('GET /v3/sessions/ 200', '/v3/sessions/?session_kind=all&limit=240'),
  op('GET /v3/sessions/ 400', '/v3/sessions/?date_from=x'),
  op('GET /v3/sessions/ 403', '/v3/sessions/', undefined, null),
  op(`GET ${S}/decision/ 200`, '/v3/session/$review/decision/'),
  op(`GET ${S}/decision/ 200`, '/v3/session/$business/decision/'),
  op(`GET ${S}/decision/ 404`, `/v3/session/${NOBODY}/decision/`),
  op(`GET ${S}/decision/ 403`, '/v3/session/$review/decision/', undefined, 'wrong'),
  op(`POST ${S}/share/ 200`, '/v3/session/$approved/share/', { for_application_id: '$partner' }),
  op(`POST ${S}/share/ 400`, '/v3/session/$waiting/share/', { for_application_id: '$partner' }),
  op(`POST ${S}/share/ 401`, '/v3/session/$approved/share/', {}, null),
  op(`POST ${IMPORT} 201`, IMPORT, { share_token: '$shareUser', trust_review: true, workflow_id: '$theirWorkflow' }, PARTNER),
  op(`POST ${IMPORT} 201`, IMPORT, { share_token: '$shareBusiness', trust_review: false, workflow_id: '$theirWorkflow' }, PARTNER),
  op(`POST ${IMPORT} 403`, IMPORT, { share_token: '$shareUser', trust_review: true, workflow_id: '$theirWorkflow' }, PARTNER),
  op(`POST ${IMPORT} 400`, IMPORT, { share_token: 'x', trust_review: true, workflow_id: '$workflow' }),
  op(`PATCH ${S}/update-data/ 200`, '/v3/session/$review/update-data/', { first_name: 'Ada' }),
  op(`PATCH ${S}/update-data/ 400`, '/v3/session/$review/update-data/', { gender: 'X' }),
  op(`PATCH ${S}/update-data/ 404`, '/v3/session/$waiting/update-data/', {}),
  op(`PATCH ${S}/update-poa-data/ 200`, '/v3/session/$poa/update-poa-data/', { issuer: 'Water Works' }),
  op(`PATCH ${COMPANY} 200`, '/v3/session/$companySession/kyb/$companyId/update-data/', { company_name: 'Specimen Works' }),
  op(`PATCH ${COMPANY} 404`, `/v3/session/$companySession/kyb/${NOBODY}/update-data/`, {}),
  op(`PATCH ${S}/update-aml-hit-status/ 200`, '/v3/session/$amlSession/update-aml-hit-status/', {
    hit_id: '$hit',
    review_status: 'False Positive',
  }),
  op(`PATCH ${S}/update-aml-hit-status/ 404`, '/v3/session/$amlSession/update-aml-hit-status/', {
    hit_id: 'none',
    review_status: 'Unreviewed',
  }),
  op(`PATCH ${S}/bulk-update-aml-hit-status/ 200`, '/v3/session/$amlSession/bulk-update-aml-hit-status/', {
    hit_updates: [{ hit_id: '$hit', review_status: 'Inconclusive' }],
  }),
  op(`PATCH ${S}/bulk-update-aml-hit-status/ 400`, '/v3/session/$amlSession/bulk-update-aml-hit-status/', { hit_updates: [] }),
  op(`PATCH ${S}/features/{nodeId}/update-status/ 404`, '/v3/session/$review/features/none/update-status/', { new_status: 'Approved' }),
  op(`PATCH ${S}/features/{nodeId}/update-status/ 200`, '/v3/session/$amlSession/features/$amlNode/update-status/', {
    new_status: '$otherStatus',
  }),
  op(`PATCH ${S}/update-status/ 400`, '/v3/session/$waiting/update-status/', { new_status: 'Approved' }),
  op(`PATCH ${S}/update-status/ 200`, '/v3/session/$review/update-status/', { new_status: 'Approved', comment: 'Fine' }),
  op(`GET ${S}/decision/ 200`, '/v3/session/$review/decision/'),
  op(`GET ${S}/generate-pdf/ 403`, '/v3/session/$waiting/generate-pdf/'),
  op(`GET ${R} 200`, '/v3/sessions/$review/reviews/'),
  op(`GET ${R} 404`, '/v3/sessions/$business/reviews/'),
  op(`POST ${R} 201`, '/v3/sessions/$review/reviews/', { comment: 'Seen' }),
  op(`POST ${R} 400`, '/v3/sessions/$review/reviews/', { new_status: 'approved' }),
  op('POST /v3/session/ 201', '/v3/session/', { workflow_id: '$workflow', vendor_data: 'customer-new' }),
  op('POST /v3/session/ 400', '/v3/session/', {}),
  op('GET /v3/users/ 200', '/v3/users/'),
  op('GET /v3/users/ 401', '/v3/users/', undefined, null),
  op('GET /v3/users/{vendor_data}/ 200', '/v3/users/$user/'),
  op('GET /v3/users/{vendor_data}/ 404', '/v3/users/none/'),
  op('PATCH /v3/users/{vendor_data}/ 200', '/v3/users/$user/', { display_name: 'A.' }),
  op('PATCH /v3/users/{vendor_data}/update-status/ 200', '/v3/users/$user/update-status/', { status: 'BLOCKED' }),
  op('POST /v3/users/create/ 201', '/v3/users/create/', { vendor_data: 'made-user' }),
  op('POST /v3/users/create/ 400', '/v3/users/create/', { vendor_data: 'made-user' }),
  op('POST /v3/users/delete/ 200', '/v3/users/delete/', { vendor_data_list: ['made-user'] }),
  op('POST /v3/users/delete/ 400', '/v3/users/delete/', {}),
  op('GET /v3/businesses/ 200', '/v3/businesses/'),
  op('GET /v3/businesses/{vendor_data}/ 200', '/v3/businesses/$company/'),
  op('PATCH /v3/businesses/{vendor_data}/ 200', '/v3/businesses/$company/', { metadata: { tier: 'a' } }),
  op('PATCH /v3/businesses/{vendor_data}/update-status/ 200', '/v3/businesses/$company/update-status/', { status: 'FLAGGED' }),
  op('POST /v3/businesses/create/ 201', '/v3/businesses/create/', { vendor_data: 'made-business', legal_name: 'Specimen Ltd' }),
  op('POST /v3/businesses/delete/ 200', '/v3/businesses/delete/', { vendor_data_list: ['made-business'] }),
  op('GET /v3/workflows/ 200', '/v3/workflows/'),
  op('GET /v3/workflows/{settings_uuid}/ 200', '/v3/workflows/$version/'),
  op('GET /v3/questionnaires/ 200', '/v3/questionnaires/'),
  op('GET /v3/questionnaires/{questionnaire_uuid}/ 200', '/v3/questionnaires/$questionnaire/'),
  op('GET /v3/billing/balance/ 200', '/v3/billing/balance/'),
  op('POST /v3/billing/top-up/ 200', '/v3/billing/top-up/', { amount_in_dollars: 50 }),
  op('POST /v3/billing/top-up/ 400', '/v3/billing/top-up/', { amount_in_dollars: 5 }),
  op(`GET ${D} 200`, D),
  op(`POST ${D} 201`, D, { label: 'y', url: 'https://b.example/', subscribed_events: ['status.updated'] }),
  op(`POST ${D} 400`, D, { label: 'y', url: 'https://b.example/', subscribed_events: [] }),
  op(`GET ${ONE} 200`, `${D}$destination/`),
  op(`PATCH ${ONE} 200`, `${D}$destination/`, { enabled: false }),
  op(`DELETE ${ONE} 204`, `${D}$destination/`),
  op(`DELETE ${S}/delete/ 204`, '/v3/session/$waiting/delete/'),
  op(`DELETE ${S}/delete/ 404`, '/v3/session/$waiting/delete/'),
  op('POST /v3/sessions/delete/ 204', '/v3/sessions/delete/', { session_numbers: ['1'] }),
  op('POST /v3/sessions/delete/ 400', '/v3/sessions/delete/', { session_numbers: [] }),
]
