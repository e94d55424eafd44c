import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { keptOnce } from '../lib/kept-once.ts'
import { StartError } from '../lib/start-error.ts'

const KEY_BYTES = 32

/** The key for decisions that are kept: the given one, else the one in the folder, made there once. */
export function openKeepKey(folder: string, given: string | null): Uint8Array {
  const text = given ?? keptOnce(join(folder, 'keep-key'), () => randomBytes(KEY_BYTES).toString('base64url'))
  const key = Buffer.from(text, 'base64url')
  if (key.length === KEY_BYTES) return key
  const where = given === null ? join(folder, 'keep-key') : 'KEEP_KEY'
  throw new StartError(
    `${where} is no key of 32 bytes in base64url. Restore it, or remove it: what was kept can then not be read any more.`,
  )
}
