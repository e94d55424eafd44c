/* Starts the product over an empty data folder, so that every run of the browser tests begins the same. */
import { mkdirSync, rmSync } from 'node:fs'
import { dataDir } from './data-dir.ts'

rmSync(dataDir, { recursive: true, force: true })
mkdirSync(dataDir, { recursive: true })
process.env['DATA_DIR'] = dataDir
const main = new URL('../../../bff/src/main.ts', import.meta.url)
await import(main.href)
