import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveEmulator } from '@verdict/emulator'
import { administer, findPostgres, startCluster } from '../postgres-cluster.ts'
import { killOften, type Chore, type Scene } from './chore.ts'
import { makeBackUpChore, makeCopyChore, makeRestoreChore } from './moving-chores.ts'
import { makeBackfillChore, makeMigrationChore } from './starting-chores.ts'
import { furnish } from './used-house.ts'

/*
 * Kills Verdict with SIGKILL at random points of a migration, a backfill, a copy to either store, a backup and a
 * restore: what is left must be as before, be whole, or say that it is unfinished; and running it again must end well.
 * `node apps/bff/src/testing/crash/kill-chores.ts [kills of each] [words of a name]`
 */

const kills = Number(process.argv[2] ?? 10)
const only = process.argv.slice(3).join(' ')

const folder = await mkdtemp(join(tmpdir(), 'verdict-chores-'))
const upstream = await serveEmulator({ port: 0, sessions: 2_000, seed: 4, rateLimits: false })
const cluster = findPostgres() === undefined ? undefined : await startCluster({ durable: true })
let databases = 0
const emptyPostgres = async (): Promise<string> => {
  if (databases > 0) await administer(cluster?.addressOf('postgres') ?? '', `drop database if exists target_${databases} with (force)`)
  databases += 1
  await administer(cluster?.addressOf('postgres') ?? '', `create database target_${databases} template template0`)
  return cluster?.addressOf(`target_${databases}`) ?? ''
}
const scene: Scene = { folder, ...(await furnish(folder, 600)), ...(cluster ? { emptyPostgres } : {}) }

const chores: Chore[] = [
  makeMigrationChore(scene, 'sqlite', upstream),
  makeBackfillChore(scene, upstream),
  makeCopyChore(scene, 'sqlite'),
  makeBackUpChore(scene),
  makeRestoreChore(scene),
  ...(cluster ? [makeCopyChore(scene, 'postgres'), makeMigrationChore(scene, 'postgres', upstream)] : []),
].filter(({ name }) => name.includes(only))

let faults = 0
for (const chore of chores) {
  const tally = await killOften(chore, kills)
  faults += tally.faults.length
  process.stdout.write(`${tally.name}: ${tally.kills} kills, ${tally.unfinished} found it unfinished, ${tally.faults.length} faults\n`)
  for (const fault of tally.faults) process.stderr.write(`${fault}\n`)
}
await upstream.close()
await cluster?.stop()
await rm(folder, { recursive: true, force: true })
process.exit(faults === 0 && chores.length > 0 ? 0 : 1)
