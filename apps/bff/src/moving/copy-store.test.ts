import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accepted, decide, oneSession } from '../decisions/testing/decision-desk.ts'
import { COPY_MARK, migrate } from '../store/migrate.ts'
import { connectStore, openStore, type Store } from '../store/open-store.ts'
import { emptyAddress, testStore } from '../testing/house-store.ts'
import { makeHouse } from '../testing/index.ts'
import { copyStore, verifyLedger } from './copy-store.ts'
import { tablesOf } from './tables-of.ts'

let folder: string
const open: Store[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verdict-copy-'))
})
afterEach(async () => {
  for (const store of open.splice(0)) await store.destroy()
  await rm(folder, { recursive: true })
})
const keep = <T extends Store>(store: T): T => {
  open.push(store)
  return store
}

/** A house in which something happened, left behind in a file. */
const usedHouse = async (): Promise<string> => {
  const file = join(folder, 'used.sqlite')
  const house = await makeHouse({ file, store: 'sqlite', sessions: 20 })
  await accepted(await decide(house, await house.signIn('reviewer'), await oneSession(house)))
  await house.deps.settled()
  await house.close()
  return file
}
const target = async (name: string) => keep(connectStore(testStore() === 'postgres' ? await emptyAddress() : join(folder, name)))
const contents = async (store: Store) => {
  const all: Record<string, unknown[]> = {}
  for (const { name } of await tablesOf(store)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(store)
    all[name] = rows.map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted()
  }
  return all
}

describe('a copy', () => {
  it('has everything, record included, there and back, and a house lives in it', async () => {
    const from = keep(connectStore(await usedHouse()))
    const there = await target('there.sqlite')
    const { rows, entries } = await copyStore(from, there)
    expect(entries).toBeGreaterThan(0)
    expect(rows).toBeGreaterThan(entries)
    expect(await contents(there)).toEqual(await contents(from))
    const back = keep(connectStore(join(folder, 'back.sqlite')))
    await copyStore(there, back)
    expect(await contents(back)).toEqual(await contents(from))
    expect(await verifyLedger(back)).toEqual(await verifyLedger(from))
    await migrate(back)
  })

  it('goes into nothing but an empty database', async () => {
    const from = keep(connectStore(await usedHouse()))
    const full = keep(await openStore(join(folder, 'full.sqlite')))
    await expect(copyStore(from, full)).rejects.toThrow('The target is not empty')
  })

  it('that was interrupted starts no house, and begins anew', async () => {
    const from = keep(connectStore(await usedHouse()))
    const half = await target('half.sqlite')
    const interrupted = copyStore(from, half, ({ table }) => {
      if (table === 'ledger_entries') throw new Error('killed')
    })
    await expect(interrupted).rejects.toThrow('killed')
    await expect(migrate(half)).rejects.toThrow('did not finish')
    expect(await half.selectFrom('schema_migrations').select('id').where('id', '=', COPY_MARK).execute()).toHaveLength(1)
    if (testStore() === 'sqlite') return expect(copyStore(from, half)).rejects.toThrow('Remove the file')
    await copyStore(from, half)
    await migrate(half)
    expect(await contents(half)).toEqual(await contents(from))
  })

  it('is not made of a house in which somebody is at work', async () => {
    const from = keep(connectStore(await usedHouse()))
    await from
      .insertInto('processes')
      .values({ id: 'p', host: 'desk', pid: 7, version: '0', secret_mark: '', started_at: 0, alive_until: Date.now() + 9000 })
      .execute()
    await expect(copyStore(from, await target('never.sqlite'))).rejects.toThrow('process 7 on desk')
  })
})
