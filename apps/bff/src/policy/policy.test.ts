import { PolicyHistory, PolicyVersion } from '@verdict/contract/policy'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, decide, letPass, oneSession, problemOf, readDecision } from '../decisions/testing/decision-desk.ts'
import { makeHouse, type Agent, type House } from '../testing/index.ts'

describe('the policy', () => {
  let house: House
  let manager: Agent
  beforeAll(async () => {
    house = await makeHouse({ sessions: 10 })
    manager = await house.signIn('manager')
  })
  afterAll(() => house.close())

  const now = async (agent: Agent = manager) => PolicyVersion.parse(await (await agent.get('/api/policy')).json())

  it('starts as version 0 and is read by who works by it', async () => {
    const reviewer = await house.signIn('reviewer')
    expect(await now(reviewer)).toMatchObject({ version: 0, by: null })
  })

  it('makes a next version, keeps the one before, and puts both on record', async () => {
    const before = await now()
    const policy = { ...before.policy, holds: { ...before.policy.holds, Declined: 30 } }
    const changed = await manager.put('/api/policy', { expectedVersion: before.version, policy, note: 'Declines wait longer' })
    expect(changed.status).toBe(200)
    expect(await now()).toMatchObject({ version: before.version + 1, policy: { holds: { Declined: 30, Approved: null } } })
    const old = await manager.get(`/api/policy/versions/${before.version}`)
    expect(PolicyVersion.parse(await old.json()).policy).toEqual(before.policy)
    const history = PolicyHistory.parse(await (await manager.get('/api/policy/versions')).json())
    expect(history.versions.map(({ version }) => version)).toEqual([before.version + 1, before.version])
    const record = await house.deps.store.selectFrom('ledger_entries').selectAll().where('action', '=', 'policy.changed').execute()
    expect(record).toHaveLength(1)
  })

  it('refuses a change on top of an older version, and changes nothing', async () => {
    const { version, policy } = await now()
    const two = await Promise.all(
      [1, 2].map((seconds) =>
        manager.put('/api/policy', {
          expectedVersion: version,
          policy: { ...policy, holds: { ...policy.holds, Approved: seconds } },
          note: 'Two at once',
        }),
      ),
    )
    expect(two.map((response) => response.status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect((await now()).version).toBe(version + 1)
  })

  it('lets no reason go that a decision under way gives; it can be retired', async () => {
    const reviewer = await house.signIn('reviewer')
    const made = await accepted(await decide(house, reviewer, await oneSession(house), { outcome: 'Declined', reasonCode: 'policy' }))
    const { version, policy } = await now()
    const without = (reasons: typeof policy.reasons.Declined) => ({ ...policy, reasons: { ...policy.reasons, Declined: reasons } })
    const change = (reasons: typeof policy.reasons.Declined) =>
      manager.put('/api/policy', { expectedVersion: version, policy: without(reasons), note: 'Fewer reasons' })
    const gone = policy.reasons.Declined.filter(({ code }) => code !== 'policy')
    const refused = await change(gone)
    expect(refused.status).toBe(422)
    expect((await problemOf(refused)).fields).toEqual([
      {
        path: 'policy.reasons.Declined',
        message: '“Outside our acceptance policy” stays: A decision that is not over uses it. Retire it instead.',
      },
    ])
    const retired = policy.reasons.Declined.map((reason) => (reason.code === 'policy' ? { ...reason, retired: true } : reason))
    expect((await change(retired)).status).toBe(200)
    await letPass(house, 31_000)
    expect(await readDecision(reviewer, made.id)).toMatchObject({ state: 'settled', reasonLabel: 'Outside our acceptance policy' })
    const last = await now()
    expect((await manager.put('/api/policy', { expectedVersion: last.version, policy: without(gone), note: 'Now' })).status).toBe(200)
  })

  it('is changed by managers only, with a note', async () => {
    const { version, policy } = await now()
    const senior = await house.signIn('senior')
    expect((await senior.put('/api/policy', { expectedVersion: version, policy, note: 'Mine' })).status).toBe(403)
    expect((await manager.put('/api/policy', { expectedVersion: version, policy, note: ' ' })).status).toBe(422)
  })
})
