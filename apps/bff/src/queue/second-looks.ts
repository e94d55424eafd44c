import { sql, type RawBuilder } from 'kysely'
import { permissionFor } from '../approvals/approval-machine.ts'
import type { Person } from '../lib/person.ts'
import type { Store } from '../store/open-store.ts'

/** Whether this person can be asked for a second look at a decision at all. */
export const looksToo = (person: Pick<Person, 'permissions'>): boolean => person.permissions.includes(permissionFor.decision)

const open = (personId: string) => sql`p.ended_at is null and p.kind = 'decision' and p.session_id is not null
  and p.stage in ('second', 'third') and p.made_by_id <> ${personId} and coalesce(p.second_by_id, '') <> ${personId}`

/** Holds of a case `s` that waits for a second or third look which this person may give. */
export const waitsForLook = (personId: string): RawBuilder<boolean> =>
  sql<boolean>`s.id in (select p.session_id from approvals p where ${open(personId)})`

export interface SecondLook {
  approvalId: string
  third: boolean
}

/** Those looks, by session. */
export async function findSecondLooks(store: Store, personId: string, ids: readonly string[]): Promise<Map<string, SecondLook>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; session_id: string; stage: string }>`select p.id, p.session_id, p.stage from approvals p
    where ${open(personId)} and p.session_id in (${sql.join(ids)})`.execute(store)
  return new Map(rows.map(({ id, session_id: sessionId, stage }) => [sessionId, { approvalId: id, third: stage === 'third' }]))
}
