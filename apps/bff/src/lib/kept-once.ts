import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncPath } from './sync-path.ts'

/** What the file has; `make` writes it the first time. It has its name only when it is whole and on disk. */
export function keptOnce(file: string, make: () => string): string {
  const known = read(file)
  if (known !== undefined) return known
  const unfinished = `${file}.${process.pid}.unfinished`
  try {
    writeFileSync(unfinished, make(), { mode: 0o600 })
    syncPath(unfinished)
    linkSync(unfinished, file)
    syncPath(dirname(file))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(unfinished, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
