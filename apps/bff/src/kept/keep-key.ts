import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../lib/start-error.ts'

const KEY_BYTES = 32

/** The key for decisions that are kept: the given one, else the one in the folder, made there once. */
export function openKeepKey(folder: string, given: string | null): Uint8Array {
  const text = given ?? keptKey(join(folder, 'keep-key'))
  const key = Buffer.from(text, 'base64url')
  if (key.length === KEY_BYTES) return key
  const where = given === null ? join(folder, 'keep-key') : 'KEEP_KEY'
  throw new StartError(
    `${where} is no key of 32 bytes in base64url. Restore it, or remove it: what was kept can then not be read any more.`,
  )
}

function keptKey(file: string): string {
  try {
    writeFileSync(file, randomBytes(KEY_BYTES).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}
