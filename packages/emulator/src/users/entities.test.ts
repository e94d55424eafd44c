import { describe, expect, test } from 'vitest'
import { isObject, objectsAt, wordAt } from '../json-value.ts'
import { House } from '../testing/house.ts'

describe.each([
  ['users', 'user'],
  ['businesses', 'business'],
] as const)('/v3/%s/', (name, kind) => {
  const base = `/v3/${name}/`

  test('lists profiles by their newest session, counted no further than a hundred', async () => {
    const house = new House({ sessions: 3000, rateLimits: false })
    const { body } = await house.get(`${base}?limit=30`)
    const rows = objectsAt(body, 'results')
    expect(rows).toHaveLength(30)
    expect(body['count']).toBe(100)
    expect(body['next']).not.toBeNull()
    const times = rows.map((row) => wordAt(row, 'last_session_at'))
    expect(times).toEqual(times.toSorted().toReversed())
    const counted = rows.every((row) => Number(row['session_count']) >= Number(row['approved_count']) + Number(row['declined_count']))
    expect(counted).toBe(true)
  })

  test('blocks: no new session, a webhook with the previous status, and back', async () => {
    const house = new House({ rateLimits: false })
    await house.subscribe()
    const vendorData = wordAt((await house.rows(`${base}?limit=1`))[0] ?? {}, 'vendor_data')
    const workflow = (await house.rows('/v3/workflows/?limit=50')).find(
      (row) => row['status'] === 'published' && (row['workflow_type'] === 'kyb') === (kind === 'business'),
    )
    const create = () => house.call('POST', '/v3/session/', { workflow_id: workflow?.['workflow_id'], vendor_data: vendorData })
    const path = `${base}${encodeURIComponent(vendorData)}/update-status/`
    expect((await house.call('PATCH', path, { status: 'BLOCKED' })).body['status']).toBe('BLOCKED')
    const refused = await create()
    expect([refused.status, refused.json]).toEqual([
      400,
      { vendor_data: 'This user or business has been blocked and cannot create new verification sessions.' },
    ])
    const events = (await house.webhooks()).filter((event) => event['webhook_type'] === `${kind}.status.updated`)
    expect(events).toEqual([expect.objectContaining({ vendor_data: vendorData, previous_status: 'ACTIVE', status: 'BLOCKED' })])
    await house.call('PATCH', path, { status: 'ACTIVE' })
    expect((await create()).status).toBe(201)
    expect((await house.call('PATCH', path, {})).json).toEqual({ status: ['This field is required.'] })
    expect((await house.call('PATCH', path, { status: 'GONE' })).json).toEqual({
      status: ['Invalid status. Valid options are: ACTIVE, FLAGGED, BLOCKED'],
    })
  })

  test('is made, edited and deleted for good', async () => {
    const house = new House()
    const made = await house.call('POST', `${base}create/`, { vendor_data: 'a b&c', metadata: { tier: 1 } })
    expect([made.status, made.body]).toEqual([
      201,
      expect.objectContaining({ vendor_data: 'a b&c', metadata: { tier: 1 }, session_count: 0 }),
    ])
    expect((await house.call('POST', `${base}create/`, { vendor_data: 'a b&c' })).json).toEqual({
      vendor_data: [`A ${kind} with this vendor_data already exists.`],
    })
    expect((await house.call('POST', `${base}create/`, { vendor_data: 'x', metadata: [] })).json).toEqual({
      metadata: ['Metadata must be a JSON object.'],
    })
    const edited = await house.call('PATCH', `${base}a%20b%26c/`, { display_name: 'Ace' })
    expect(edited.body).toMatchObject({ display_name: 'Ace', effective_name: 'Ace' })
    expect((await house.call('POST', `${base}delete/`, { vendor_data_list: ['a b&c', 'unknown'] })).json).toEqual({ deleted: 1 })
    expect((await house.get(`${base}a%20b%26c/`)).json).toEqual({ detail: 'Not found.' })
    const bare = await house.call('POST', `${base}delete/`, {})
    expect([bare.status, Array.isArray(bare.json)]).toEqual([400, true])
  })
})

test('a plain edit of a person’s status does not reach the blocklist; a business’s does', async () => {
  const house = new House()
  for (const [name, kind, entries] of [
    ['users', 'user', 0],
    ['businesses', 'business', 1],
  ] as const) {
    const vendorData = wordAt((await house.rows(`/v3/${name}/?limit=1`))[0] ?? {}, 'vendor_data')
    await house.call('PATCH', `/v3/${name}/${encodeURIComponent(vendorData)}/`, { status: 'BLOCKED' })
    const [list] = await house.rows(`/v3/lists/?list_type=blocklist&entry_type=${kind}`)
    expect(list?.['entry_count']).toBe(entries)
  }
})

test('a person’s detail has metadata and the history of their status; a business’s only metadata', async () => {
  const house = new House()
  const user = wordAt((await house.rows('/v3/users/?limit=1'))[0] ?? {}, 'vendor_data')
  await house.call('PATCH', `/v3/users/${encodeURIComponent(user)}/update-status/`, { status: 'FLAGGED' })
  const detail = (await house.get(`/v3/users/${encodeURIComponent(user)}/`)).body
  expect(objectsAt(detail, 'comments')[0]).toMatchObject({
    comment_type: 'STATUS_CHANGED',
    previous_status: 'ACTIVE',
    new_status: 'FLAGGED',
  })
  const business = (await house.rows('/v3/businesses/?limit=1'))[0] ?? {}
  const company = (await house.get(`/v3/businesses/${encodeURIComponent(wordAt(business, 'vendor_data'))}/`)).body
  expect(isObject(company['metadata'])).toBe(true)
  expect(company).not.toHaveProperty('comments')
})
