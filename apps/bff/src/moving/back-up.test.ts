import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decide, oneSession } from '../decisions/testing/decision-desk.ts'
import { connectStore } from '../store/open-store.ts'
import { takeLock } from '../system/data-dir.ts'
import { makeHouse } from '../testing/index.ts'
import { backUp } from './back-up.ts'
import { verifyLedger } from './copy-store.ts'
import { restore } from './restore.ts'

let folder: string
let database: string
let backup: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verdict-backup-'))
  database = join(folder, 'verdict.sqlite')
  backup = join(folder, 'backup.sqlite')
})
afterEach(async () => rm(folder, { recursive: true }))

const recordIn = async (file: string) => {
  const store = connectStore(file)
  const found = await verifyLedger(store)
  await store.destroy()
  return found
}
/** A house at work on the database, and what is done to it meanwhile. */
const atWork = async (meanwhile: (moreEntries: () => Promise<unknown>) => Promise<unknown>) => {
  const house = await makeHouse({ file: database, store: 'sqlite', sessions: 20 })
  const reviewer = await house.signIn('reviewer')
  await decide(house, reviewer, await oneSession(house))
  await meanwhile(async () => house.signIn('auditor'))
  await house.close()
}

describe('a backup', () => {
  it('is made while the house works, and holds one instant of it', async () => {
    await atWork(async (moreEntries) => {
      await Promise.all([backUp(database, backup), moreEntries()])
      await moreEntries()
    })
    const [then, now] = [await recordIn(backup), await recordIn(database)]
    expect(then.entries).toBeGreaterThan(0)
    expect(then.entries).toBeLessThan(now.entries)
    expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  it('never takes the place of another', async () => {
    await atWork(async () => backUp(database, backup))
    await expect(backUp(database, backup)).rejects.toThrow('never replaces another')
  })
})

describe('restoring', () => {
  it('brings back what was, keeps what is, and a house lives on', async () => {
    await atWork(async () => backUp(database, backup))
    const then = await recordIn(backup)
    await atWork(async (moreEntries) => moreEntries())
    const late = await recordIn(database)
    const { entries, before } = await restore(database, backup, Date.UTC(2026, 0, 15))
    expect(entries).toBe(then.entries)
    expect(await recordIn(database)).toEqual(then)
    expect(await recordIn(before ?? '')).toEqual(late)
    await atWork(async (moreEntries) => moreEntries())
  })

  it('is refused while a Verdict runs', async () => {
    await atWork(async () => backUp(database, backup))
    const lock = takeLock(folder)
    await expect(restore(database, backup, 0)).rejects.toThrow('Another Verdict is running')
    lock.close()
  })

  it('is refused, and changes nothing, when the backup was tampered with, torn, or is no backup', async () => {
    await atWork(async () => backUp(database, backup))
    const now = await recordIn(database)
    const raw = new Sqlite(backup)
    raw.exec(`drop trigger ledger_entries_no_update; update ledger_entries set body = replace(body, '"seq":2', '"seq":7') where seq = 2`)
    raw.close()
    await expect(restore(database, backup, 0)).rejects.toThrow('damaged at entry 2')
    await writeFile(backup, 'not a database at all, just some words that fill more than a header of one hundred bytes'.repeat(20))
    await expect(restore(database, backup, 0)).rejects.toThrow('not a database')
    await expect(restore(database, join(folder, 'nothing'), 0)).rejects.toThrow('There is no backup')
    expect(await recordIn(database)).toEqual(now)
  })
})
