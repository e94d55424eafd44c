import { expect, test } from '@playwright/test'
import { clearFaults } from './support/emulator.ts'
import { workShift } from './support/keyboard-shift.ts'
import { watchShifts } from './support/paint-watch.ts'
import { signIn } from './support/people.ts'
import { countUpstream, journalSince, slowUpstream } from './support/upstream-calls.ts'

const emulator = `http://127.0.0.1:${String(Number(process.env['E2E_PORT'] ?? 9787) + 1)}`

test.afterEach(clearFaults)

test('decides twenty people and companies from the queue by keys alone, with Didit slow', async ({ page }) => {
  test.setTimeout(180_000)
  await watchShifts(page)
  await signIn(page, 'reviewer')
  await slowUpstream(emulator, 300)
  const began = (await journalSince(emulator, 0)).at(-1)?.seq ?? 0
  const { decided, layoutShift } = await workShift(page, { cases: 20, readMs: 1200 })

  for (const { outcome, decidingKeys, name } of decided) {
    if (outcome === 'approve') expect(decidingKeys, `keys to approve ${name}`).toBeLessThanOrEqual(2)
    if (outcome === 'decline') expect(decidingKeys, `keys to decline ${name}`).toBeLessThanOrEqual(4)
  }
  expect(new Set(decided.map(({ id }) => id)).size).toBe(20)
  expect(decided.some(({ company }) => company)).toBe(true)
  expect(decided.some(({ company }) => !company)).toBe(true)
  expect(new Set(decided.map(({ outcome }) => outcome)).size).toBe(3)
  expect(layoutShift).toBe(0)

  const ids = decided.map(({ id }) => id)
  await expect
    .poll(async () => countUpstream(await journalSince(emulator, began), ids).writes, { timeout: 30_000, intervals: [1000] })
    .toBe(1)
  const calls = countUpstream(await journalSince(emulator, began), ids)
  expect(calls.refused).toBe(0)
})
