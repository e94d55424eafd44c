import { beforeAll, describe, expect, test } from 'vitest'
import { objectsAt, wordAt } from '../json-value.ts'
import { House, NOBODY } from '../testing/house.ts'
import { STATUSES } from '../world/types.ts'

const MANUAL = ['Approved', 'Declined', 'Resubmitted'] as const
const UPDATABLE = new Set(['In Review', 'Approved', 'Declined', 'Kyc Expired', 'Abandoned', 'Resubmitted'])

function expected(from: string, to: string): { status: number; body: unknown } {
  if (!UPDATABLE.has(from)) {
    const detail = `Only sessions with status Approved, Declined, In Review, Kyc Expired, Abandoned, Resubmitted can be updated. Current status: ${from}`
    return { status: 400, body: { detail } }
  }
  return from === to ? { status: 400, body: ['The new status is the same as the current status.'] } : { status: 200, body: undefined }
}

describe('the table of manual transitions', () => {
  const house = new House({ rateLimits: false })
  let id = ''
  beforeAll(async () => {
    id = await house.idWith('In Review')
  })
  const cells = STATUSES.flatMap((from) => MANUAL.map((to) => [from, to] as const))
  test.each(cells)('%s → %s', async (from, to) => {
    await house.bring(id, from)
    const body = { new_status: to, nodes_to_resubmit: [{ node_id: 'feature_none', feature: 'LIVENESS' }] }
    const answer = await house.call('PATCH', `/v3/session/${id}/update-status/`, body)
    const wanted = expected(from, to)
    expect(answer.status, answer.text).toBe(wanted.status)
    if (wanted.body === undefined) {
      expect(answer.json).toEqual({ session_id: id })
      expect((await house.decision(id))['status']).toBe(to)
    } else {
      expect(answer.json).toEqual(wanted.body)
      expect((await house.decision(id))['status']).toBe(from)
    }
  })

  test('the state is checked before the body', async () => {
    await house.bring(id, 'In Progress')
    const answer = await house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Bogus' })
    expect(wordAt(answer.body, 'detail')).toContain('Current status: In Progress')
  })
})

describe('a refused body', () => {
  const house = new House()
  const refuse = async (body: unknown): Promise<unknown> => {
    const id = await house.idWith('In Review')
    const answer = await house.call('PATCH', `/v3/session/${id}/update-status/`, body)
    expect(answer.status).toBe(400)
    return answer.json
  }
  test.each([
    [{}, { new_status: ['This field is required.'] }],
    [{ new_status: 'Bogus' }, { new_status: ['"Bogus" is not a valid choice.'] }],
    [{ new_status: 'In Review' }, { new_status: ["You can only update the status to 'Approved', 'Declined', or 'Resubmitted'."] }],
    [{ new_status: 'Approved', send_email: true }, { email_address: ['Email address is required when send_email is true.'] }],
  ])('%j', async (body, answer) => {
    expect(await refuse(body)).toEqual(answer)
  })

  test('parent checks of a business are refused by a rule, unknown features by a validator', async () => {
    const nodes = (feature: string) => ({ new_status: 'Resubmitted', nodes_to_resubmit: [{ node_id: 'n', feature }] })
    expect(JSON.stringify(await refuse(nodes('KYB_REGISTRY')))).toContain('cannot be resubmitted directly: KYB_REGISTRY')
    const wrong = { nodes_to_resubmit: [{ feature: [expect.stringContaining('"BOGUS" is not a valid choice. Valid choices are: OCR, ')] }] }
    expect(await refuse(nodes('BOGUS'))).toEqual(wrong)
  })
})

describe('a decision', () => {
  test('is signed API Client in the feed and in the decision, with the comment', async () => {
    const house = new House()
    const id = await house.idWith('In Review')
    await house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Declined', comment: 'Forged' })
    const [newest] = await house.rows(`/v3/sessions/${id}/reviews/`)
    expect(newest).toMatchObject({
      activity_type: 'STATUS_UPDATED',
      actor_display: 'API Client',
      actor_type: 'API_KEY',
      previous_status: 'In Review',
      new_status: 'Declined',
      comment: 'Forged',
    })
    expect(objectsAt(await house.decision(id), 'reviews').at(-1)).toMatchObject({
      user: 'API Client',
      new_status: 'Declined',
      comment: 'Forged',
    })
  })

  test('of a decline stops ongoing monitoring, and re-approving starts it again', async () => {
    const house = new House()
    const monitored = await house.decisionWhere(
      (decision) =>
        ['Approved', 'In Review'].includes(wordAt(decision, 'status')) &&
        objectsAt(decision, 'aml_screenings').some((check) => check['is_ongoing_monitoring_enabled'] === true),
    )
    const id = wordAt(monitored, 'session_id')
    const flags = async () => objectsAt(await house.decision(id), 'aml_screenings').map((check) => check['is_ongoing_monitoring_enabled'])
    const before = await flags()
    await house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Declined' })
    expect(await flags()).not.toContain(true)
    await house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Approved' })
    expect(await flags()).toEqual(before)
  })
})

describe('a resubmission', () => {
  test('picks the unsettled attempts, deletes what they captured and restarts the expiry', async () => {
    const house = new House()
    const found = await house.decisionWhere(
      (decision) =>
        decision['status'] === 'In Review' &&
        objectsAt(decision, 'id_verifications').some((item) => item['status'] === 'In Review') &&
        objectsAt(decision, 'face_matches').some((item) => item['status'] === 'Approved'),
    )
    const id = wordAt(found, 'session_id')
    await house.subscribe()
    await house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Resubmitted', comment: 'Blurred' })
    const after = await house.decision(id)
    expect(after['status']).toBe('Resubmitted')
    expect(after['id_verifications']).toBeNull()
    expect(after['face_matches']).toEqual(expect.arrayContaining([expect.objectContaining({ status: 'Approved' })]))
    expect(Date.parse(wordAt(after, 'expires_at'))).toBeGreaterThan(house.time)
    const sent = (await house.webhooks()).find((event) => event['webhook_type'] === 'status.updated')
    expect(sent).toMatchObject({
      status: 'Resubmitted',
      resubmit_info: { nodes_to_resubmit: expect.arrayContaining([expect.objectContaining({ feature: 'OCR' })]) },
    })
    expect(sent).not.toHaveProperty('decision')
  })

  test('has nothing to pick where all is approved', async () => {
    const house = new House()
    const id = await house.idWith('Approved')
    const answer = await house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Resubmitted' })
    if (answer.status === 400) {
      expect(answer.json).toEqual({ nodes_to_resubmit: 'No features found that need resubmission. All features are already approved.' })
    } else expect(answer.status).toBe(200)
  })

  test('of backend steps alone settles within the call, keeping their data', async () => {
    const house = new House()
    const found = await house.decisionWhere(
      (decision) => decision['status'] === 'In Review' && objectsAt(decision, 'aml_screenings').length > 0,
    )
    const id = wordAt(found, 'session_id')
    const node = wordAt(objectsAt(found, 'aml_screenings')[0] ?? {}, 'node_id')
    await house.call('PATCH', `/v3/session/${id}/update-status/`, {
      new_status: 'Resubmitted',
      nodes_to_resubmit: [{ node_id: node, feature: 'AML' }],
    })
    const after = await house.decision(id)
    expect(['Approved', 'Declined', 'In Review']).toContain(after['status'])
    expect(objectsAt(after, 'aml_screenings')).toHaveLength(objectsAt(found, 'aml_screenings').length)
    expect(objectsAt({ feed: await house.rows(`/v3/sessions/${id}/reviews/`) }, 'feed')[0]).toMatchObject({
      actor_type: 'SYSTEM',
      previous_status: 'Resubmitted',
    })
  })
})

test('an unknown session is 404 whatever the key; a known one asks for it', async () => {
  const house = new House()
  const id = await house.idWith('In Review')
  expect((await house.call('PATCH', `/v3/session/${NOBODY}/update-status/`, {}, null)).json).toEqual({ detail: 'Not found.' })
  const answer = await house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Approved' }, null)
  expect(answer.status).toBe(403)
  expect(answer.json).toEqual({ detail: 'Authentication credentials were not provided or are invalid.' })
})

test('an e-mail goes out when asked for, in English when the language is unknown, with the link to redo', async () => {
  const house = new House()
  const id = await house.idWith('In Review')
  const email = { send_email: true, email_address: 'someone@mail.example', email_language: 'xx' }
  await house.call('PATCH', `/v3/session/${id}/update-status/`, {
    new_status: 'Resubmitted',
    nodes_to_resubmit: [{ node_id: 'n', feature: 'OCR' }],
    ...email,
  })
  await house.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Approved', email_address: 'someone@mail.example' })
  const { emails } = (await house.get('/__emulator/emails')).body
  expect(emails).toEqual([
    expect.objectContaining({
      to: 'someone@mail.example',
      language: 'en',
      about: 'Resubmitted',
      session_id: id,
      link: expect.stringContaining('/session/'),
    }),
  ])
})
