import { describe, expect, test } from 'vitest'
import { objectAt, objectsAt, wordAt } from '../json-value.ts'
import { House, NOBODY } from '../testing/house.ts'
import type { JsonObject } from '../world/types.ts'

const first = (source: JsonObject, key: string): JsonObject => objectsAt(source, key)[0] ?? {}
const settled = (decision: JsonObject): boolean => ['Approved', 'Declined', 'In Review'].includes(wordAt(decision, 'status'))

async function withDocument(house: House): Promise<JsonObject> {
  return house.decisionWhere((decision) => settled(decision) && objectsAt(decision, 'id_verifications').length === 1)
}

describe('correcting a document', () => {
  test('changes what is sent, derives the rest, keeps the status and leaves a trace', async () => {
    const house = new House()
    await house.subscribe('s', { events: ['data.updated'] })
    const found = await withDocument(house)
    const id = wordAt(found, 'session_id')
    const answer = await house.call('PATCH', `/v3/session/${id}/update-data/`, {
      first_name: 'Ada',
      last_name: 'Probe',
      issuing_state: 'esp',
      document_type: 'Passport',
    })
    expect(answer.body).toMatchObject({ first_name: 'Ada', last_name: 'Probe', issuing_state: 'ESP', document_type: 'P' })
    const after = await house.decision(id)
    expect(first(after, 'id_verifications')).toMatchObject({
      full_name: 'Ada Probe',
      issuing_state_name: 'Spain',
      document_type: 'Passport',
    })
    expect(after['status']).toBe(found['status'])
    const [entry] = await house.rows(`/v3/sessions/${id}/reviews/`)
    expect(entry).toMatchObject({
      activity_type: 'KYC_DATA_UPDATED',
      actor_type: 'API_KEY',
      changed_fields: expect.arrayContaining(['first_name', 'full_name']),
    })
    expect(await house.webhooks()).toEqual([
      expect.objectContaining({ webhook_type: 'data.updated', session_id: id, trigger: 'manual_review' }),
    ])
    const search = await house.rows('/v3/sessions/?search=ada%20probe')
    expect(search.map((row) => row['session_id'])).toEqual([id])
  })

  test('merges extras and address key by key', async () => {
    const house = new House()
    const path = `/v3/session/${wordAt(await withDocument(house), 'session_id')}/update-data/`
    await house.call('PATCH', path, { extra_fields: { colour: 'blue', size: 'L' }, parsed_address: { city: 'Oslo', country: 'no' } })
    const { body } = await house.call('PATCH', path, { extra_fields: { colour: null }, parsed_address: { street_1: '1 Quay' } })
    expect(body['extra_fields']).toMatchObject({ size: 'L' })
    expect(body['extra_fields']).not.toHaveProperty('colour')
    expect(body['parsed_address']).toMatchObject({ city: 'Oslo', country: 'NO', street_1: '1 Quay' })
    expect(wordAt(objectAt(body, 'parsed_address') ?? {}, 'formatted_address')).toMatch(/^1 Quay, .*Oslo/)
    expect((await house.call('PATCH', path, { extra_fields: null })).body['extra_fields']).toEqual({})
  })

  test('fires even when nothing differs, but not on an empty body', async () => {
    const house = new House()
    await house.subscribe('s', { events: ['data.updated'] })
    const found = await withDocument(house)
    const path = `/v3/session/${wordAt(found, 'session_id')}/update-data/`
    await house.call('PATCH', path, {})
    expect(await house.webhooks()).toHaveLength(0)
    await house.call('PATCH', path, { document_number: first(found, 'id_verifications')['document_number'] })
    expect(await house.webhooks()).toHaveLength(1)
  })

  test.each([
    [{ date_of_birth: '01/02/1990' }, { date_of_birth: ['Date has wrong format. Use one of these formats instead: YYYY-MM-DD.'] }],
    [{ document_type: 'PASSPORT' }, { document_type: ['"PASSPORT" is not a valid choice.'] }],
    [{ issuing_state: 'E1' }, { issuing_state: ['Invalid ISO 3166-1 alpha-3 country code for issuing_state.'] }],
    [{ extra_fields: [] }, { extra_fields: ['This field must be a JSON object.'] }],
    [{ parsed_address: { zipcode: '1' } }, { parsed_address: { zipcode: expect.stringContaining('Unsupported key.') } }],
    [{ nationality: 'x'.repeat(33) }, { nationality: ['Ensure this field has no more than 32 characters.'] }],
  ])('refuses %j', async (body, errors) => {
    const house = new House()
    const answer = await house.call('PATCH', `/v3/session/${wordAt(await withDocument(house), 'session_id')}/update-data/`, body)
    expect([answer.status, answer.json]).toEqual([400, errors])
  })

  test('is 404 in the wrong state, without a document, for an unknown node', async () => {
    const house = new House()
    const patch = async (id: string, query = '') => (await house.call('PATCH', `/v3/session/${id}/update-data/${query}`, {})).json
    expect(await patch(await house.idWith('Not Started'))).toEqual({ detail: 'No Session matches the given query.' })
    const id = wordAt(await withDocument(house), 'session_id')
    expect(await patch(id, '?node_id=none')).toEqual({ detail: "The session does not have a KYC for node 'none'." })
    const bare = await house.idWith('In Review', 'business')
    expect((await house.call('PATCH', `/v3/session/${bare}/update-data/`, {})).status).toBe(404)
  })
})

test('correcting a proof of address tells the world only when something changed', async () => {
  const house = new House()
  await house.subscribe('s', { events: ['data.updated'] })
  const found = await house.decisionWhere((decision) => settled(decision) && objectsAt(decision, 'poa_verifications').length > 0)
  const path = `/v3/session/${wordAt(found, 'session_id')}/update-poa-data/`
  await house.call('PATCH', path, { issuer: first(found, 'poa_verifications')['issuer'] })
  expect(await house.webhooks()).toHaveLength(0)
  const { body } = await house.call('PATCH', path, { issuer: 'Water Works', poa_parsed_address: { city: 'Bergen' } })
  expect(body).toMatchObject({ issuer: 'Water Works', poa_parsed_address: expect.objectContaining({ city: 'Bergen' }) })
  expect(await house.webhooks()).toHaveLength(1)
  const refused = await house.call('PATCH', path, { extra_fields: { additional_names: 'x' }, document_type: 'utility_bill' })
  expect(refused.json).toEqual({
    document_type: ['"utility_bill" is not a valid choice.'],
    extra_fields: { additional_names: 'Must be a list or null.' },
  })
})

describe('correcting a company', () => {
  const withCompany = (house: House) =>
    house.decisionWhere((decision) => objectAt(first(decision, 'registry_checks'), 'company') !== undefined, 'business')

  test('writes column and snapshot, stamps the edit, leaves no review', async () => {
    const house = new House()
    await house.subscribe('s', { events: ['data.updated'] })
    const found = await withCompany(house)
    const id = wordAt(found, 'session_id')
    const company = objectAt(first(found, 'registry_checks'), 'company') ?? {}
    const { body } = await house.call('PATCH', `/v3/session/${id}/kyb/${wordAt(company, 'uuid')}/update-data/`, {
      legal_address: '2 Quay',
      region: 'X',
      registered_capital_amount: 5,
    })
    expect(body).toMatchObject({
      registered_address: '2 Quay',
      registered_capital_amount: '5.00',
      last_console_edit_at: expect.stringContaining('T'),
    })
    expect(body['registry_data']).toMatchObject({ legal_address: '2 Quay', region: 'X' })
    expect(body['region']).toEqual(company['region'])
    expect((await house.decision(id))['reviews']).toEqual(found['reviews'])
    expect(await house.webhooks()).toEqual([
      expect.objectContaining({ trigger: 'console_registry_edit', session_kind: 'business', business_session_id: id }),
    ])
  })

  test.each([
    [{ country_code: 'GBR' }, { country_code: ['Ensure this field has no more than 2 characters.'] }],
    [{ country_code: '1x' }, { country_code: ['country_code must be a 2-letter ISO 3166-1 alpha-2 code.'] }],
    [{ registry_status: 'liquidated' }, { registry_status: ['"liquidated" is not a valid choice.'] }],
    [{ email: 'x' }, { email: ['Enter a valid email address.'] }],
    [{ website: 'x' }, { website: ['Enter a valid URL.'] }],
  ])('refuses %j', async (body, errors) => {
    const house = new House()
    const found = await withCompany(house)
    const company = objectAt(first(found, 'registry_checks'), 'company') ?? {}
    const answer = await house.call('PATCH', `/v3/session/${wordAt(found, 'session_id')}/kyb/${wordAt(company, 'uuid')}/update-data/`, body)
    expect([answer.status, answer.json]).toEqual([400, errors])
  })

  test('tells an unknown company from one of another session', async () => {
    const house = new House()
    const found = await withCompany(house)
    const other = await house.decisionWhere(
      (decision) => decision['session_id'] !== found['session_id'] && objectAt(first(decision, 'registry_checks'), 'company') !== undefined,
      'business',
    )
    const foreign = wordAt(objectAt(first(other, 'registry_checks'), 'company') ?? {}, 'uuid')
    const patch = async (uuid: string) =>
      (await house.call('PATCH', `/v3/session/${wordAt(found, 'session_id')}/kyb/${uuid}/update-data/`, {})).json
    expect(await patch(NOBODY)).toEqual({ detail: 'No KYBCompany matches the given query.' })
    expect(await patch(foreign)).toEqual({ detail: 'KYB company does not belong to the given session.' })
  })
})

test('one feature is decided without the session', async () => {
  const house = new House()
  const found = await house.decisionWhere((decision) => first(decision, 'id_verifications')['status'] === 'In Review')
  const id = wordAt(found, 'session_id')
  const node = wordAt(first(found, 'id_verifications'), 'node_id')
  const path = `/v3/session/${id}/features/${node}/update-status/`
  const answer = await house.call('PATCH', path, { new_status: 'Approved', comment: 'Readable' })
  expect(answer.json).toEqual({ session_id: id, node_id: node, feature_type: 'KYC', new_status: 'Approved' })
  const after = await house.decision(id)
  expect([after['status'], first(after, 'id_verifications')['status']]).toEqual([found['status'], 'Approved'])
  expect((await house.call('PATCH', path, { new_status: 'Approved' })).json).toEqual({
    new_status: 'The new status is the same as the current status.',
  })
  const unknown = await house.call('PATCH', `/v3/session/${id}/features/none/update-status/`, { new_status: 'Approved' })
  expect(unknown.json).toEqual({ detail: "No feature found with node_id 'none' in this session." })
})

describe('AML hits', () => {
  const withHits = (house: House) => house.decisionWhere((decision) => objectsAt(first(decision, 'aml_screenings'), 'hits').length > 1)
  const statuses = (decision: JsonObject) => objectsAt(first(decision, 'aml_screenings'), 'hits').map((hit) => hit['review_status'])

  test('are judged one by one or together, all or none, without touching check or session', async () => {
    const house = new House()
    await house.subscribe('s', { events: ['data.updated'] })
    const found = await withHits(house)
    const id = wordAt(found, 'session_id')
    const hits = objectsAt(first(found, 'aml_screenings'), 'hits').map((hit) => wordAt(hit, 'id'))
    const bulk = `/v3/session/${id}/bulk-update-aml-hit-status/`
    const updates = hits.map((hitId) => ({ hit_id: hitId, review_status: 'False Positive' }))
    const partly = await house.call('PATCH', bulk, { hit_updates: [...updates, { hit_id: 'zzz', review_status: 'Unreviewed' }] })
    expect([partly.status, partly.json]).toEqual([404, { detail: 'Hits not found: zzz' }])
    expect(statuses(await house.decision(id))).toEqual(statuses(found))
    expect((await house.call('PATCH', bulk, { hit_updates: updates })).json).toEqual({
      message: `Updated ${hits.length} hit(s) successfully`,
      updated_hits: hits,
    })
    const after = await house.decision(id)
    expect(new Set(statuses(after))).toEqual(new Set(['False Positive']))
    expect([after['status'], first(after, 'aml_screenings')['status']]).toEqual([found['status'], first(found, 'aml_screenings')['status']])
    expect(await house.webhooks()).toHaveLength(1)
    const single = { hit_id: hits[0], review_status: 'Confirmed Match' }
    expect((await house.call('PATCH', `/v3/session/${id}/update-aml-hit-status/`, single)).json).toEqual({
      message: 'Hit status updated successfully',
      ...single,
    })
  })

  test.each([
    ['update-aml-hit-status', { hit_id: 'a', review_status: 'Maybe' }, { review_status: ['"Maybe" is not a valid choice.'] }],
    ['bulk-update-aml-hit-status', { hit_updates: [] }, { hit_updates: ['hit_updates cannot be empty'] }],
  ])('%s refuses %j', async (call, body, errors) => {
    const house = new House()
    const answer = await house.call('PATCH', `/v3/session/${wordAt(await withHits(house), 'session_id')}/${call}/`, body)
    expect([answer.status, answer.json]).toEqual([400, errors])
  })

  test('need an AML check', async () => {
    const house = new House()
    const id = await house.idWith('Not Started')
    const answer = await house.call('PATCH', `/v3/session/${id}/update-aml-hit-status/`, { hit_id: 'a', review_status: 'Unreviewed' })
    expect([answer.status, answer.json]).toEqual([404, { detail: 'The session does not have an AML check.' }])
  })
})
