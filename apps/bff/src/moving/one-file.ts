import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { syncPath } from '../lib/sync-path.ts'

/** Everything of a SQLite database into its one file: a file that needs its log beside it is half a database. */
export const foldLog = (database: string): void => {
  const raw = new Sqlite(database)
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)')
    raw.pragma('journal_mode = DELETE')
  } finally {
    raw.close()
  }
}

/** Removes a database with all that stands beside it: a log of another would be taken for its own. */
export const removeDatabase = (file: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true })
}

/** Gives a whole database its name, on disk when this returns. Never takes the place of another. */
export const nameDatabase = (unfinished: string, file: string): void => {
  if (existsSync(file)) throw new Error(`${file} is there already.`)
  syncPath(unfinished)
  renameSync(unfinished, file)
  syncPath(dirname(file))
}
