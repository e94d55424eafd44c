import { closeSync, fsyncSync, openSync } from 'node:fs'

/** What was written is on disk when this returns, and so is the name. */
export const syncPath = (path: string): void => {
  // Windows flushes neither folders nor what is open for reading.
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
