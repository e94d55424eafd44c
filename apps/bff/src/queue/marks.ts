import { LONGEST_SNOOZE_MS, type Assignee, type QueueMarks, type Snooze, type SnoozeInput } from '@verdict/contract/queue'
import { sql, type Selectable, type Transaction } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import { iso } from '../lib/time.ts'
import type { Publish } from '../live/live-feed.ts'
import type { Store } from '../store/open-store.ts'
import type { Database } from '../store/schema.ts'
import { isPutOff } from './find-waiting.ts'
import { assigningNeedsSenior, notWaiting, reviewerUnknown, snoozeTimeWrong } from './queue.errors.ts'
import type { QueueTables } from './queue.tables.ts'

type SnoozeRow = Selectable<QueueTables['snoozes']>

const adaptSnooze = (row: SnoozeRow): Snooze => ({
  by: { id: row.by_id, name: row.by_name },
  at: iso(row.at),
  until: iso(row.until),
  untilEvent: row.event,
  reason: row.reason,
})

/** From the people room: who may decide, by id. */
export type Reviewers = {
  all: () => Promise<Assignee[]>
  find: (personId: string) => Promise<Assignee | undefined>
}

/** Putting cases off and giving them to a person, both on record. */
export function makeQueueMarks(deps: { store: Store; ledger: Ledger; clock: () => number; publish: Publish; reviewers: Reviewers }) {
  const { store, ledger, clock, publish, reviewers } = deps

  const snoozesOf = async (ids: readonly string[]): Promise<Map<string, Snooze>> => {
    if (ids.length === 0) return new Map()
    const { rows } = await sql<SnoozeRow>`select z.* from snoozes z join session_index s on s.id = z.session_id
      where z.session_id in (${sql.join(ids)}) and ${isPutOff(clock())}`.execute(store)
    return new Map(rows.map((row) => [row.session_id, adaptSnooze(row)]))
  }
  const assigneesOf = async (ids: readonly string[]): Promise<Map<string, Assignee>> => {
    if (ids.length === 0) return new Map()
    const rows = await store.selectFrom('assignments').selectAll().where('session_id', 'in', ids).execute()
    return new Map(rows.map((row) => [row.session_id, { id: row.person_id, name: row.person_name }]))
  }
  const marksOf = async (sessionId: string): Promise<QueueMarks> => ({
    snooze: (await snoozesOf([sessionId])).get(sessionId) ?? null,
    assignee: (await assigneesOf([sessionId])).get(sessionId) ?? null,
  })

  const rowThatWaits = async (trx: Transaction<Database>, sessionId: string) => {
    const row = await trx.selectFrom('session_index').select(['status', 'evidence_hash']).where('id', '=', sessionId).executeTakeFirst()
    if (row?.status !== 'In Review') throw notWaiting()
    return row
  }
  const changed = (trx: Transaction<Database>, sessionId: string) => publish([{ kind: 'queue' }, { kind: 'session', sessionId }], trx)

  return {
    snoozesOf,
    assigneesOf,
    marksOf,
    people: reviewers.all,

    snooze: async (by: Person, sessionId: string, { until, untilEvent, reason }: SnoozeInput): Promise<QueueMarks> => {
      const now = clock()
      const latest = now + LONGEST_SNOOZE_MS
      const end = until === undefined ? latest : Date.parse(until)
      if (end <= now || end > latest) throw snoozeTimeWrong()
      await store.transaction().execute(async (trx) => {
        const { evidence_hash } = await rowThatWaits(trx, sessionId)
        const row = { at: now, until: end, event: untilEvent ?? null, reason, evidence_hash, by_id: by.id, by_name: by.name }
        await ledger.append(trx, {
          actor: by,
          action: 'queue.snoozed',
          sessionId,
          reason,
          data: { until: iso(end), untilEvent: untilEvent ?? null },
        })
        await trx
          .insertInto('snoozes')
          .values({ session_id: sessionId, ...row })
          .onConflict((conflict) => conflict.column('session_id').doUpdateSet(row))
          .execute()
        await changed(trx, sessionId)
      })
      return marksOf(sessionId)
    },

    wake: async (by: Person, sessionId: string): Promise<QueueMarks> => {
      await store.transaction().execute(async (trx) => {
        const gone = await trx.deleteFrom('snoozes').where('session_id', '=', sessionId).returning('until').executeTakeFirst()
        if (!gone) return
        await ledger.append(trx, { actor: by, action: 'queue.woken', sessionId })
        await changed(trx, sessionId)
      })
      return marksOf(sessionId)
    },

    /** Everybody may take a case or give back their own; giving it to others is for seniors and managers. */
    assign: async (by: Person, sessionId: string, personId: string | null): Promise<QueueMarks> => {
      const before = (await assigneesOf([sessionId])).get(sessionId)
      const own = (id: string | null | undefined) => id === null || id === undefined || id === by.id
      if (!by.permissions.includes('queue.assign') && !(own(personId) && own(before?.id))) throw assigningNeedsSenior()
      const person = personId === null ? null : await reviewers.find(personId)
      if (person === undefined) throw reviewerUnknown()
      await store.transaction().execute(async (trx) => {
        await rowThatWaits(trx, sessionId)
        await ledger.append(trx, {
          actor: by,
          action: 'queue.assigned',
          sessionId,
          ...(person ? { subject: person.id } : {}),
          data: { to: person && { id: person.id, name: person.name }, from: before ? { id: before.id, name: before.name } : null },
        })
        await trx.deleteFrom('assignments').where('session_id', '=', sessionId).execute()
        if (person) {
          const row = { person_id: person.id, person_name: person.name, at: clock(), by_id: by.id, by_name: by.name }
          await trx
            .insertInto('assignments')
            .values({ session_id: sessionId, ...row })
            .execute()
        }
        await changed(trx, sessionId)
      })
      return marksOf(sessionId)
    },
  }
}
export type QueueMarksRoom = ReturnType<typeof makeQueueMarks>
