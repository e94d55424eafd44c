import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { StartError } from '../lib/start-error.ts'
import { appliedTo } from '../store/migrate.ts'
import { connectStore } from '../store/open-store.ts'
import { takeLock } from '../system/data-dir.ts'
import { syncPath } from './back-up.ts'
import { verifyLedger } from './copy-store.ts'

/** Its pages, its schema and its record; throws what is wrong with it. */
const examine = async (file: string): Promise<number> => {
  const raw = new Sqlite(file, { fileMustExist: true })
  try {
    if (raw.pragma('integrity_check', { simple: true }) !== 'ok') throw new StartError(`${file} is damaged. Nothing was changed.`)
  } finally {
    raw.close()
  }
  const store = connectStore(file)
  try {
    await appliedTo(store)
    const { entries } = await verifyLedger(store)
    return entries
  } finally {
    await store.destroy()
  }
}

/** Everything of the present database into its one file, so that the file alone can be set aside. */
const foldLog = (database: string): void => {
  const raw = new Sqlite(database)
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.pragma('journal_mode = DELETE')
  raw.close()
}

/**
 * Puts a backup in the place of the database of a house that stands still. It is examined as a copy beside it, and the
 * database before stays there under another name; the exchange is one rename, before which nothing has changed.
 */
export async function restore(database: string, file: string, now: number): Promise<{ entries: number; before: string | null }> {
  if (!existsSync(file)) throw new StartError(`There is no backup at ${file}.`)
  const folder = dirname(database)
  const lock = takeLock(folder)
  try {
    const fresh = join(folder, 'restoring.sqlite')
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${fresh}${end}`, { force: true })
    copyFileSync(file, fresh, constants.COPYFILE_EXCL)
    const entries = await examine(fresh)
    foldLog(fresh)
    syncPath(fresh)
    const before = existsSync(database) ? `${database}.before-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}` : null
    if (before !== null) {
      foldLog(database)
      linkSync(database, before)
    }
    renameSync(fresh, database)
    syncPath(folder)
    return { entries, before }
  } finally {
    lock.close()
  }
}
