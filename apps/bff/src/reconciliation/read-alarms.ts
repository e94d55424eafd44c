import type { Alarm, AlarmList, AlarmQuery, Reconciliation } from '@verdict/contract/alarms'
import { iso } from '../lib/time.ts'
import type { Person } from '../lib/person.ts'
import { sessionIdOf } from '../sessions/evidence.ts'
import { alarmUnknown, alreadyAcknowledged, cycleElsewhere } from './reconciliation.errors.ts'
import type { AlarmRow, ReconciliationBook } from './reconciliation.repository.ts'
import type { Reconcile } from './reconcile.ts'

type Name = Alarm['session']

const adaptAlarm = (row: AlarmRow, session: Name = { name: null, number: null }): Alarm => ({
  id: row.id,
  session,
  kind: row.kind,
  sessionId: row.session_id,
  happenedAt: row.happened_at === null ? null : iso(row.happened_at),
  noticedAt: iso(row.noticed_at),
  status: row.status,
  before: row.status_before,
  actor: row.actor,
  comment: row.comment,
  said: row.said,
  ledgerSeq: row.ledger_seq,
  open: row.state === 'open',
  acknowledged:
    row.state === 'acknowledged' && row.by_name !== null && row.ended_at !== null
      ? { by: row.by_name, at: iso(row.ended_at), note: row.note ?? '', ledgerSeq: row.end_seq ?? row.ledger_seq }
      : null,
})

/** What was found, how far the comparison is, and what a manager does about it. */
export function makeAlarms(deps: {
  book: ReconciliationBook
  reconcile: Reconcile
  clock: () => number
  everySeconds: number
  onChange: (alarm: AlarmRow) => void
}) {
  const { book, reconcile, clock, everySeconds, onChange } = deps
  const progress = async (): Promise<Reconciliation> => {
    const [state, due] = await Promise.all([book.state(), book.dueCount()])
    return {
      watchingSince: iso(state.watching_since),
      lastEndedAt: state.ended_at === null ? null : iso(state.ended_at),
      due,
      running: state.running_until > clock(),
      everySeconds,
      problem: state.problem,
    }
  }
  const tell = async (rows: readonly AlarmRow[]): Promise<Alarm[]> => {
    const names = await book.namesOf([...new Set(rows.map((row) => row.session_id))])
    return rows.map((row) => adaptAlarm(row, names.get(row.session_id)))
  }
  return {
    list: async (query: AlarmQuery): Promise<AlarmList> => {
      const [rows, counts, reconciliation] = await Promise.all([book.alarms(query), book.counts(), progress()])
      return { alarms: await tell(rows), counts, reconciliation }
    },

    /** Open alarms and what a console did, of one session. */
    ofSession: async (sessionId: string): Promise<Alarm[]> => tell(await book.alarmsOf(sessionIdOf(sessionId))),

    acknowledge: async (by: Person, id: string, note: string): Promise<Alarm> => {
      const row = await book.alarm(id)
      if (!row) throw alarmUnknown()
      const done = row.state === 'open' ? await book.acknowledge(row, by, note) : undefined
      if (!done) throw alreadyAcknowledged((await book.alarm(id)) ?? row)
      onChange(done)
      return adaptAlarm(done)
    },

    /** A cycle now, on somebody's word. */
    run: async () => {
      const result = await reconcile()
      if (!result) throw cycleElsewhere()
      return result
    },
  }
}
export type Alarms = ReturnType<typeof makeAlarms>
