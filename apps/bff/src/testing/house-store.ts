import { createHash } from 'node:crypto'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { openStore, poolOf, type Store } from '../store/open-store.ts'
import type { StoreKind } from '../store/store-kind.ts'
import { administer } from './postgres-cluster.ts'

/** The database that every house on PostgreSQL is a copy of; the set-up of the suite migrates it. */
export const TEMPLATE = 'verdict_template'

/** Set by the set-up of the suite: the address of a PostgreSQL, of its database `postgres`. */
const clusterAddress = (): string => {
  const address = process.env['TEST_POSTGRES_URL']
  if (address === undefined) throw new Error('TEST_STORE=postgres needs TEST_POSTGRES_URL: run `pnpm test`, whose set-up starts one')
  return address
}

const addressOf = (database: string): string => clusterAddress().replace(/\/postgres(?=\?|$)/, `/${database}`)

let count = 0
const made = new Set<string>()

const makeDatabase = async (name: string): Promise<string> => {
  if (!made.has(name)) {
    await administer(clusterAddress(), `create database ${name} template ${TEMPLATE} strategy file_copy`)
    made.add(name)
  }
  return addressOf(name)
}

/** The address of a new PostgreSQL database in which nothing is. */
export const emptyAddress = async (): Promise<string> => {
  count += 1
  const name = `empty_${process.pid}_${count}`
  await administer(clusterAddress(), `create database ${name} template template0`)
  return addressOf(name)
}

export interface HouseStore {
  store: Store
  /** Closes it; one that nobody named is thrown away. */
  close: () => Promise<void>
}

/** The store of a test house: in memory or `file` on SQLite; a database of its own, or that of `file`, on PostgreSQL. */
export const openHouseStore = async (kind: StoreKind, file?: string, shared?: Store): Promise<HouseStore> => {
  if (shared && (kind === 'sqlite' || file === undefined)) return { store: shared, close: async () => undefined }
  if (kind === 'sqlite') {
    const store = await openStore(file ?? ':memory:')
    return { store, close: async () => store.destroy() }
  }
  count += 1
  const name = file === undefined ? `house_${process.pid}_${count}` : `file_${createHash('sha256').update(file).digest('hex').slice(0, 20)}`
  const store = await openStore(await makeDatabase(name))
  const close = async () => {
    await store.destroy()
    if (file === undefined) await administer(clusterAddress(), `drop database ${name} with (force)`)
  }
  return { store, close }
}

/** A store that outlives the house and was made by somebody else. */
export const openGivenStore = async (address: string): Promise<HouseStore> => {
  const store = await openStore(address)
  return { store, close: async () => store.destroy() }
}

/** `TEST_STORE=postgres` puts every house of a run on PostgreSQL. */
export const testStore = (): StoreKind => (process.env['TEST_STORE'] === 'postgres' ? 'postgres' : 'sqlite')

const busy = (store: Store): boolean => {
  const pool = poolOf(store)
  return pool !== undefined && (pool.waitingCount > 0 || pool.totalCount > pool.idleCount)
}

/** Lets everything run on that waits for the store alone, until nothing has moved for some turns. */
export const quiet = async (store: Store, turns = 30): Promise<void> => {
  for (let still = 0; still < turns; still += 1) {
    await setImmediate()
    if (!busy(store)) continue
    await setTimeout(1)
    still = -1
  }
}
