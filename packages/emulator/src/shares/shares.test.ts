import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { isObject, objectsAt, wordAt } from '../json-value.ts'
import { House, NOBODY, PARTNER_KEY } from '../testing/house.ts'
import type { JsonObject } from '../world/types.ts'

let house: House
let partner: JsonObject
let ours: JsonObject
let workflowId: string

beforeEach(async () => {
  house = new House()
  const applications = objectsAt((await house.get('/__emulator/applications')).body, 'applications')
  ours = applications[0] ?? {}
  partner = applications[1] ?? {}
  workflowId = wordAt(objectsAt(partner, 'workflows').find((row) => row['status'] === 'published') ?? {}, 'workflow_id')
})

const share = (id: string, more: JsonObject = {}) =>
  house.call('POST', `/v3/session/${id}/share/`, { for_application_id: partner['id'], ...more })
const redeem = (token: string, more: JsonObject = {}, key = PARTNER_KEY) =>
  house.call('POST', '/v3/session/import-shared/', { share_token: token, trust_review: true, workflow_id: workflowId, ...more }, key)

describe('sharing', () => {
  test('mints an HS256 token for one application and one session', async () => {
    const id = await house.idWith('Approved')
    const { body } = await share(id, { ttl_in_seconds: 120 })
    const [header = '', payload = ''] = wordAt(body, 'share_token').split('.')
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'HS256', typ: 'JWT' })
    const iat = house.time / 1000
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({
      session_id: id,
      from_application_id: ours['id'],
      for_application_id: partner['id'],
      iat,
      exp: iat + 120,
    })
    expect(body).toMatchObject({ for_application_id: partner['id'], session_kind: 'user' })
  })

  test.each([
    [{ ttl_in_seconds: 59 }, { ttl_in_seconds: ['Ensure this value is greater than or equal to 60.'] }],
    [{ ttl_in_seconds: 86_401 }, { ttl_in_seconds: ['Ensure this value is less than or equal to 86400.'] }],
    [{ for_application_id: NOBODY }, { for_application_id: ['Target application does not exist.'] }],
  ])('refuses %j', async (more, body) => {
    const answer = await share(await house.idWith('Approved'), more)
    expect([answer.status, answer.json]).toEqual([400, body])
  })

  test('refuses the sharer itself', async () => {
    const answer = await share(await house.idWith('Approved'), { for_application_id: ours['id'] ?? null })
    expect(answer.json).toEqual({ for_application_id: ['Cannot share a session with the same application.'] })
  })
})

describe('importing', () => {
  test('copies a person in the older, singular form, and the copy opens as any other with its pictures', async () => {
    const found = await house.decisionWhere((decision) => decision['status'] === 'Approved' && JSON.stringify(decision).includes('/front"'))
    const token = wordAt((await share(wordAt(found, 'session_id'))).body, 'share_token')
    const { status, body } = await redeem(token, { trust_review: false, vendor_data: 'partner-1' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ status: 'In Review', vendor_data: 'partner-1', session_url: null, workflow_id: workflowId })
    expect(body).not.toHaveProperty('session_kind')
    expect(isObject(body['id_verification'])).toBe(true)
    const copy = (await house.get(`/v3/session/${wordAt(body, 'session_id')}/decision/`, PARTNER_KEY)).body
    expect(copy['id_verifications']).toHaveLength(objectsAt(found, 'id_verifications').length)
    const link = /http:[^"]+\/front\?[^"]+/.exec(JSON.stringify(copy))?.[0] ?? ''
    expect((await house.get(link)).status).toBe(200)
    const [newest] = objectsAt((await house.get('/v3/sessions/?limit=1', PARTNER_KEY)).body, 'results')
    expect(newest?.['session_id']).toBe(body['session_id'])
  })

  test('keeps the form and status of a trusted business', async () => {
    const id = await house.idWith('Approved', 'business')
    const { body } = await redeem(wordAt((await share(id)).body, 'share_token'))
    expect(body).toMatchObject({ session_kind: 'business', status: 'Approved' })
  })

  test('works once per source and receiver', async () => {
    const id = await house.idWith('Approved')
    await redeem(wordAt((await share(id)).body, 'share_token'))
    const again = await redeem(wordAt((await share(id)).body, 'share_token'))
    expect([again.status, again.json]).toEqual([403, { detail: 'This session has already been shared with your application.' }])
  })

  test('refuses what is invalid, foreign, late or gone', async () => {
    const id = await house.idWith('Approved')
    const token = wordAt((await share(id, { ttl_in_seconds: 60 })).body, 'share_token')
    const [header = '', payload = ''] = token.split('.')
    const forged = `${header}.${payload}.${createHmac('sha256', 'guess').update(`${header}.${payload}`).digest('base64url')}`
    const refused = async (answer: Promise<{ json: unknown }>) => (await answer).json
    expect(await refused(redeem('x'))).toEqual({ share_token: ['Invalid share token.'] })
    expect(await refused(redeem(forged))).toEqual({ share_token: ['Invalid share token.'] })
    expect(await refused(redeem(token, {}, 'emulator-key'))).toEqual({ share_token: ['This token is not valid for this application.'] })
    expect(await refused(redeem(token, { workflow_id: NOBODY }))).toEqual({ detail: 'Workflow does not exist for this application.' })
    await house.call('DELETE', `/v3/session/${id}/delete/`)
    expect(await refused(redeem(token))).toEqual({ share_token: ['Original session does not exist.'] })
    house.time += 61_000
    expect(await refused(redeem(token))).toEqual({ share_token: ['Share token has expired.'] })
  })
})
