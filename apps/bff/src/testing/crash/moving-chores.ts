import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { removeDatabase } from '../../moving/one-file.ts'
import { appliedTo } from '../../store/migrate.ts'
import { connectStore } from '../../store/open-store.ts'
import { runProgram } from './chore-process.ts'
import type { Chore, Scene } from './chore.ts'
import { digestOf } from './store-digest.ts'

const digestAt = async (address: string): Promise<string> => {
  const store = connectStore(address)
  try {
    return await digestOf(store)
  } finally {
    await store.destroy()
  }
}

const damageOf = (file: string): string[] => {
  const raw = new Sqlite(file, { readonly: true })
  try {
    const found = raw.pragma('integrity_check', { simple: true })
    return found === 'ok' ? [] : [`${file}: ${String(found)}`]
  } finally {
    raw.close()
  }
}

/** True: Verdict would start on it. False: it says that it is unfinished, or there is nothing in it yet. */
const looksWhole = async (address: string): Promise<boolean> => {
  const store = connectStore(address)
  try {
    if ((await store.introspection.getTables()).length === 0) return false
    const applied = await appliedTo(store).catch(() => undefined)
    return applied !== undefined && applied.size > 0
  } finally {
    await store.destroy()
  }
}

export const makeCopyChore = (scene: Scene, to: 'sqlite' | 'postgres'): Chore => {
  let target = ''
  const wanted = digestAt(scene.used)
  const isThere = async () => (to === 'sqlite' ? existsSync(target) : looksWhole(target))
  const run = async (killAfterMs?: number) =>
    runProgram('verdict', ['copy', '--from', `sqlite:${scene.used}`, '--to', to === 'sqlite' ? `sqlite:${target}` : target], {
      killAfterMs,
    })
  const judge = async () => {
    if (!(await isThere())) return { whole: false, faults: [] }
    const same = (await looksWhole(target)) && (await digestAt(target)) === (await wanted)
    return { whole: true, faults: same ? [] : ['half a copy looks whole'] }
  }
  return {
    name: `copy to ${to}`,
    prepare: async () => {
      if (to === 'postgres') target = (await scene.emptyPostgres?.()) ?? ''
      else removeDatabase((target = join(scene.folder, 'copy.sqlite')))
    },
    run,
    judge,
  }
}

export const makeBackUpChore = (scene: Scene): Chore => {
  const [home, file] = [join(scene.folder, 'backup-home'), join(scene.folder, 'backup.sqlite')]
  const wanted = digestAt(scene.used)
  const judge = async () => {
    if (!existsSync(file)) return { whole: false, faults: damageOf(join(home, 'verdict.sqlite')) }
    const same = damageOf(file).length === 0 && (await digestAt(file)) === (await wanted)
    return { whole: true, faults: same ? [] : ['half a backup has the name of a whole one'] }
  }
  return {
    name: 'backup',
    prepare: async () => {
      mkdirSync(home, { recursive: true })
      removeDatabase(file)
      removeDatabase(join(home, 'verdict.sqlite'))
      copyFileSync(scene.used, join(home, 'verdict.sqlite'))
    },
    run: async (killAfterMs) =>
      runProgram('verdict', ['backup', file], {
        env: { DATA_DIR: home, DIDIT_API_KEY: 'emulator-key' },
        killAfterMs,
      }),
    judge,
  }
}

export const makeRestoreChore = (scene: Scene): Chore => {
  const home = join(scene.folder, 'restore-home')
  const database = join(home, 'verdict.sqlite')
  const [then, now] = [digestAt(scene.used), digestAt(scene.later)]
  const judge = async () => {
    const damaged = existsSync(database) ? damageOf(database) : ['the database is gone']
    if (damaged.length > 0) return { whole: false, faults: damaged }
    const found = await digestAt(database)
    const whole = found === (await then)
    return { whole, faults: whole || found === (await now) ? [] : ['the database is neither what it was nor what was backed up'] }
  }
  return {
    name: 'restore',
    prepare: async () => {
      rmSync(home, { recursive: true, force: true })
      mkdirSync(home, { recursive: true })
      copyFileSync(scene.later, database)
    },
    run: async (killAfterMs) =>
      runProgram('verdict', ['restore', scene.used], {
        env: { DATA_DIR: home, DIDIT_API_KEY: 'emulator-key' },
        killAfterMs,
      }),
    judge,
  }
}
