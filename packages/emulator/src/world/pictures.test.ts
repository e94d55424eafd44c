import { describe, expect, test } from 'vitest'
import { createWorld } from './create-world.ts'
import { hashText } from './random.ts'
import type { Json } from './types.ts'

const options = { seed: 11, sessions: 400, epoch: Date.UTC(2026, 10, 20, 12), applicationId: 'app' }

function keysIn(value: Json): string[] {
  if (typeof value === 'string') return value.startsWith('media:') ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return (Array.isArray(value) ? value : Object.values(value)).flatMap(keysIn)
}

const SIGNATURES: Readonly<Record<string, string>> = { 'image/png': '89504e47', 'application/pdf': '25504446', 'video/webm': '1a45dfa3' }

describe('media', { timeout: 60_000 }, () => {
  const world = createWorld(options)
  const staged = world.scenarios.map((scenario, i) => [scenario.name, world.size - 1 - i] as const)

  test('every key that a decision names has bytes of the type it claims', async () => {
    const seen = new Set<string>()
    for (const [name, index] of staged) {
      if (name === 'media-missing' || name === 'twelve-megapixels') continue
      for (const key of keysIn(world.decision(index))) {
        const slot = (key.split('/')[1] ?? '').replace(/-\d$/, '')
        // One drawing of each slot is enough for people; references to other sessions are all followed.
        if (seen.has(slot) && key.includes(world.facts(index).sessionId)) continue
        seen.add(slot)
        const file = await world.media(key)
        expect(file, `${name} ${key}`).toBeDefined()
        expect(Buffer.from(file?.bytes.subarray(0, 4) ?? []).toString('hex')).toBe(SIGNATURES[file?.contentType ?? ''])
      }
    }
    expect(seen.size).toBeGreaterThan(20)
  })

  test('the scenario that lost its files answers nothing', async () => {
    const index = staged.find(([name]) => name === 'media-missing')?.[1] ?? -1
    const [key = ''] = keysIn(world.decision(index))
    expect(key).not.toBe('')
    expect(await world.media(key)).toBeUndefined()
  })

  test('keys that name nothing answer nothing', async () => {
    const { sessionId } = world.facts(world.size - 1)
    for (const key of [
      '',
      'media:',
      `media:${sessionId}`,
      `media:${sessionId}/../front`,
      `media:${sessionId}/nothing`,
      'media:11111111-2222-4333-8444-555555555555/front',
    ]) {
      expect(await world.media(key)).toBeUndefined()
    }
  })

  test('the same key gives the same bytes in another world of the same seed', async () => {
    const twin = createWorld(options)
    for (const [name, index] of staged.filter(([entry]) => ['name-mismatch', 'address-manipulated', 'company-clean'].includes(entry))) {
      for (const key of keysIn(world.decision(index)).slice(0, 3)) {
        const digest = (file: { bytes: Uint8Array } | undefined): number => hashText(Buffer.from(file?.bytes ?? []).toString('latin1'))
        expect(digest(await twin.media(key)), `${name} ${key}`).toBe(digest(await world.media(key)))
      }
    }
  })
})
