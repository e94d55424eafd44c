import { describe, expect, test } from 'vitest'
import { objectsAt, textAt, wordAt } from '../json-value.ts'
import { House, NOBODY } from '../testing/house.ts'
import type { JsonObject } from '../world/types.ts'

const full = (decision: JsonObject): boolean =>
  ['id_verifications', 'liveness_checks', 'phone_verifications', 'email_verifications'].every(
    (key) => objectsAt(decision, key).length > 0,
  ) && textAt(objectsAt(decision, 'id_verifications')[0] ?? {}, 'document_number') !== null

describe('the blocklist of a session', () => {
  test('takes face, document, phone and e-mail, tells them newest first, and gives them back', async () => {
    const house = new House()
    const found = await house.decisionWhere(full)
    const id = wordAt(found, 'session_id')
    const all = { session_id: id, blocklist_face: true, blocklist_document: true, blocklist_phone: true, blocklist_email: true }
    expect((await house.call('POST', '/v3/blocklist/add/', all)).json).toEqual({ message: 'Successfully updated blocklist.' })
    await house.call('POST', '/v3/blocklist/add/', all)
    const rows = await house.rows('/v3/blocklist/')
    expect(rows.map((row) => wordAt(row, 'type')).toSorted()).toEqual(['document', 'email', 'face', 'phone'])
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(
        'type session_id session_number blocklisted_at face_image document_type document_number front_image phone_number country_code email'.split(
          ' ',
        ),
      )
    }
    const [face] = await house.rows('/v3/blocklist/?item_type=face')
    expect((await house.get(wordAt(face ?? {}, 'face_image'))).status).toBe(200)
    const events = await house.get(`/v3/session/${id}/decision/?include=events`)
    expect(events.body['blocklisted']).toEqual({ face: true, document: true, phone: true, email: true })
    expect(events.body).not.toHaveProperty('session_kind')
    const gone = await house.call('POST', '/v3/blocklist/remove/', { session_id: id, unblock_face: true, unblock_phone: true })
    expect(gone.json).toEqual({ message: 'Successfully removed from blocklist.' })
    expect((await house.rows('/v3/blocklist/')).map((row) => wordAt(row, 'type')).toSorted()).toEqual(['document', 'email'])
  })

  test('shows in the duplicates that others find', async () => {
    const house = new House()
    const found = await house.decisionWhere((decision) =>
      objectsAt(decision, 'liveness_checks').some((check) =>
        objectsAt(check, 'matches').some((match) => typeof match['session_id'] === 'string'),
      ),
    )
    const match = objectsAt(objectsAt(found, 'liveness_checks')[0] ?? {}, 'matches').find(
      (candidate) => typeof candidate['session_id'] === 'string',
    )
    const other = wordAt(match ?? {}, 'session_id')
    expect((await house.call('POST', '/v3/blocklist/add/', { session_id: other, blocklist_face: true })).status).toBe(200)
    const after = await house.decision(wordAt(found, 'session_id'))
    const seen = objectsAt(objectsAt(after, 'liveness_checks')[0] ?? {}, 'matches').find((candidate) => candidate['session_id'] === other)
    expect(seen?.['is_blocklisted']).toBe(true)
  })

  test('leaves out deleted sessions, though the value stays blocked, and hand-typed values', async () => {
    const house = new House()
    const id = wordAt(await house.decisionWhere(full), 'session_id')
    await house.call('POST', '/v3/blocklist/add/', { session_id: id, blocklist_email: true })
    const list = (await house.rows('/v3/lists/?list_type=blocklist&entry_type=email'))[0] ?? {}
    await house.call('POST', `/v3/lists/${wordAt(list, 'uuid')}/entries/`, { value: 'By-Hand@Example.org' })
    await house.call('DELETE', `/v3/session/${id}/delete/`)
    expect(await house.rows('/v3/blocklist/')).toEqual([])
    expect(await house.rows(`/v3/lists/${wordAt(list, 'uuid')}/entries/`)).toHaveLength(2)
  })

  test('refuses nothing chosen and unknown sessions', async () => {
    const house = new House()
    const id = await house.idWith('Approved')
    expect((await house.call('POST', '/v3/blocklist/add/', { session_id: id })).status).toBe(400)
    expect((await house.call('POST', '/v3/blocklist/add/', { blocklist_face: true })).json).toEqual({
      session_id: ['This field is required.'],
    })
    expect((await house.call('POST', '/v3/blocklist/remove/', { session_id: NOBODY, unblock_face: true })).status).toBe(404)
  })
})

describe('lists', () => {
  test('start with one system blocklist per type, which cannot be changed', async () => {
    const house = new House()
    const lists = await house.rows('/v3/lists/?list_type=blocklist')
    expect(lists).toHaveLength(12)
    const path = `/v3/lists/${wordAt(lists[0] ?? {}, 'uuid')}/`
    expect((await house.call('PATCH', path, { name: 'Mine' })).status).toBe(403)
    expect((await house.call('DELETE', path)).status).toBe(403)
    expect((await house.call('POST', '/v3/lists/', { name: 'x', list_type: 'blocklist', entry_type: 'face' })).json).toEqual({
      list_type: ['"blocklist" is not a valid choice.'],
    })
  })

  test('of one’s own are made, renamed, filled, searched, emptied and deleted', async () => {
    const house = new House()
    const made = await house.call('POST', '/v3/lists/', { name: 'Staff', list_type: 'allowlist', entry_type: 'phone' })
    expect([made.status, made.body]).toEqual([
      201,
      expect.objectContaining({ name: 'Staff', is_system: false, entry_count: 0, last_entry_added_at: null }),
    ])
    expect((await house.call('POST', '/v3/lists/', { name: 'Staff', list_type: 'custom', entry_type: 'key' })).status).toBe(400)
    const path = `/v3/lists/${wordAt(made.body, 'uuid')}/`
    expect((await house.call('PATCH', path, { name: 'People of ours' })).body['name']).toBe('People of ours')
    const entry = await house.call('POST', `${path}entries/`, {
      value: '+49 (151) 1234-5678',
      comment: 'Front desk',
      display_label: 'Desk',
    })
    expect([entry.status, entry.body]).toEqual([
      201,
      expect.objectContaining({ value: '+4915112345678', comment: 'Front desk', added_by: 'api' }),
    ])
    expect((await house.call('POST', `${path}entries/`, { value: 'nonsense' })).status).toBe(400)
    expect(await house.rows(`${path}entries/?search=desk`)).toHaveLength(1)
    expect(await house.rows(`${path}entries/?search=nothing`)).toHaveLength(0)
    expect((await house.get(path)).body['entry_count']).toBe(1)
    expect((await house.call('DELETE', `${path}entries/${wordAt(entry.body, 'uuid')}/`)).status).toBe(204)
    expect((await house.call('DELETE', path)).status).toBe(204)
    expect((await house.get(path)).json).toEqual({ detail: 'Not found.' })
  })

  test('take a value from a session, normalise countries, and take uploaded faces', async () => {
    const house = new House()
    const found = await house.decisionWhere(full)
    const list = async (type: string) =>
      `/v3/lists/${wordAt((await house.rows(`/v3/lists/?list_type=blocklist&entry_type=${type}`))[0] ?? {}, 'uuid')}/entries/`
    const entry = await house.call('POST', await list('document'), { reference_session_id: found['session_id'] })
    expect(entry.body).toMatchObject({
      value: wordAt(objectsAt(found, 'id_verifications')[0] ?? {}, 'document_number'),
      reference_session_id: found['session_id'],
    })
    expect(await house.rows('/v3/blocklist/?item_type=document')).toHaveLength(1)
    expect((await house.call('POST', await list('country'), { value: 'ir' })).body['value']).toBe('IRN')
    expect((await house.call('POST', await list('wallet_address'), { reference_session_id: found['session_id'] })).status).toBe(400)
    const face = await house.call('POST', `${await list('face')}face-upload/`, { image: Buffer.from('face').toString('base64') })
    const url = wordAt((face.body['metadata'] as JsonObject | null) ?? {}, 'reference_image_url')
    expect([(await house.get(url)).status, face.status]).toEqual([200, 201])
  })
})
