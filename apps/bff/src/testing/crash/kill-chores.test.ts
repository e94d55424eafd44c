import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { killOften, type Scene } from './chore.ts'
import { makeBackUpChore, makeCopyChore, makeRestoreChore } from './moving-chores.ts'
import { furnish } from './used-house.ts'

let scene: Scene
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'verdict-chores-'))
  scene = { folder, ...(await furnish(folder, 60)) }
})
afterAll(async () => rm(scene.folder, { recursive: true }))

/** Where in its time each kill comes; `kill-chores.ts` takes hundreds of random ones, and starts and migrations too. */
const points = [0.55, 0.8]

describe('killed with SIGKILL half way, and run again', () => {
  it.each([
    { make: (at: Scene) => makeCopyChore(at, 'sqlite'), name: 'a copy' },
    { make: makeBackUpChore, name: 'a backup' },
    { make: makeRestoreChore, name: 'restoring' },
  ])(
    '$name never leaves a half state that looks whole',
    async ({ make }) => {
      let kill = 0
      const tally = await killOften(make(scene), points.length, () => points[kill++ % points.length] ?? 0.5)
      expect(tally.faults).toEqual([])
      expect(tally.kills).toBe(points.length)
    },
    60_000,
  )
})
