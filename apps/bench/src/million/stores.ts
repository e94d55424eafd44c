import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  administer,
  connectStore,
  copyStore,
  findPostgres,
  HOUSE_EPOCH,
  openStore,
  seedIndex,
  startCluster,
  type Cluster,
} from '@verdict/bff/testing'
import { createEmulator, type Emulator } from '@verdict/emulator'

/** How many sessions; the budgets speak of a million. */
export const SESSIONS = Number(process.env['SESSIONS'] ?? 1_000_000)
/** Made once and used again. */
export const folder = process.env['MILLION_DIR'] ?? join(tmpdir(), 'verdict-million')

function* told({ world }: Emulator) {
  for (let index = 0; index < world.size; index += 1) {
    const { sessionId, kind, number, status, name, country, vendorData, createdAt, workflowId } = world.facts(index)
    yield { id: sessionId, kind, number, status, name, country, vendorData, createdAt, workflowId, amlHits: index % 9 === 0 ? 1 : 0 }
  }
}

/** A SQLite file with an index of all sessions of the emulator's world. */
export async function sqliteFile(): Promise<string> {
  const file = join(folder, `sqlite-${SESSIONS}`, 'verdict.sqlite')
  if (existsSync(file)) return file
  console.log(`Filling ${file} with ${SESSIONS} sessions: two minutes for a million.`)
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.unfinished`
  for (const end of ['', '-wal', '-shm']) rmSync(`${unfinished}${end}`, { force: true })
  const store = await openStore(unfinished)
  await seedIndex(store, told(createEmulator({ sessions: SESSIONS, epoch: HOUSE_EPOCH })), HOUSE_EPOCH)
  await store.destroy()
  renameSync(unfinished, file)
  return file
}

export interface KeptPostgres {
  address: string
  cluster: Cluster
}

/** The same in a PostgreSQL of Debian's package; undefined where there is none. */
export async function postgresDatabase(): Promise<KeptPostgres | undefined> {
  if (findPostgres() === undefined) return undefined
  const from = await sqliteFile()
  const cluster = await startCluster({ folder: join(folder, 'postgres'), settings: { shared_buffers: '256MB' } })
  const name = `index_${SESSIONS}`
  const address = cluster.addressOf(name)
  const mark = join(folder, `${name}.copied`)
  if (existsSync(mark)) return { address, cluster }
  console.log(`Copying it into PostgreSQL: some minutes for a million.`)
  await administer(cluster.addressOf('postgres'), `drop database if exists ${name}`)
  await administer(cluster.addressOf('postgres'), `create database ${name} template template0`)
  const [source, target] = [connectStore(from), connectStore(address)]
  await copyStore(source, target)
  await source.destroy()
  await target.destroy()
  await administer(address, 'vacuum analyze')
  mkdirSync(mark)
  return { address, cluster }
}
