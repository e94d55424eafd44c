import { accessSync, closeSync, constants, fsyncSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Env } from '../env.ts'
import type { Finding } from './examine.ts'

const SLOW_MS = 50
const LEAST_FREE_BYTES = 200 * 1024 * 1024

/** Writes and syncs beside the database, so that a running Verdict is not disturbed. */
export function examineDatabase({ dataDir }: Pick<Env, 'dataDir'>): Finding {
  const folder = resolve(dataDir)
  const probe = join(folder, `doctor-${process.pid}.tmp`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    const began = performance.now()
    const file = openSync(probe, 'wx', 0o600)
    writeSync(file, 'x'.repeat(4096))
    fsyncSync(file)
    closeSync(file)
    rmSync(probe)
    const ms = Math.round((performance.now() - began) * 10) / 10
    const { bavail, bsize } = statfsSync(folder)
    if (bavail * bsize < LEAST_FREE_BYTES) {
      return {
        ok: 'no',
        what: 'database folder',
        found: `${folder}: the disk is almost full`,
        fix: 'Free some space: what cannot be written cannot be acknowledged.',
      }
    }
    if (ms > SLOW_MS) {
      return {
        ok: 'maybe',
        what: 'database folder',
        found: `${folder}: a durable write takes ${ms} ms`,
        fix: 'Use a local disk: each decision waits for such a write.',
      }
    }
    return { ok: 'yes', what: 'database folder', found: `${folder}: a durable write takes ${ms} ms` }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault'
    return {
      ok: 'no',
      what: 'database folder',
      found: `${folder} cannot be written (${code})`,
      fix: 'Give this user the right, or set DATA_DIR to another folder.',
    }
  }
}
