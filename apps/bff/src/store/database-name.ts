import { Client } from 'pg'
import { isPostgresAddress } from './store-kind.ts'

/** What people may read of an address: never its password. */
export function nameOf(address: string): string {
  if (!isPostgresAddress(address)) return address
  const { host, port, database } = new Client({ connectionString: address })
  return `${database} on ${host}:${port}`
}

/** Why it cannot be opened. A refused connection to several addresses says nothing but its code. */
export function faultOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown fault'
  const code = 'code' in cause ? String(cause.code) : ''
  return cause.message || code || 'unknown fault'
}
