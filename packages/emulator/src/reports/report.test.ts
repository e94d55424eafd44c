import { expect, test } from 'vitest'
import { House } from '../testing/house.ts'

test.each([
  ['user', 'session'],
  ['business', 'business'],
])('the report of a %s is a PDF, named after it and different at every call', async (kind, prefix) => {
  const house = new House()
  const id = await house.idWith('In Review', kind)
  const fetchPdf = async () => house.emulator.app.request(`/v3/session/${id}/generate-pdf/`, { headers: { 'x-api-key': 'emulator-key' } })
  const first = await fetchPdf()
  expect(first.headers.get('content-type')).toBe('application/pdf')
  expect(first.headers.get('content-disposition')).toBe(`attachment; filename=${prefix}_${id}.pdf`)
  const bytes = Buffer.from(await first.arrayBuffer())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(first.headers.get('content-length')).toBe(String(bytes.byteLength))
  expect(Buffer.from(await (await fetchPdf()).arrayBuffer()).equals(bytes)).toBe(false)
})

test.each([
  ['user', 'In Progress', 'You can only generate a PDF for sessions in review, declined, approved or kyc expired'],
  ['user', 'Abandoned', 'You can only generate a PDF for sessions in review, declined, approved or kyc expired'],
  ['business', 'Kyc Expired', 'You can only generate a PDF for sessions in review, declined or approved'],
])('a %s that is %s has none: 403 in words', async (kind, status, text) => {
  const house = new House()
  const id = await house.idWith('In Review', kind)
  await house.bring(id, status)
  const answer = await house.get(`/v3/session/${id}/generate-pdf/`)
  expect([answer.status, answer.json]).toEqual([403, { detail: text }])
})

test('fifty a minute', async () => {
  const house = new House()
  const id = await house.idWith('Not Started')
  for (let i = 0; i < 50; i += 1) await house.get(`/v3/session/${id}/generate-pdf/`)
  const answer = await house.get(`/v3/session/${id}/generate-pdf/`)
  expect(answer.json).toEqual({ detail: 'Session PDF generation rate limit exceeded. You can make up to 50 requests per minute.' })
  expect((await house.get('/v3/workflows/')).status).toBe(200)
})
