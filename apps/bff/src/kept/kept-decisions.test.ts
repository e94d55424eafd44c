import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Emulator } from '@verdict/emulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { detailOf, oneInReview } from '../sessions/testing/house-reading.ts'
import { makeHouse, type House, type HouseOptions } from '../testing/index.ts'
import { makeSeal } from './seal.ts'

const DAY_MS = 86_400_000

let folder: string
let first: House
let emulator: Emulator
const open: House[] = []
const start = async (options: HouseOptions = {}): Promise<House> => {
  const house = await makeHouse({ sessions: 60, file: join(folder, 'verdict.db'), ...options })
  open.push(house)
  return house
}
const restart = async (options: HouseOptions = {}) => start({ emulator, clock: first.clock, ...options })

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verdict-kept-'))
  first = await start()
  emulator = first.emulator
})
afterEach(async () => {
  for (const house of open.splice(0).toReversed()) {
    await house.deps.stop()
    await house.deps.store.destroy()
  }
  await emulator.close()
  rmSync(folder, { recursive: true })
})

describe('a decision that is kept', () => {
  it('is read on after a restart while Didit is down, as of when it was read, and gives way when Didit is back', async () => {
    const reviewer = await first.signIn('reviewer')
    const id = await oneInReview(reviewer)
    const before = await detailOf(reviewer, id)
    await first.deps.settled()
    await first.control('faults', { kind: 'drop' })
    const second = await restart()
    const reader = await second.signIn('reviewer')
    const after = await detailOf(reader, id)
    expect(after).toMatchObject({ stale: true, asOf: before.asOf, evidenceHash: before.evidenceHash, name: before.name })
    expect(after.sections.map(({ kind }) => kind)).toEqual(before.sections.map(({ kind }) => kind))
    await emulator.app.request('/__emulator/faults', { method: 'DELETE' })
    second.clock.advance(40_000)
    expect(await detailOf(reader, id)).toMatchObject({ stale: false, evidenceHash: before.evidenceHash })
  })

  it('can be read by nobody without the key: not in the file, not by another key', async () => {
    const reviewer = await first.signIn('reviewer')
    const id = await oneInReview(reviewer)
    const { name } = await detailOf(reviewer, id)
    await first.deps.settled()
    const rows = await first.deps.store.selectFrom('kept_decisions').selectAll().where('session_id', '=', id).execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(name)
    for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file), 'latin1')).not.toContain('portrait_image')
    await first.control('faults', { kind: 'drop' })
    const second = await restart({ keepKey: new Uint8Array(32).fill(8) })
    expect((await (await second.signIn('reviewer')).get(`/api/sessions/${id}`)).status).toBe(503)
  })

  it('goes when the policy says, stays under legal hold, and goes when the session is gone at Didit', async () => {
    const reviewer = await first.signIn('reviewer')
    const id = await oneInReview(reviewer)
    await detailOf(reviewer, id)
    await first.deps.settled()
    const kept = async () => (await first.deps.store.selectFrom('kept_decisions').selectAll().where('session_id', '=', id).execute()).length
    first.clock.advance(29 * DAY_MS)
    await first.deps.settled()
    expect(await kept()).toBe(1)
    first.clock.advance(2 * DAY_MS)
    await first.deps.settled()
    expect(await kept()).toBe(0)
    const again = await first.signIn('reviewer')
    await detailOf(again, id)
    await first.deps.settled()
    expect(await kept()).toBe(1)
    await first.control('act', { sessionId: id, kind: 'delete' })
    first.deps.evidence.forget(id)
    expect((await again.get(`/api/sessions/${id}`)).status).toBe(404)
    await first.deps.settled()
    expect(await kept()).toBe(0)
  })
})

describe('the seal', () => {
  const seal = makeSeal(new Uint8Array(32).fill(1))

  it('opens what it closed, whatever the text', async () => {
    for (const text of ['', 'ß ✓ 😀', 'x'.repeat(100_000)]) expect(await seal.open(await seal.close(text, 'a'), 'a')).toBe(text)
    expect(await seal.close('same', 'a')).not.toBe(await seal.close('same', 'a'))
  })

  it('does not open when a bit has changed, about something else, or by another key', async () => {
    const sealed = await seal.close('evidence', 'a')
    expect(await seal.open(sealed, 'b')).toBeUndefined()
    expect(await makeSeal(new Uint8Array(32).fill(2)).open(sealed, 'a')).toBeUndefined()
    const bytes = Buffer.from(sealed, 'base64')
    for (let at = 0; at < bytes.length; at += 1) {
      const other = Buffer.from(bytes)
      other[at] = (other[at] ?? 0) ^ 1
      expect(await seal.open(other.toString('base64'), 'a')).toBeUndefined()
    }
    expect(await seal.open('', 'a')).toBeUndefined()
  })
})
