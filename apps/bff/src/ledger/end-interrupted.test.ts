import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Trail } from '@verdict/contract/trail'
import { createEmulator, type Emulator } from '@verdict/emulator'
import { fetchTransport, type Transport } from '@verdict/didit'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { recordOf } from '../decisions/testing/decision-desk.ts'
import { detailOf, oneInReview } from '../sessions/testing/house-reading.ts'
import { quiet } from '../testing/house-store.ts'
import { HOUSE_EPOCH, makeHouse, type Agent, type House } from '../testing/index.ts'

let directory: string
let emulator: Emulator
let hanging: RegExp | undefined
let left: () => void
const houses: House[] = []

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'verdict-interrupted-'))
  emulator = createEmulator({ seed: 1, sessions: 60, epoch: HOUSE_EPOCH, now: () => HOUSE_EPOCH })
  hanging = undefined
})
afterEach(async () => {
  for (const house of houses.splice(0)) await house.deps.store.destroy()
  await emulator.close()
  await rm(directory, { recursive: true })
})

const line = fetchTransport((request) => emulator.app.fetch(request))
/** Takes some calls to Didit and never answers. */
const transport: Transport = async (request) => {
  const answer = line(request)
  if (!hanging?.test(request.url) || request.method === 'GET') return answer
  await answer
  left()
  return new Promise(() => undefined)
}
const open = async (): Promise<House> => {
  const house = await makeHouse({ file: join(directory, 'verdict.sqlite'), emulator, transport })
  houses.push(house)
  return house
}
/** On PostgreSQL another process could still be alive: only its silence shows that it is not. */
const afterTheLease = async (house: House) => {
  for (let beat = 0; beat < 8; beat += 1) {
    house.clock.advance(5000)
    await quiet(house.deps.store)
  }
}
/** Begins something whose end the house does not live to see. */
const dieDuring = async (house: House, calls: RegExp, act: () => Promise<unknown>) => {
  const gone = new Promise<void>((resolve) => (left = resolve))
  hanging = calls
  void act().catch(() => undefined)
  await gone
  hanging = undefined
  await house.deps.store.destroy()
  houses.splice(houses.indexOf(house), 1)
}
const tell = async (agent: Agent, id: string) => Trail.parse(await (await agent.get(`/api/sessions/${id}/timeline`)).json()).entries

it.each<{ what: string; calls: RegExp; seat: 'analyst' | 'manager'; act: (agent: Agent, id: string) => Promise<unknown>; says: RegExp }>([
  {
    what: 'a blocklist entry',
    calls: /blocklist/,
    seat: 'analyst',
    act: async (agent, id) => {
      const { actions } = await detailOf(agent, id)
      const items = actions.blocklist.items.filter(({ available }) => available).map(({ item }) => item)
      return agent.post('/api/blocklist', { sessionId: id, items, reason: 'Ring.' })
    },
    says: /^blocked .*: ring; not certain whether it reached Didit; look before doing it again$/,
  },
  {
    what: 'a correction',
    calls: /update-data/,
    seat: 'manager',
    act: (agent, id) =>
      agent.patch(`/api/sessions/${id}/data`, { target: 'identityDocument', reason: 'Misread.', values: { firstName: 'Corrected' } }),
    says: /^corrected the data of the document: misread; not certain whether it reached Didit; look before doing it again$/,
  },
  {
    what: 'a share',
    calls: /\/share\//,
    seat: 'manager',
    act: (agent, id) =>
      agent.post(`/api/sessions/${id}/shares`, {
        applicationId: '11111111-2222-4333-8444-555555555555',
        ttlSeconds: 3600,
        purpose: 'Same group.',
      }),
    says: /^shared the session .*; not certain whether it reached Didit; look before doing it again$/,
  },
])('$what that a crash interrupted is told as not certain, once', async ({ calls, seat, act, says }) => {
  const first = await open()
  const agent = await first.signIn(seat)
  const id = await oneInReview(await first.signIn('reviewer'))
  await dieDuring(first, calls, () => act(agent, id))

  const second = await open()
  await afterTheLease(second)
  const [intent, end, ...more] = (await recordOf(second, id)).filter(({ action }) => action !== 'session.viewed')
  expect(intent).toMatchObject({ outcome: null })
  expect(end).toMatchObject({ who: 'Verdict', outcome: 'unknown', ref: intent?.seq, data: { kind: 'interrupted' } })
  expect(end?.action).toBe(`${intent?.action.split('.')[0] ?? ''}.ended`)
  expect(more).toEqual([])
  const ours = (await tell(await second.signIn('reviewer'), id)).filter(
    ({ ledgerSeq, source }) => source === 'verdict' && ledgerSeq === intent?.seq,
  )
  expect(ours).toMatchObject([{ outcome: 'unknown', text: expect.stringMatching(says) }])

  const third = await open()
  expect((await recordOf(third, id)).filter(({ ref }) => ref === intent?.seq)).toHaveLength(1)
})
