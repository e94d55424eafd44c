/* Starts the product over an empty data folder, so that every run of the browser tests begins the same. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

process.env['DATA_DIR'] = mkdtempSync(join(tmpdir(), 'verdict-e2e-'))
const main = new URL('../../../bff/src/main.ts', import.meta.url)
await import(main.href)
