import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { beforeAll, expect, test } from 'vitest'
import { objectsAt, wordAt } from './json-value.ts'
import { House } from './testing/house.ts'
import type { World } from './world/types.ts'

const LIST = '/v3/sessions/'
const HOUR = 3_600_000

/** Memory can only be compared after a collection; the flag gives this file a collector whatever started the worker. */
setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')

function megabytes(): number {
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed / 2 ** 20
}

const epoch = Date.UTC(2026, 4, 1, 12)
let before: number
let house: House
let world: World

beforeAll(() => {
  before = megabytes()
  house = new House({ sessions: 1_000_000, epoch, rateLimits: false })
  world = house.emulator.world
})

test('any of a million sessions is found by its id, and none beyond', () => {
  const at = [0, 1, 499_999, 777_777, 999_999]
  expect(at.map((index) => world.find(wordAt(world.decision(index), 'session_id')))).toEqual(at)
  const larger = new House({ sessions: 1_000_001, epoch }).emulator.world
  expect(world.find(larger.facts(1_000_000).sessionId)).toBeUndefined()
})

test('first, deep and filtered pages are answered', async () => {
  expect(await house.rows(LIST)).toHaveLength(50)
  expect(await house.rows(`${LIST}?offset=700000`)).toHaveLength(50)
  const filtered = (await house.get(`${LIST}?status=In%20Review`)).body
  expect(objectsAt(filtered, 'results')).toHaveLength(50)
  expect(Number(filtered['count'])).toBeGreaterThan(15_000)
})

test('fifteen to twenty thousand wait, most for less than four hours, none for more than thirty', () => {
  const ages = [...world.scan((facts) => facts.status === 'In Review')].map((index) => epoch - world.facts(index).createdAt)
  expect(ages.length).toBeGreaterThan(15_000)
  expect(ages.length).toBeLessThan(20_000)
  expect(ages.filter((age) => age < 4 * HOUR).length / ages.length).toBeCloseTo(0.85, 1)
  expect(Math.max(...ages)).toBeLessThan(30 * HOUR)
})

test('all of this costs little memory: sessions are derived, not stored', () => {
  expect(world.size).toBe(1_000_000)
  expect(megabytes() - before).toBeLessThan(60)
})
