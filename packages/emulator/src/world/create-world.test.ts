import { describe, expect, test } from 'vitest'
import { createWorld } from './create-world.ts'
import { asText } from './decisions/draft.ts'
import type { Json, JsonObject, World } from './types.ts'

const epoch = Date.UTC(2026, 10, 20, 12)
const options = { seed: 7, sessions: 600, epoch, applicationId: 'app' }
const DAY = 86_400_000

function every(world: World): number[] {
  return [...world.scan(() => true)]
}

/** All values under a key, at any depth. */
function valuesOf(value: Json, key: string): Json[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => valuesOf(item, key))
  return Object.entries(value).flatMap(([name, part]) => (name === key ? [part, ...valuesOf(part, key)] : valuesOf(part, key)))
}

describe('a demo world', { timeout: 60_000 }, () => {
  const world = createWorld(options)
  const written = new Map<number, JsonObject>()
  const decisionOf = (index: number): JsonObject => {
    const decision = written.get(index) ?? world.decision(index)
    written.set(index, decision)
    return decision
  }

  test('is the same for the same seed, whatever is asked first', () => {
    const other = createWorld(options)
    const backwards = every(other).toReversed()
    for (const index of backwards) other.decision(index)
    for (const index of every(world)) {
      expect(JSON.stringify([other.decision(index), other.reviews(index), other.facts(index)])).toBe(
        JSON.stringify([world.decision(index), world.reviews(index), world.facts(index)]),
      )
    }
    expect([other.workflows, other.questionnaires]).toEqual([world.workflows, world.questionnaires])
  })

  test('is another one for another seed or application', () => {
    expect(createWorld({ ...options, seed: 8 }).decision(300)).not.toEqual(world.decision(300))
    expect(createWorld({ ...options, applicationId: 'partner' }).facts(300).sessionId).not.toBe(world.facts(300).sessionId)
  })

  test('hands out fresh objects', () => {
    world.decision(5)['status'] = 'Changed'
    expect(world.decision(5)['status']).not.toBe('Changed')
  })

  test('plays at least forty scenarios, each once among the newest', () => {
    expect(world.scenarios.length).toBeGreaterThanOrEqual(40)
    const newest = every(world)
      .slice(0, world.scenarios.length)
      .map((index) => world.facts(index).scenario)
    expect(new Set(newest)).toEqual(new Set(world.scenarios.map((scenario) => scenario.name)))
  })

  test('has all ten statuses and some businesses', () => {
    const facts = every(world).map((index) => world.facts(index))
    expect(new Set(facts.map((entry) => entry.status)).size).toBe(10)
    const businesses = facts.filter((entry) => entry.kind === 'business').length
    expect(businesses / facts.length).toBeGreaterThan(0.04)
    expect(businesses / facts.length).toBeLessThan(0.1)
  })

  test('comes newest first, with numbers that count per kind', () => {
    const facts = every(world).map((index) => world.facts(index))
    expect(facts.map((entry) => entry.createdAt)).toEqual(facts.map((entry) => entry.createdAt).toSorted((a, b) => b - a))
    for (const kind of ['user', 'business'] as const) {
      const numbers = facts.filter((entry) => entry.kind === kind).map((entry) => entry.number)
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => numbers.length - i))
    }
    const [newest] = facts
    const oldest = facts.at(-1)
    expect(epoch - (newest?.createdAt ?? 0)).toBeLessThan(DAY / 24)
    expect(epoch - (oldest?.createdAt ?? 0)).toBeLessThan(31 * DAY)
  })

  test('says in a decision what the facts said', () => {
    for (const index of every(world)) {
      const facts = world.facts(index)
      const decision = decisionOf(index)
      expect(decision['vendor_data']).toBe(facts.vendorData)
      expect(world.find(facts.sessionId)).toBe(index)
      expect([decision['session_id'], decision['session_kind'], decision['session_number'], decision['status']]).toEqual([
        facts.sessionId,
        facts.kind,
        facts.number,
        facts.status,
      ])
      const [name] = valuesOf(decision['id_verifications'] ?? null, 'full_name')
      if (typeof name === 'string') expect(name).toBe(facts.name)
      const [company] = valuesOf(decision['registry_checks'] ?? null, 'company_name')
      if (typeof company === 'string') expect(company).toBe(facts.name)
    }
  })

  test('gives every waiting session a reason and every declined one a cause', () => {
    for (const index of world.scan((facts) => facts.status === 'In Review' || facts.status === 'Declined')) {
      const decision = decisionOf(index)
      const flagged = valuesOf(decision, 'log_type').some((type) => type !== 'information')
      const missing = valuesOf(decision, 'status').includes('Not Finished')
      const reviewed = world.reviews(index).some((entry) => entry['new_status'] === 'Declined' && entry['actor_type'] !== 'SYSTEM')
      expect(flagged || missing || reviewed, `${index} ${world.facts(index).scenario}`).toBe(true)
    }
  })

  test('names only sessions that exist', () => {
    let references = 0
    for (const index of every(world)) {
      const decision = decisionOf(index)
      for (const key of ['session_id', 'duplicated_session_id', 'kyc_session_id']) {
        for (const id of valuesOf(decision, key)) {
          if (typeof id !== 'string') continue
          const target = world.find(id)
          expect(target, `${world.facts(index).scenario} names ${id}`).toBeDefined()
          if (target !== index) references++
        }
      }
    }
    expect(references).toBeGreaterThan(60)
  })

  test('lets a ring share face, phone and device', () => {
    const members = [...world.scan((facts) => facts.scenario.startsWith('ring-'))].slice(0, 4).map((index) => decisionOf(index))
    const phones = new Set(members.flatMap((decision) => valuesOf(decision['phone_verifications'] ?? null, 'full_number')))
    const names = new Set(members.flatMap((decision) => valuesOf(decision['id_verifications'] ?? null, 'last_name')))
    expect(phones.size).toBe(1)
    expect(names.size).toBeGreaterThan(1)
    const last = members[0] ?? {}
    expect(valuesOf(last['liveness_checks'] ?? null, 'similarity_percentage')).toHaveLength(3)
  })

  test('keeps its activity in order and inside the past', () => {
    for (const index of every(world)) {
      const times = world.reviews(index).map((entry) => Date.parse(asText(entry['created_at'])))
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(Math.max(0, ...times)).toBeLessThanOrEqual(epoch + 1)
      const last = world
        .reviews(index)
        .findLast((entry) => Array.isArray(entry['changed_fields']) && entry['changed_fields'].includes('status'))
      if (last !== undefined) expect(last['new_status']).toBe(world.facts(index).status)
    }
  })
})

describe('worlds of other sizes', { timeout: 60_000 }, () => {
  test.each([0, 1, 3, 40, 98, 150])('%i sessions', (sessions) => {
    const world = createWorld({ ...options, sessions })
    const seen = every(world)
    expect(seen).toHaveLength(sessions)
    for (const index of seen) expect(world.decision(index)['session_id']).toBe(world.facts(index).sessionId)
    expect(() => world.facts(sessions)).toThrow(RangeError)
  })
})
