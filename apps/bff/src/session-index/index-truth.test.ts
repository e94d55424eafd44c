import { SessionPage, sessionStatuses } from '@verdict/contract/session'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Agent, House } from '../testing/index.ts'
import { makeHouse } from '../testing/index.ts'
import { accountsOf, indexOf, truthOf } from './testing/index-truth.ts'

const thorough = process.env['THOROUGH'] === '1'

/** What can happen between two comparisons, in any order. */
const happening = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      which: fc.nat(),
      status: fc.constantFrom(...sessionStatuses),
      webhook: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('create' as const), name: fc.constantFrom('a', 'b', 'c') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hit' as const), which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('mischief' as const), drop: fc.nat(2), duplicate: fc.nat(2), reorder: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forged' as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('read' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('time' as const), ms: fc.integer({ min: 1, max: 90_000 }) }) },
)
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never

let made = 0

async function happen(house: House, reviewer: Agent, event: Happening): Promise<void> {
  const { world } = house.emulator
  const id = 'which' in event ? world.facts(event.which % world.size).sessionId : ''
  const act = async (body: object) => house.control('act', { sessionId: id, ...body }).catch(() => undefined)
  switch (event.kind) {
    case 'status':
      return void (await act({ kind: 'status', status: event.status, webhook: event.webhook }))
    case 'delete':
      return void (await act({ kind: 'delete' }))
    case 'hit':
      return void (await act({ kind: 'aml_hit' }))
    case 'create': {
      const workflow = world.workflows[0]?.['workflow_id']
      const body = JSON.stringify({ workflow_id: workflow, vendor_data: `made-${event.name}-${(made += 1)}` })
      const headers = { 'x-api-key': 'emulator-key', 'content-type': 'application/json' }
      return void (await house.emulator.app.request('/v3/session/', { method: 'POST', headers, body }))
    }
    case 'mischief':
      return void (await house.control('webhooks', { drop: event.drop, duplicate: event.duplicate, reorder: event.reorder }))
    case 'forged': {
      const body = JSON.stringify({
        event_id: 'x',
        webhook_type: 'status.updated',
        session_id: id,
        status: 'Approved',
        timestamp: house.clock() / 1000,
      })
      return void (await house.visitor().raw('POST', '/webhooks/didit', body, { 'x-signature-v2': '0'.repeat(64) }))
    }
    case 'read':
      return void (await reviewer.get(`/api/sessions/${id}`))
    case 'time':
      return house.clock.advance(event.ms)
  }
}

describe('whatever happens between, with webhooks lost, repeated, late and forged', () => {
  it('after one comparison the index is what Didit lists, and its counters are what counting says', async () => {
    const house = await makeHouse({ sessions: 60, webhooks: true })
    try {
      await house.control('limits', { off: true })
      const reviewer = await house.signIn('reviewer')
      await reviewer.get('/api/sessions')
      await fc.assert(
        fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 25 }), async (events) => {
          for (const event of events) await happen(house, reviewer, event)
          await house.control('webhooks', { drop: 0, duplicate: 0, reorder: false, deliver: 'held' })
          await house.emulator.idle()
          await house.deps.settled()
          house.clock.advance(120_000)
          await house.deps.index.reconcile()
          expect(await indexOf(house)).toEqual(await truthOf(house))
          const { told, counted, wrongTexts, warnings } = await accountsOf(house)
          expect(told).toEqual(counted)
          expect([wrongTexts, warnings]).toEqual([0, 0])
        }),
        { numRuns: thorough ? 400 : 12 },
      )
    } finally {
      await house.close()
    }
  }, 600_000)

  it('shows what a webhook said without reading Didit, and finds the session by any part of its name', async () => {
    const house = await makeHouse({ sessions: 60, webhooks: true })
    try {
      const reviewer = await house.signIn('reviewer')
      const page = async (query: string) => SessionPage.parse(await (await reviewer.get(`/api/sessions?${query}`)).json()).rows
      const row = (await page('status=Approved')).find(({ name }) => (name ?? '').length > 8)
      const part = (row?.name ?? '').slice(2, 7)
      expect((await page(`q=${encodeURIComponent(part.toUpperCase())}`)).map(({ id }) => id)).toContain(row?.id)
      house.clock.advance(60_000)
      await house.control('act', { sessionId: row?.id, kind: 'status', status: 'Declined' })
      await house.emulator.idle()
      await house.deps.settled()
      const found = (await page(`q=${row?.id}`))[0]
      expect(found).toMatchObject({ id: row?.id, status: 'Declined' })
      expect((await page('status=Approved')).map(({ id }) => id)).not.toContain(row?.id)
      await house.control('act', { sessionId: row?.id, kind: 'delete' })
      await house.deps.index.reconcile()
      expect(await page(`q=${row?.id}`)).toEqual([])
    } finally {
      await house.close()
    }
  })
})
