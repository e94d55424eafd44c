import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ServedEmulator } from '@verdict/emulator'
import Sqlite from 'better-sqlite3'
import { verifyLedger } from '../../moving/copy-store.ts'
import { hasAll } from '../../session-index/index-reading.ts'
import { makeIndexStates } from '../../session-index/index-state.ts'
import { indexOf, truthOf } from '../../session-index/testing/index-truth.ts'
import { appliedTo, migrate } from '../../store/migrate.ts'
import { migrations } from '../../store/migrations/all.ts'
import { connectStore, type Store } from '../../store/open-store.ts'
import { runProgram, type Ran } from './chore-process.ts'
import type { Chore, Scene } from './chore.ts'
import { field } from './deeds.ts'
import { schemaOf } from './store-digest.ts'
import { freePort, makeVerdictProcess, type VerdictProcess } from './verdict-process.ts'

const inStore = async <T>(address: string, look: (store: Store) => Promise<T>): Promise<T> => {
  const store = connectStore(address)
  try {
    return await look(store)
  } finally {
    await store.destroy()
  }
}

interface Starting {
  env: Record<string, string>
  /** When Verdict has done what the chore is about. */
  until: (verdict: VerdictProcess) => Promise<void>
  killAfterMs?: number | undefined
}

/** Starts Verdict and kills it: after so many milliseconds, wherever it is then, or when it has done its work. */
const startVerdict = async ({ env, until, killAfterMs }: Starting): Promise<Ran> => {
  const port = await freePort()
  if (killAfterMs !== undefined) return runProgram('main', [], { env: { ...env, PORT: String(port) }, killAfterMs })
  const began = performance.now()
  const verdict = makeVerdictProcess(port, env)
  try {
    await verdict.start()
    await until(verdict)
    return { code: 0, ms: performance.now() - began, said: '' }
  } catch (error) {
    return { code: 1, ms: performance.now() - began, said: String(error) }
  } finally {
    await verdict.kill()
  }
}

const commonEnv = (upstream: ServedEmulator, dataDir: string) => ({
  DIDIT_API_KEY: 'emulator-key',
  DIDIT_BASE_URL: upstream.url,
  DEMO_STAFF: '1',
  DATA_DIR: dataDir,
})

/** The first start on an empty database: the steps of the schema, the secrets in the folder, the demo's staff. */
export const makeMigrationChore = (scene: Scene, kind: 'sqlite' | 'postgres', upstream: ServedEmulator): Chore => {
  const home = join(scene.folder, `migrating-${kind}`)
  let address = ''
  const wanted = inStore(':memory:', async (store) => {
    await migrate(store)
    return schemaOf(store)
  })
  const look = async (store: Store) => {
    const tables = await store.introspection.getTables()
    if (!tables.some(({ name }) => name === 'schema_migrations')) return { whole: false, faults: [] }
    const whole = (await appliedTo(store)).size === migrations.length
    if (!whole) return { whole, faults: [] }
    await verifyLedger(store)
    const same = kind === 'postgres' || (await schemaOf(store)) === (await wanted)
    return { whole, faults: same ? [] : ['every step is marked as done, but the schema is another'] }
  }
  return {
    name: `migration of ${kind}`,
    prepare: async () => {
      rmSync(home, { recursive: true, force: true })
      mkdirSync(home, { recursive: true })
      address = kind === 'postgres' ? ((await scene.emptyPostgres?.()) ?? '') : join(home, 'verdict.sqlite')
    },
    run: async (killAfterMs) =>
      startVerdict({
        env: { ...commonEnv(upstream, home), ...(kind === 'postgres' ? { DATABASE_URL: address } : {}) },
        until: async () => undefined,
        killAfterMs,
      }),
    judge: async () => (kind === 'sqlite' && !existsSync(address) ? { whole: false, faults: [] } : inStore(address, look)),
  }
}

/** Reading everything that Didit has into an empty index. */
export const makeBackfillChore = (scene: Scene, upstream: ServedEmulator): Chore => {
  const home = join(scene.folder, 'filling')
  const database = join(home, 'verdict.sqlite')
  const until = async (verdict: VerdictProcess): Promise<void> => {
    const agent = await verdict.signIn('manager')
    const phase = async () => field(await (await agent.get('/api/index')).json(), 'phase')
    while ((await phase()) !== 'watching') await sleep(50)
  }
  const look = async (store: Store) => {
    const tables = await store.introspection.getTables()
    if (!tables.some(({ name }) => name === 'session_index_state')) return { whole: false, faults: [] }
    const whole = hasAll(await makeIndexStates({ store }).read())
    if (!whole) return { whole, faults: [] }
    const same = JSON.stringify(await indexOf({ deps: { store } })) === JSON.stringify(await truthOf(upstream))
    return { whole, faults: same ? [] : ['the index says that it has everything, and it has not'] }
  }
  return {
    name: 'backfill',
    prepare: async () => {
      rmSync(home, { recursive: true, force: true })
      mkdirSync(home, { recursive: true })
    },
    run: async (killAfterMs) => startVerdict({ env: commonEnv(upstream, home), until, killAfterMs }),
    judge: async () => {
      if (!existsSync(database)) return { whole: false, faults: [] }
      const raw = new Sqlite(database, { readonly: true })
      const found = raw.pragma('integrity_check', { simple: true })
      raw.close()
      if (found !== 'ok') return { whole: false, faults: [String(found)] }
      return inStore(database, look)
    },
  }
}
