import { describe, expect, test } from 'vitest'
import { objectAt, objectsAt, textAt, wordAt } from '../json-value.ts'
import { House } from '../testing/house.ts'

const house = new House({ rateLimits: false })
const LIST = '/v3/sessions/'
const ids = (rows: readonly object[]): string[] => rows.map((row) => wordAt(row as never, 'session_id'))

describe('a page', () => {
  test('is of people, newest first, fifty at a time, with links to the others', async () => {
    const { body } = await house.get(LIST)
    const rows = objectsAt(body, 'results')
    expect(rows).toHaveLength(50)
    const numbers = rows.map((row) => Number(row['session_number']))
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
    expect(numbers[0]).toBe(body['count'])
    expect(body['previous']).toBeNull()
    const next = await house.get(wordAt(body, 'next'))
    expect(Number(objectsAt(next.body, 'results')[0]?.['session_number'])).toBe((numbers[0] ?? 0) - 50)
    expect(wordAt(next.body, 'previous')).not.toContain('offset')
  })

  test('walked by next holds every session once', async () => {
    const seen: string[] = []
    for (let url: string | null = `${LIST}?limit=37`; url !== null;) {
      const { body } = await house.get(url)
      seen.push(...ids(objectsAt(body, 'results')))
      url = textAt(body, 'next')
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(Number((await house.get(LIST)).body['count']))
  })

  test('of both kinds is both pages one after the other; next speaks of people only', async () => {
    const all = (await house.get(`${LIST}?session_kind=ALL&limit=5`)).body
    const users = (await house.get(`${LIST}?limit=5`)).body
    const businesses = (await house.get(`${LIST}?session_kind=business&limit=5`)).body
    expect(ids(objectsAt(all, 'results'))).toEqual([...ids(objectsAt(users, 'results')), ...ids(objectsAt(businesses, 'results'))])
    expect(all['count']).toBe(Number(users['count']) + Number(businesses['count']))
    const lastUsers = (await house.get(`${LIST}?session_kind=all&limit=5&offset=${Number(users['count']) - 2}`)).body
    expect(lastUsers['next']).toBeNull()
  })

  test('of businesses counts no further than a hundred, yet goes on', async () => {
    const big = new House({ sessions: 4000 })
    const { body } = await big.get(`${LIST}?session_kind=business&limit=100`)
    expect(body['count']).toBe(100)
    expect(body['next']).not.toBeNull()
    expect(await big.rows(`${LIST}?session_kind=business&offset=100`)).not.toHaveLength(0)
  })

  test('without the slash is redirected, query kept; a strange limit counts as none', async () => {
    const moved = await house.get('/v3/sessions?limit=3')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/v3/sessions/?limit=3'])
    expect(await house.rows(`${LIST}?limit=-1`)).toHaveLength(50)
  })
})

describe('a refused query', () => {
  test.each([
    ['session_kind=x', { session_kind: 'Must be "user", "business", or "all".' }],
    ['date_from=2026-13-01', { date_from: ['Enter a valid date.'] }],
    ['didit_internal_id=x', { didit_internal_id: ['Enter a valid UUID.'] }],
    ['api_service=FOO', { api_service: ['Select a valid choice. FOO is not one of the available choices.'] }],
  ])('%s', async (query, body) => {
    const answer = await house.get(`${LIST}?${query}`)
    expect([answer.status, answer.json]).toEqual([400, body])
  })
})

describe('a filter', () => {
  const every = async (query: string, kind = 'user') => house.rows(`${LIST}?limit=500&session_kind=${kind}&${query}`)

  test('by status takes a list and knows no unknown value', async () => {
    const rows = await every('status=In%20Review,Declined')
    expect(new Set(rows.map((row) => row['status']))).toEqual(new Set(['In Review', 'Declined']))
    expect(await every('status=in%20review')).toEqual([])
  })

  test('by workflow ignores malformed ids and is empty when none is left', async () => {
    expect(await every('workflow_id=x')).toEqual([])
    const decision = await house.decision(ids(await every('limit=1'))[0] ?? '')
    const rows = await every(`workflow_id=x,${wordAt(decision, 'workflow_id')}`)
    expect(ids(rows)).toContain(wordAt(decision, 'session_id'))
  })

  test('by day includes the whole last day for people, only its midnight for businesses', async () => {
    for (const kind of ['user', 'business']) {
      const [newest] = await every('', kind)
      const day = wordAt(newest ?? {}, 'created_at').slice(0, 10)
      const rows = await every(`date_from=${day}&date_to=${day}`, kind)
      expect(ids(rows).includes(wordAt(newest ?? {}, 'session_id'))).toBe(kind === 'user')
    }
  })

  test('by warning, document type and vendor data finds what the decision holds', async () => {
    const found = await house.decisionWhere(
      (decision) => objectsAt(objectsAt(decision, 'id_verifications')[0] ?? {}, 'warnings').length > 0,
    )
    const risk = wordAt(objectsAt(objectsAt(found, 'id_verifications')[0] ?? {}, 'warnings')[0] ?? {}, 'risk')
    expect(ids(await every(`warning=${risk}`))).toContain(found['session_id'])
    expect(await every('warning=NO_SUCH_RISK')).toEqual([])
    expect(ids(await every(`vendor_data=${encodeURIComponent(wordAt(found, 'vendor_data'))}`))).toContain(found['session_id'])
    const passports = await every('document_type=P')
    expect(passports.length).toBeGreaterThan(0)
    expect(passports.every((row) => row['document_type'] === 'Passport' || row['document_type'] === null)).toBe(true)
  })

  test('follows a change at once, in count and rows', async () => {
    const changing = new House({ rateLimits: false })
    const count = async (status: string) => Number((await changing.get(`${LIST}?status=${encodeURIComponent(status)}`)).body['count'])
    const before = { review: await count('In Review'), approved: await count('Approved') }
    const id = await changing.idWith('In Review')
    await changing.call('PATCH', `/v3/session/${id}/update-status/`, { new_status: 'Approved' })
    expect({ review: await count('In Review'), approved: await count('Approved') }).toEqual({
      review: before.review - 1,
      approved: before.approved + 1,
    })
    expect(ids(await changing.rows(`${LIST}?status=Approved&limit=500`))).toContain(id)
    await changing.call('DELETE', `/v3/session/${id}/delete/`)
    expect(await count('Approved')).toBe(before.approved)
    expect(ids(await changing.rows(`${LIST}?limit=500`))).not.toContain(id)
  })
})

describe('smart search', () => {
  const search = async (text: string, kind = 'user') =>
    ids(await house.rows(`${LIST}?limit=500&session_kind=${kind}&search=${encodeURIComponent(text)}`))

  test('finds a session by id, number, name without accents, e-mail and document number', async () => {
    const found = await house.decisionWhere(
      (decision) =>
        objectsAt(decision, 'email_verifications').length > 0 &&
        textAt(objectsAt(decision, 'id_verifications')[0] ?? {}, 'document_number') !== null,
    )
    const id = wordAt(found, 'session_id')
    const document = objectsAt(found, 'id_verifications')[0] ?? {}
    const name = wordAt(document, 'full_name').normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
    expect(await search(id.toUpperCase())).toEqual([id])
    expect(await search(wordAt(found, 'session_number'))).toContain(id)
    expect(await search(name)).toContain(id)
    expect(
      await search(
        wordAt(objectsAt(found, 'email_verifications')[0] ?? {}, 'email')
          .slice(0, 8)
          .padEnd(8),
      ),
    ).toBeDefined()
    expect(await search(wordAt(objectsAt(found, 'email_verifications')[0] ?? {}, 'email'))).toContain(id)
    expect(await search(wordAt(document, 'document_number'))).toContain(id)
  })

  test('finds a business by name and by its number without separators', async () => {
    const found = await house.decisionWhere(
      (decision) => textAt(objectAt(objectsAt(decision, 'registry_checks')[0] ?? {}, 'company') ?? {}, 'registration_number') !== null,
      'business',
    )
    const company = objectAt(objectsAt(found, 'registry_checks')[0] ?? {}, 'company') ?? {}
    expect(await search(wordAt(company, 'company_name'), 'business')).toContain(found['session_id'])
    expect(await search(wordAt(company, 'registration_number').replaceAll(/[^\p{L}\p{N}]/gu, ''), 'business')).toContain(
      found['session_id'],
    )
  })
})

test('equal seeds answer equal bytes whatever the clock', async () => {
  const early = new House({ seed: 9, now: () => 0 })
  const late = new House({ seed: 9, now: () => 4e12 })
  const other = new House({ seed: 10, now: () => 0 })
  const id = await early.idWith('In Review')
  for (const path of [LIST, `${LIST}?session_kind=business`, `/v3/session/${id}/decision/`, '/v3/workflows/', '/v3/users/']) {
    expect((await late.get(path)).text).toBe((await early.get(path)).text)
  }
  expect((await other.get(LIST)).text).not.toBe((await early.get(LIST)).text)
})
