import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Env } from '../env.ts'
import { openKeepKey } from '../kept/keep-key.ts'
import { keptOnce } from '../lib/kept-once.ts'
import { StartError } from '../lib/start-error.ts'

export interface DataDir {
  /** A SQLite file in the folder, or the `postgres://` address that was given. */
  databaseAddress: string
  authSecret: string
  /** Opens the decisions that are kept in the database. */
  keepKey: Uint8Array
  /** Lets another Verdict in. The lock also ends with the process, however that ends. */
  release(): void
}

/** Opens the folder for this process alone. Several that share a PostgreSQL have a folder each. */
export function openDataDir({
  dataDir,
  databaseUrl,
  authSecret,
  keepKey,
  demo,
}: Pick<Env, 'dataDir' | 'databaseUrl' | 'authSecret' | 'keepKey' | 'demo'>): DataDir {
  const folder = resolve(dataDir)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new StartError(`DATA_DIR ${folder} cannot be made. Create it, or set DATA_DIR to a folder that this user may write.`, { cause })
  }
  const lock = takeLock(folder)
  return {
    // Demo staff have a public password: they must never stand in the database of a real key.
    databaseAddress: databaseUrl ?? join(folder, demo ? 'demo.sqlite' : 'verdict.sqlite'),
    authSecret: authSecret ?? keptSecret(join(folder, 'auth-secret')),
    keepKey: openKeepKey(folder, keepKey),
    release: () => lock.close(),
  }
}

/** Held for as long as nobody else may touch the folder. */
export function takeLock(folder: string): Sqlite.Database {
  try {
    const lock = new Sqlite(join(folder, 'verdict.lock'), { timeout: 0 })
    lock.exec('begin exclusive')
    return lock
  } catch (cause) {
    const busy = cause instanceof Sqlite.SqliteError && cause.code.startsWith('SQLITE_BUSY')
    throw new StartError(
      busy
        ? `Another Verdict is running on ${folder}. Stop it first, or give this one its own DATA_DIR.`
        : `${folder} cannot be written. Give this user the right, or set DATA_DIR to another folder.`,
      { cause },
    )
  }
}

/** Made once; without it everybody would be signed out by each restart. */
function keptSecret(file: string): string {
  const secret = keptOnce(file, () => randomBytes(48).toString('base64url'))
  if (secret.length < 32) throw new StartError(`${file} is damaged. Restore it, or delete it: everybody must then sign in again.`)
  return secret
}
