import { fetchTransport, type Transport } from '@verdict/didit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  accepted,
  decide,
  letPass,
  problemOf,
  readDecision,
  sessionsIn,
  timesApplied,
  writesTo,
} from '../decisions/testing/decision-desk.ts'
import { detailOf } from '../sessions/testing/house-reading.ts'
import { makeHouse, type Agent, type House } from './index.ts'

const MINUTE_MS = 60_000

let house: House
let reviewers: Agent[]
let sessions: string[]

/** The line to Didit; `next write`: it takes that one, and from then on nothing comes through, its answer neither. */
let dead: 'no' | 'next write' | 'yes'
const line: Transport = async (request) => {
  if (dead === 'yes') throw new TypeError('the line is dead')
  const answer = await fetchTransport((asked) => house.emulator.app.fetch(asked))(request)
  if (dead === 'no' || request.method === 'GET') return answer
  dead = 'yes'
  throw new TypeError('the line is dead')
}

/** Everybody comes to work, opens cases, and decides some that are still held when Didit dies. */
beforeEach(async () => {
  dead = 'no'
  house = await makeHouse({ sessions: 120, env: { UNDO_SECONDS: '30' }, transport: line })
  reviewers = [await house.signIn('reviewer'), await house.signIn('reviewer2'), await house.signIn('senior')]
  sessions = (await sessionsIn(house, 'In Review')).slice(0, 12)
  for (const [index, id] of sessions.entries()) await detailOf(reviewers[index % 3] ?? house.visitor(), id)
  await reviewers[0]?.get('/api/queue')
  await house.deps.settled()
}, 60_000)
afterEach(() => house.close())

const heal = async () => house.emulator.app.request('/__emulator/faults', { method: 'DELETE' })
const agentOf = (index: number): Agent => reviewers[index % 3] ?? house.visitor()
/** What reached Didit since. */
const calls = async (): Promise<number> => ((await (await house.emulator.app.request('/__emulator/requests')).json()) as unknown[]).length

describe('Didit dead for an hour', () => {
  it.each([
    ['without a network', { kind: 'drop' }],
    ['answering with faults', { kind: 'status', status: 503 }],
  ])(
    '%s: people read and draft, held decisions wait, and all flows again, once each',
    async (_how, fault) => {
      const held = new Map<string, string>()
      for (const [index, id] of sessions.slice(0, 6).entries()) held.set(id, (await accepted(await decide(house, agentOf(index), id))).id)
      await house.control('faults', fault)
      const before = await calls()

      for (let minute = 0; minute < 60; minute += 5) {
        await letPass(house, 5 * MINUTE_MS, MINUTE_MS)
        for (const [index, id] of sessions.entries()) {
          const detail = await detailOf(agentOf(index), id)
          expect(detail.stale || minute === 0).toBe(true)
          const trail = await agentOf(index).get(`/api/sessions/${id}/timeline`)
          expect(trail.status).toBe(200)
        }
        for (const id of held.values()) expect(['held', 'sending', 'uncertain']).toContain((await readDecision(agentOf(0), id)).state)
      }
      const drafted = await agentOf(0).post(`/api/sessions/${sessions[7]}/notes`, { text: 'The seal of the passport looks right.' })
      expect(drafted.status).toBe(201)
      const refused = await problemOf(
        await decide(house, agentOf(1), sessions[8] ?? '', { evidenceHash: (await detailOf(agentOf(1), sessions[8] ?? '')).evidenceHash }),
      )
      expect(refused).toMatchObject({ code: 'upstream-unreachable' })
      expect((await agentOf(0).get('/api/queue')).status).toBe(200)
      // An hour of people and workers asking, and a sick Didit is hardly touched.
      expect((await calls()) - before).toBeLessThan(900)
      for (const id of sessions)
        expect(await writesTo(house, id).then((writes) => writes.filter(({ status }) => status !== null && status < 300))).toEqual([])

      await heal()
      await letPass(house, 5 * MINUTE_MS, 5_000)
      await house.deps.settled()
      for (const [sessionId, id] of held) {
        const decision = await readDecision(agentOf(0), id)
        expect(decision).toMatchObject({ state: 'settled' })
        expect(await timesApplied(house, sessionId, decision.ledgerSeq)).toBe(1)
      }
      for (const id of sessions.slice(6)) expect(await detailOf(agentOf(0), id)).toMatchObject({ stale: false })
      expect((await accepted(await decide(house, agentOf(1), sessions[8] ?? ''))).state).toBe('held')
    },
    120_000,
  )

  it('in the moment of a write: what Didit took without an answer is found afterwards, and what was typed is still there', async () => {
    const [taken = '', noted = ''] = sessions
    const made = await accepted(await decide(house, agentOf(0), taken))
    dead = 'next write'
    expect((await agentOf(0).post(`/api/decisions/${made.id}/send`)).status).toBe(200)
    await letPass(house, 60 * MINUTE_MS, 5 * MINUTE_MS)
    expect((await readDecision(agentOf(0), made.id)).state).toBe('uncertain')
    expect((await agentOf(0).post(`/api/sessions/${noted}/notes`, { text: 'The seal looks right.' })).status).toBe(201)
    expect((await problemOf(await decide(house, agentOf(1), taken))).status).toBe(409)
    dead = 'no'
    await letPass(house, 5 * MINUTE_MS, 5_000)
    const decision = await readDecision(agentOf(0), made.id)
    expect(decision.state).toBe('settled')
    expect(await timesApplied(house, taken, decision.ledgerSeq)).toBe(1)
    expect(await writesTo(house, taken)).toHaveLength(1)
    const notes = await (await agentOf(1).get(`/api/sessions/${noted}/notes`)).text()
    expect(notes).toContain('The seal looks right.')
  }, 60_000)
})
