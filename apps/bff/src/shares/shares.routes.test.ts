import { ImportDone, ShareList, ShareMade } from '@verdict/contract/shares'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { oneSession, problemOf, recordOf, sessionsIn } from '../decisions/testing/decision-desk.ts'
import { makeHouse, type Agent, type House } from '../testing/index.ts'

const Applications = z.object({
  applications: z.array(z.object({ id: z.string(), key: z.string(), workflows: z.array(z.looseObject({})) })),
})

let house: House
let partner: House
let manager: Agent
let theirs: Agent
let ourId: string
let partnerId: string
let workflowId: string
let partnerWorkflowId: string

beforeAll(async () => {
  house = await makeHouse({ sessions: 120 })
  partner = await makeHouse({ emulator: house.emulator, clock: house.clock, apiKey: 'emulator-key-2' })
  ;[manager, theirs] = await Promise.all([house.signIn('manager'), partner.signIn('manager')])
  const { applications } = Applications.parse(await (await house.emulator.app.request('/__emulator/applications')).json())
  ourId = applications.find(({ key }) => key === 'emulator-key')?.id ?? ''
  partnerId = applications.find(({ key }) => key === 'emulator-key-2')?.id ?? ''
  workflowId = (await house.deps.didit.workflows.list()).results[0]?.workflow_id ?? ''
  partnerWorkflowId = (await partner.deps.didit.workflows.list()).results[0]?.workflow_id ?? ''
})
afterAll(async () => {
  await partner.deps.stop()
  await house.close()
})

const share = async (sessionId: string, body: object = {}) =>
  manager.post(`/api/sessions/${sessionId}/shares`, { applicationId: partnerId, ttlSeconds: 600, purpose: 'Joint onboarding', ...body })
const redeem = async (agent: Agent, token: string, body: object = {}) =>
  agent.post('/api/imports', { token, trustReview: false, workflowId: partnerWorkflowId, ...body })
const everythingKept = async () => {
  const tables = await Promise.all([
    house.deps.store.selectFrom('shares').selectAll().execute(),
    house.deps.store.selectFrom('ledger_entries').selectAll().execute(),
    partner.deps.store.selectFrom('ledger_entries').selectAll().execute(),
  ])
  return JSON.stringify(tables) + house.logLines.join('') + partner.logLines.join('')
}

describe('sharing', () => {
  it('mints a token that is in the answer and nowhere else, and a partner can redeem it once', async () => {
    const id = await oneSession(house, 'Approved')
    const answer = await share(id)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const made = ShareMade.parse(await answer.json())
    expect(Date.parse(made.expiresAt) - house.clock()).toBe(600_000)

    const { shares } = ShareList.parse(await (await manager.get('/api/shares')).json())
    expect(shares[0]).toMatchObject({
      id: made.id,
      sessionId: id,
      applicationId: partnerId,
      purpose: 'Joint onboarding',
      expiresAt: made.expiresAt,
    })
    const [intent, outcome] = (await recordOf(house, id)).filter(({ action }) => action.startsWith('share'))
    expect(intent).toMatchObject({
      action: 'share.made',
      reason: 'Joint onboarding',
      subject: made.id,
      data: { applicationId: partnerId, ttlSeconds: 600 },
    })
    expect(outcome).toMatchObject({ action: 'share.ended', outcome: 'done', ref: intent?.seq })

    const imported = await redeem(theirs, made.token)
    expect(imported.status, await imported.clone().text()).toBe(201)
    const { sessionId } = ImportDone.parse(await imported.json())
    expect((await partner.deps.didit.sessions.decision({ sessionId })).status).toBe('In Review')
    expect((await recordOf(partner, sessionId)).map(({ action, outcome: end }) => [action, end])).toEqual([['import.ended', 'done']])

    const again = await redeem(theirs, made.token)
    expect(again.status).toBe(409)
    expect(await problemOf(again)).toMatchObject({ code: 'state-forbids', title: 'This session was imported before' })
    expect(await everythingKept()).not.toContain(made.token)
    expect(await everythingKept()).not.toContain(made.token.split('.')[2])
  })

  it('refuses states and applications that cannot be', async () => {
    const waiting = await oneSession(house, 'In Progress')
    expect(await problemOf(await share(waiting))).toMatchObject({ status: 409, code: 'state-forbids' })
    expect(await recordOf(house, waiting)).toEqual([])
    const id = await oneSession(house, 'Declined')
    const unknown = await problemOf(await share(id, { applicationId: '00000000-0000-4000-8000-000000000000' }))
    expect(unknown).toMatchObject({ status: 422, title: 'There is no such application', fields: [{ path: 'applicationId' }] })
    const own = await problemOf(await share(id, { applicationId: ourId }))
    expect(own).toMatchObject({ status: 422, title: 'This is your own application' })
    expect((await recordOf(house, id)).map(({ outcome }) => outcome)).toEqual([null, 'refused', null, 'refused'])
    expect((await share(id, { ttlSeconds: 59 })).status).toBe(422)
    expect((await share(id, { purpose: ' ' })).status).toBe(422)
    expect((await share('00000000-0000-4000-8000-000000000000')).status).toBe(404)
  })

  it('is for managers; auditors see what was shared', async () => {
    const [id = ''] = await sessionsIn(house, 'Approved')
    const auditor = await house.signIn('auditor')
    expect((await auditor.get('/api/shares')).status).toBe(200)
    for (const seat of ['reviewer', 'analyst', 'auditor', 'admin'] as const) {
      const agent = await house.signIn(seat)
      expect((await agent.post(`/api/sessions/${id}/shares`, {})).status, seat).toBe(403)
      expect((await agent.post('/api/imports', {})).status, seat).toBe(403)
    }
    expect((await house.visitor().post('/api/imports', {})).status).toBe(401)
  })
})

describe('importing', () => {
  it('explains each refusal by its wording, whatever the status', async () => {
    const [, id = ''] = await sessionsIn(house, 'Approved')
    const { token } = ShareMade.parse(await (await share(id)).json())
    expect(await problemOf(await redeem(manager, token, { workflowId }))).toMatchObject({ title: 'This token is for another application' })
    expect(await problemOf(await redeem(theirs, `${token.slice(0, -4)}AAAA`))).toMatchObject({ title: 'This is not a share token' })
    const noWorkflow = await redeem(theirs, token, { workflowId: '00000000-0000-4000-8000-000000000000' })
    expect(await problemOf(noWorkflow)).toMatchObject({ status: 422, fields: [{ path: 'workflowId' }] })
    house.clock.advance(601_000)
    const late = await problemOf(await redeem(theirs, token))
    expect(late).toMatchObject({ status: 422, detail: 'This token has expired; ask the partner for a new one.' })

    for (const [status, body] of [
      [401, { detail: 'Share token has expired.' }],
      [403, { detail: 'Share token has expired.' }],
    ] as const) {
      await house.control('faults', { match: '/import-shared/', kind: 'status', status, body, times: 1 })
      expect(await problemOf(await redeem(theirs, token))).toMatchObject({ title: 'This token has expired' })
    }
    await house.control('faults', {
      match: '/import-shared/',
      kind: 'status',
      status: 404,
      body: { detail: 'Original session does not exist.' },
      times: 1,
    })
    expect(await problemOf(await redeem(theirs, token))).toMatchObject({ status: 404, title: 'The shared session is gone' })
    expect(await everythingKept()).not.toContain(token)
  })
})
