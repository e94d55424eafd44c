import { Client } from 'pg'
import type { Env } from '../env.ts'
import { markOf } from '../processes/make-processes.ts'
import { CLOCKS_APART_MS } from '../processes/presence.ts'
import { faultOf, nameOf } from '../store/database-name.ts'
import { COPY_MARK } from '../store/migrate.ts'
import { migrations } from '../store/migrations/all.ts'
import { postgresConfig } from '../store/postgres-dialect.ts'
import { LEAST_POSTGRES } from '../store/postgres-version.ts'
import type { Finding } from './examine.ts'

const what = 'PostgreSQL'

/** Reads settings, migrations and who is at work; makes nothing but a table that is gone with the connection. */
export async function examinePostgres({ databaseUrl, authSecret }: Pick<Env, 'databaseUrl' | 'authSecret'>): Promise<Finding[]> {
  if (databaseUrl === null) return []
  const client = new Client(postgresConfig(databaseUrl))
  client.on('error', () => undefined)
  try {
    await client.connect()
    return [await examineServer(client, databaseUrl), await examineSchema(client), ...(await examineProcesses(client, authSecret))]
  } catch (error) {
    return [
      {
        ok: 'no',
        what,
        found: `${nameOf(databaseUrl)}: ${faultOf(error)}`,
        fix: 'Check DATABASE_URL, the server and the rights of its user.',
      },
    ]
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function examineServer(client: Client, url: string): Promise<Finding> {
  const { rows } = await client.query<Record<'version' | 'fsync' | 'pages' | 'now', string>>(
    `select current_setting('server_version_num') as version, current_setting('fsync') as fsync,
       current_setting('full_page_writes') as pages, extract(epoch from clock_timestamp()) * 1000 as now`,
  )
  const [row] = rows
  const major = Math.floor(Number(row?.version) / 10_000)
  const found = `${nameOf(url)}, version ${major}`
  if (major < LEAST_POSTGRES) return { ok: 'no', what, found, fix: `Use PostgreSQL ${LEAST_POSTGRES} or newer.` }
  if (row?.fsync !== 'on' || row.pages !== 'on') {
    return {
      ok: 'no',
      what,
      found: `${found}: fsync or full_page_writes is off`,
      fix: 'Switch both on: what was acknowledged must be on disk.',
    }
  }
  const apart = Math.abs(Date.now() - Number(row.now))
  if (apart > CLOCKS_APART_MS) {
    return {
      ok: 'no',
      what,
      found: `${found}: its clock is ${Math.round(apart / 1000)} s away`,
      fix: 'Set the clocks of all machines (NTP): leases are told by them.',
    }
  }
  await client.query('create temporary table doctor_probe (n integer)')
  return { ok: 'yes', what, found: `${found}, writable, commits are durable` }
}

async function examineSchema(client: Client): Promise<Finding> {
  const there = await client.query(
    "select 1 from information_schema.tables where table_schema = current_schema() and table_name = 'schema_migrations'",
  )
  const rows = there.rowCount === 0 ? [] : (await client.query<{ id: string }>('select id from schema_migrations')).rows
  const applied = new Set(rows.map(({ id }) => id))
  const schema = 'schema'
  if (applied.has(COPY_MARK)) return { ok: 'no', what: schema, found: 'half a copy', fix: 'Run `pnpm verdict copy` again: it begins anew.' }
  const known = migrations.filter(({ id }) => applied.has(id)).length
  if (applied.size > known) return { ok: 'no', what: schema, found: 'written by a newer Verdict', fix: 'Run that version.' }
  if (known < migrations.length)
    return { ok: 'maybe', what: schema, found: `${migrations.length - known} steps behind`, fix: 'The next start brings it up to date.' }
  return { ok: 'yes', what: schema, found: 'up to date' }
}

async function examineProcesses(client: Client, authSecret: string | null): Promise<Finding[]> {
  const there = await client.query(
    "select 1 from information_schema.tables where table_schema = current_schema() and table_name = 'processes'",
  )
  if (there.rowCount === 0) return []
  const { rows } = await client.query<{ host: string; pid: number; secret_mark: string }>(
    'select host, pid, secret_mark from processes where alive_until > $1 order by host, pid',
    [Date.now()],
  )
  const found = rows.length === 0 ? 'none at work' : rows.map(({ host, pid }) => `${host} (${pid})`).join(', ')
  const marks = new Set([
    ...rows.map(({ secret_mark: mark }) => mark),
    ...(authSecret === null || rows.length === 0 ? [] : [markOf(authSecret)]),
  ])
  return marks.size > 1
    ? [
        {
          ok: 'no',
          what: 'bffs',
          found: `${found}: not all have the same AUTH_SECRET`,
          fix: 'Give all the same: they sign each other’s people out.',
        },
      ]
    : [{ ok: 'yes', what: 'bffs', found }]
}
