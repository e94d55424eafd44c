import { existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { StartError } from '../lib/start-error.ts'
import { foldLog, nameDatabase, removeDatabase } from './one-file.ts'

/**
 * Copies the database while Verdict runs on it: one instant of it, whole and checked before it gets its name, so that
 * whatever has that name is a backup.
 */
export async function backUp(database: string, file: string, progress: (share: number) => void = () => undefined): Promise<void> {
  if (!existsSync(database)) throw new StartError(`There is no database at ${database}.`)
  if (existsSync(file)) throw new StartError(`${file} is there already. Name a new file: a backup never replaces another.`)
  const unfinished = `${file}.unfinished`
  removeDatabase(unfinished)
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
  foldLog(unfinished)
  const copy = new Sqlite(unfinished, { readonly: true })
  try {
    if (copy.pragma('quick_check', { simple: true }) !== 'ok') throw new StartError('The copy is damaged; nothing was kept.')
  } finally {
    copy.close()
  }
  nameDatabase(unfinished, file)
}
