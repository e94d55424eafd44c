import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { EnvError, readEnv } from './env.ts'
import { StartError } from './lib/start-error.ts'
import { backUp } from './moving/back-up.ts'
import { copyHouse } from './moving/copy-house.ts'
import { restore } from './moving/restore.ts'
import { faultOf, nameOf } from './store/database-name.ts'

const usage = `verdict copy --from sqlite:FILE|postgres://… --to postgres://…|sqlite:FILE   moves a house that stands still
verdict backup FILE                                                        copies the SQLite database, also while it runs
verdict restore FILE                                                       puts a backup in its place, while nothing runs`

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const bar = (words: string, share: number): void => {
  if (!process.stdout.isTTY) return
  const full = Math.round(share * 30)
  process.stdout.write(`\r${'█'.repeat(full)}${'░'.repeat(30 - full)} ${words}\u001B[K${share >= 1 ? '\n' : ''}`)
}

const addressOf = (place: string | undefined): string => {
  if (place?.startsWith('sqlite:')) return resolve(place.slice('sqlite:'.length))
  if (place !== undefined && /^postgres(ql)?:\/\//.test(place)) return place
  throw new StartError(usage)
}

const copy = async (args: string[]): Promise<void> => {
  const { values } = parseArgs({ args, options: { from: { type: 'string' }, to: { type: 'string' } } })
  const [from, to] = [addressOf(values.from), addressOf(values.to)]
  const { rows, entries } = await copyHouse(from, to, ({ table, rows: done, of }) => bar(`${table} ${done} of ${of}`, done / of))
  say(`${rows} rows copied to ${nameOf(to)}; the record has the same ${entries} entries there. Keep AUTH_SECRET and the kept keys.`)
}

const database = (): string => {
  const { dataDir, demo, databaseUrl } = readEnv(process.env)
  if (databaseUrl !== null) throw new StartError('This house is on PostgreSQL: back it up with pg_dump, or copy it to a SQLite file.')
  return join(resolve(dataDir), demo ? 'demo.sqlite' : 'verdict.sqlite')
}

const run = async ([command, ...rest]: string[]): Promise<void> => {
  const [file] = rest
  if (command === 'copy') return copy(rest)
  if (file === undefined || (command !== 'backup' && command !== 'restore')) throw new StartError(usage)
  if (command === 'backup') {
    await backUp(database(), resolve(file), (share) => bar('backup', share))
    return say(`${resolve(file)} holds the database as it was now. AUTH_SECRET and the keys in DATA_DIR are not in it: keep them too.`)
  }
  const { entries, before } = await restore(database(), resolve(file), Date.now())
  say(`Restored; its record has ${entries} entries and is whole.${before === null ? '' : ` The database before is ${before}.`}`)
}

/** `pnpm verdict copy|backup|restore`. */
try {
  await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof StartError || error instanceof EnvError ? error.message : faultOf(error)}\n`)
  process.exitCode = 1
}
