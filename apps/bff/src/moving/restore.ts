import { constants, copyFileSync, existsSync, linkSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { StartError } from '../lib/start-error.ts'
import { syncPath } from '../lib/sync-path.ts'
import { appliedTo } from '../store/migrate.ts'
import { connectStore } from '../store/open-store.ts'
import { takeLock } from '../system/data-dir.ts'
import { verifyLedger } from './copy-store.ts'
import { foldLog, removeDatabase } from './one-file.ts'

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
    removeDatabase(fresh)
    copyFileSync(file, fresh, constants.COPYFILE_EXCL)
    const entries = await examine(fresh)
    foldLog(fresh)
    syncPath(fresh)
    const before = existsSync(database) ? `${database}.before-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}` : null
    if (before !== null) {
      // As one file, so that the file alone can be set aside.
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
