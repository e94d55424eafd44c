import { beforeEach, describe, expect, test } from 'vitest'
import { objectsAt, wordAt } from '../json-value.ts'
import { House } from '../testing/house.ts'
import type { JsonObject } from '../world/types.ts'

let house: House
let workflows: JsonObject[]
beforeEach(async () => {
  house = new House({ rateLimits: false })
  workflows = (await house.rows('/v3/workflows/?limit=50')).filter((row) => row['status'] === 'published')
})
const create = (body: JsonObject) => house.call('POST', '/v3/session/', { workflow_id: workflows[0]?.['workflow_id'], ...body })

describe('a created session', () => {
  test('opens the list, waits to be started, and is announced', async () => {
    await house.subscribe('s', { events: ['status.updated'] })
    const { status, body } = await create({ vendor_data: 'new-1', metadata: { plan: 'x' }, callback: 'https://a.example/', language: 'de' })
    expect(status).toBe(201)
    expect(wordAt(body, 'session_token')).toMatch(/^[A-Za-z0-9]{12}$/)
    expect(body['url']).toBe(`https://verify.didit.me/de/session/${wordAt(body, 'session_token')}`)
    const [row] = await house.rows('/v3/sessions/?limit=1')
    expect(row).toMatchObject({ session_id: body['session_id'], status: 'Not Started', vendor_data: 'new-1', additional_details: null })
    expect((await house.decision(wordAt(body, 'session_id')))['metadata']).toEqual({ plan: 'x' })
    expect(await house.webhooks()).toEqual([expect.objectContaining({ status: 'Not Started', session_id: body['session_id'] })])
  })

  test('is handed out again while unfinished, with callback and metadata overwritten', async () => {
    const first = await create({ vendor_data: 'new-2', metadata: { a: 1 } })
    const again = await create({ vendor_data: 'new-2', metadata: { b: 2 }, callback: 'https://b.example/' })
    expect([again.status, again.body['session_id']]).toEqual([201, first.body['session_id']])
    expect(again.body).toMatchObject({ metadata: { b: 2 }, callback: 'https://b.example/' })
    await house.bring(wordAt(first.body, 'session_id'), 'Approved')
    expect((await create({ vendor_data: 'new-2' })).body['session_id']).not.toBe(first.body['session_id'])
    expect((await create({})).body['session_id']).not.toBe((await create({})).body['session_id'])
  })

  test('takes the version as well as the group, and answers the group', async () => {
    const byVersion = await create({ workflow_id: workflows[0]?.['uuid'] ?? null })
    expect(byVersion.body['workflow_id']).toBe(workflows[0]?.['workflow_id'])
  })

  test.each([
    [{ workflow_id: 'x' }, { workflow_id: ['Must be a valid UUID.'] }],
    [{ callback_method: 'both sides' }, { callback_method: ['"both sides" is not a valid choice.'] }],
    [{ portrait_image: 'A'.repeat(3_000_000) }, { portrait_image: ['Image size exceeds 2MB.'] }],
  ])('is refused for a wrong field %#', async (body, errors) => {
    expect((await create(body)).json).toEqual(errors)
  })
})

describe('deletion', () => {
  test('by number skips unknown ones, takes digits and numbers, and is people’s only', async () => {
    const [first, second, third] = await house.rows('/v3/sessions/?limit=3')
    const [business] = await house.rows('/v3/sessions/?limit=1&session_kind=business')
    const numbers = [wordAt(first ?? {}, 'session_number'), second?.['session_number'], '99999999', business?.['session_number']]
    expect((await house.call('POST', '/v3/sessions/delete/', { session_numbers: numbers })).status).toBe(204)
    expect((await house.rows('/v3/sessions/?limit=1'))[0]?.['session_id']).toBe(third?.['session_id'])
    expect((await house.get(`/v3/session/${wordAt(business ?? {}, 'session_id')}/decision/`)).status).toBe(200)
  })

  test.each([
    [{}, { session_numbers: ['This field is required unless delete_all is true.'] }],
    [{ session_numbers: [] }, { session_numbers: ['This list may not be empty.'] }],
    [{ session_numbers: ['12a'] }, { session_numbers: ['All session_numbers must be numeric.'] }],
  ])('refuses %j and deletes nothing', async (body, errors) => {
    expect((await house.call('POST', '/v3/sessions/delete/', body)).json).toEqual(errors)
  })

  test('of all leaves no person, every business, and new ones come after', async () => {
    const businesses = await house.rows('/v3/sessions/?session_kind=business&limit=500')
    await house.call('POST', '/v3/sessions/delete/', { delete_all: true })
    const { body } = await house.get('/v3/sessions/')
    expect([body['count'], objectsAt(body, 'results')]).toEqual([0, []])
    expect(await house.rows('/v3/sessions/?session_kind=business&limit=500')).toEqual(businesses)
    await create({ vendor_data: 'after' })
    expect((await house.get('/v3/sessions/')).body['count']).toBe(1)
  })
})

test('a note changes nothing but the feed, and is nobody’s', async () => {
  const id = await house.idWith('Approved')
  const { status, body } = await house.call('POST', `/v3/sessions/${id}/reviews/`, { new_status: 'Declined', comment: 'Hm' })
  expect([status, body]).toEqual([
    201,
    { user: 'Unknown', new_status: 'Declined', comment: 'Hm', created_at: expect.stringContaining('T') },
  ])
  expect((await house.decision(id))['status']).toBe('Approved')
  const [entry] = await house.rows(`/v3/sessions/${id}/reviews/`)
  expect(entry).toMatchObject({
    actor_display: 'Unknown',
    actor_type: 'CONSOLE_USER',
    activity_type: 'STATUS_UPDATED',
    previous_status: null,
    changed_fields: [],
  })
  expect((await house.call('POST', `/v3/sessions/${id}/reviews/`, {})).status).toBe(201)
})

test('deciding the last child of a waiting business decides the business', async () => {
  const parent = await house.decisionWhere(
    (decision) => JSON.stringify(decision['key_people_checks']).includes('"kyc_session_id":"'),
    'business',
  )
  const id = wordAt(parent, 'session_id')
  const children = [
    ...new Set([...JSON.stringify(parent['key_people_checks']).matchAll(/"kyc_session_id":"([^"]+)"/g)].map((match) => match[1] ?? '')),
  ]
  await house.bring(id, 'In Review')
  for (const child of children) {
    await house.bring(child, 'In Review')
    expect((await house.call('PATCH', `/v3/session/${child}/update-status/`, { new_status: 'Declined' })).status).toBe(200)
  }
  const after = await house.decision(id)
  expect(objectsAt(after, 'key_people_checks')[0]?.['status']).toBe('Declined')
  expect(after['status']).toBe('Declined')
})
