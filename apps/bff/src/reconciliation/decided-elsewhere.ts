import { AlarmKind } from '@verdict/contract/alarms'
import type { SessionRow } from '@verdict/contract/session'
import { sql } from 'kysely'
import type { Store } from '../store/open-store.ts'

/**
 * Which of these sessions stand where somebody put them past Verdict, and who. Nothing any more once the status is
 * another, or once a decision of ours was settled after it.
 */
export async function findDecidedElsewhere(
  store: Store,
  sessions: readonly { id: string; status: string }[],
): Promise<Map<string, NonNullable<SessionRow['elsewhere']>>> {
  if (sessions.length === 0) return new Map()
  const { rows } = await sql<{ session_id: string; kind: string; actor: string; status: string | null }>`
    select a.session_id, a.kind, a.actor, a.status from alarms a
    where a.session_id in (${sql.join(sessions.map(({ id }) => id))}) and a.kind <> 'not-shown'
    and not exists (select 1 from decisions d where d.session_id = a.session_id and d.stage = 'settled' and d.ended_at > a.noticed_at)
    order by a.ledger_seq`.execute(store)
  const last = new Map(rows.map((row) => [row.session_id, row]))
  return new Map(
    sessions.flatMap(({ id, status }) => {
      const found = last.get(id)
      return found?.status === status ? [[id, { kind: AlarmKind.parse(found.kind), actor: found.actor }]] : []
    }),
  )
}
