import type { Connection } from '@verdict/contract/connection'
import { sql } from 'kysely'
import type { Store } from '../store/open-store.ts'

/** Anybody may ask; nobody may make us sync the disk more often than this. */
const EVERY_MS = 1000

export interface Readiness {
  ready: boolean
  store: 'writable' | 'failing'
  /** Reported, not required: without Didit people can still read and draft. */
  upstream: 'answers' | 'down' | 'unknown'
}

/** Ready means: what somebody does now can be kept. */
export function makeCheckReady(deps: { store: Store; clock: () => number; readConnection: () => Connection }): () => Promise<Readiness> {
  const { store, clock, readConnection } = deps
  let tried = { at: -Infinity, works: Promise.resolve(true) }
  const writable = (): Promise<boolean> => {
    if (clock() - tried.at >= EVERY_MS) tried = { at: clock(), works: tryWriting(store) }
    return tried.works
  }
  return async () => {
    const { answers, asOf } = readConnection()
    const upstream = !answers ? 'down' : asOf === null ? 'unknown' : 'answers'
    const ready = await writable()
    return { ready, store: ready ? 'writable' : 'failing', upstream }
  }
}

/** A real, durable write: a full disk must be noticed. */
async function tryWriting(store: Store): Promise<boolean> {
  try {
    await sql`update schema_migrations set applied_at = applied_at where id = '001-people'`.execute(store)
    return true
  } catch {
    return false
  }
}
