import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { StartError } from '../lib/start-error.ts'

/** What was written is on disk when this returns, and so is the name. */
export const syncPath = (path: string): void => {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Copies the database while Verdict runs on it: one instant of it, whole and checked before it gets its name, so that
 * whatever has that name is a backup.
 */
export async function backUp(database: string, file: string, progress: (share: number) => void = () => undefined): Promise<void> {
  if (!existsSync(database)) throw new StartError(`There is no database at ${database}.`)
  if (existsSync(file)) throw new StartError(`${file} is there already. Name a new file: a backup never replaces another.`)
  const unfinished = `${file}.unfinished`
  rmSync(unfinished, { force: true })
  const source = new Sqlite(database, { readonly: true, fileMustExist: true })
  try {
    await source.backup(unfinished, {
      progress: ({ totalPages, remainingPages }) => {
        progress(totalPages === 0 ? 1 : 1 - remainingPages / totalPages)
        return 1000
      },
    })
  } finally {
    source.close()
  }
  const copy = new Sqlite(unfinished)
  try {
    // As one file: a backup that needs its log beside it is half a backup.
    copy.pragma('journal_mode = DELETE')
    if (copy.pragma('quick_check', { simple: true }) !== 'ok') throw new StartError('The copy is damaged; nothing was kept.')
  } finally {
    copy.close()
  }
  syncPath(unfinished)
  renameSync(unfinished, file)
  syncPath(dirname(file))
}
