import { expect, test } from 'vitest'
import { House } from '../testing/house.ts'

test('the balance is a decimal string, one for both applications, and creating sessions costs', async () => {
  const house = new House({ sessions: 40 })
  const balance = async (key?: string) => (await house.get('/v3/billing/balance/', key)).body['balance']
  expect(await balance()).toBe('1234.5600')
  const workflow = (await house.rows('/v3/workflows/?limit=50')).find((row) => row['status'] === 'published')
  await house.call('POST', '/v3/session/', { workflow_id: workflow?.['workflow_id'] })
  expect(await balance()).toBe('1234.2600')
  expect(await balance('emulator-key-2')).toBe('1234.2600')
})

test.each([
  [{}, ['amount_in_dollars is required.']],
  [{ amount_in_dollars: 'x' }, ['amount_in_dollars must be a number.']],
  [{ amount_in_dollars: 49.99 }, ['Amount must be at least $50.']],
])('a top-up of %j is refused', async (body, errors) => {
  const answer = await new House({ sessions: 5 }).call('POST', '/v3/billing/top-up/', body)
  expect([answer.status, answer.json]).toEqual([400, errors])
})
