import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

const PACKAGES = '/usr/lib/postgresql'

/** PostgreSQL's server programs as Debian installs them, newest first; undefined without them. */
export const findPostgres = (): string | undefined => {
  try {
    const [newest] = readdirSync(PACKAGES).toSorted((a, b) => Number(b) - Number(a))
    return newest === undefined ? undefined : join(PACKAGES, newest, 'bin')
  } catch {
    return undefined
  }
}

export interface Cluster {
  /** Address of one of its databases. */
  addressOf: (database: string) => string
  process: ChildProcess
  /** The folder with its data, and the signal to start it again there. */
  stop: () => Promise<void>
}

export interface ClusterOptions {
  /** True: a commit is on disk when it returns, as in earnest. */
  durable?: boolean
  /** Where its data stays when it stops, and is found again; otherwise it is thrown away. */
  folder?: string
  /** Settings beside those of tests. */
  settings?: Readonly<Record<string, string>>
}

/** PostgreSQL refuses to run as root, so root lends it the user that came with the package. */
const otherUser = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (kind: string) => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** Starts a PostgreSQL in a folder of its own, reachable through a socket in it. */
export const startCluster = async ({ durable = false, folder: kept, settings: more = {} }: ClusterOptions = {}): Promise<Cluster> => {
  const programs = findPostgres()
  if (programs === undefined) throw new Error(`no PostgreSQL in ${PACKAGES}: apt-get install postgresql`)
  const user = otherUser()
  if (kept !== undefined) mkdirSync(kept, { recursive: true })
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'verdict-pg-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const choices = { ...user, cwd: folder, stdio: 'ignore' as const }
  const init = ['--pgdata', data, '--username', 'verdict', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8', '--no-sync']
  if (!existsSync(data)) execFileSync(join(programs, 'initdb'), init, choices)
  const settings = {
    listen_addresses: '',
    unix_socket_directories: folder,
    max_connections: '300',
    shared_buffers: '64MB',
    autovacuum: 'off',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
    ...more,
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...flags], choices)
  // What is kept is closed properly, so that it need not be repaired.
  const end = () => void server.kill(kept === undefined ? 'SIGQUIT' : 'SIGINT')
  process.on('exit', end)
  const cluster: Cluster = {
    addressOf: (database) => `postgres://verdict@/${database}?host=${encodeURIComponent(folder)}`,
    process: server,
    stop: async () => {
      process.off('exit', end)
      if (server.exitCode === null && server.signalCode === null) {
        const gone = once(server, 'exit')
        end()
        await gone
      }
      if (kept === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
  await answering(cluster)
  return cluster
}

const answering = async ({ addressOf, process: server, stop }: Cluster): Promise<void> => {
  for (let turn = 0; turn < 300; turn += 1) {
    const client = new Client({ connectionString: addressOf('postgres') })
    client.on('error', () => undefined)
    const up = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (up) return
    if (server.exitCode !== null) break
    await sleep(50)
  }
  await stop()
  throw new Error('PostgreSQL did not start')
}

/** Runs one statement of administration, which no transaction may hold. */
export const administer = async (address: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: address })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
