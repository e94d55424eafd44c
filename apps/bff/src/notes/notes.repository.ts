import { createHash } from 'node:crypto'
import type { Note } from '@verdict/contract/trail'
import type { Kysely } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import type { Publish } from '../live/live-feed.ts'
import type { Person } from '../lib/person.ts'
import { iso } from '../lib/time.ts'
import type { Database } from '../store/schema.ts'
import type { NoteTables } from './notes.tables.ts'

type Row = NoteTables['notes']
export interface KeptNote extends Note {
  ledgerSeq: number
}

const adaptNote = (row: Row): KeptNote => ({
  id: row.id,
  sessionId: row.session_id,
  text: row.text,
  by: { id: row.by_id, name: row.by_name },
  at: iso(row.at),
  ledgerSeq: row.ledger_seq,
})

/** Notes as they are kept by us. The text stays here; the ledger holds that it was written, by whom and its digest. */
export function makeNotesRepository(deps: {
  store: Kysely<Database>
  ledger: Ledger
  clock: () => number
  newId: () => string
  publish: Publish
}) {
  const { store, ledger, clock, newId, publish } = deps
  return {
    /** Oldest first. */
    ofSession: async (sessionId: string): Promise<KeptNote[]> => {
      const rows = await store.selectFrom('notes').selectAll().where('session_id', '=', sessionId).orderBy('ledger_seq').execute()
      return rows.map(adaptNote)
    },
    /** Note and ledger entry, both or neither. */
    add: async (by: Person, sessionId: string, text: string): Promise<KeptNote> =>
      store.transaction().execute(async (trx) => {
        const id = newId()
        const sha256 = createHash('sha256').update(text).digest('hex')
        const { seq } = await ledger.append(trx, { actor: by, action: 'note.added', sessionId, subject: id, data: { sha256 } })
        const row: Row = { id, session_id: sessionId, text, by_id: by.id, by_name: by.name, at: clock(), ledger_seq: seq }
        await trx.insertInto('notes').values(row).execute()
        await publish({ kind: 'session', sessionId }, trx)
        return adaptNote(row)
      }),
    /** What became of the copy for Didit's own trail. */
    recordCopy: async (note: KeptNote, outcome: 'copied' | 'not-copied', problem: string | null): Promise<void> => {
      await store.transaction().execute((trx) =>
        ledger.append(trx, {
          actor: 'verdict',
          action: 'note.copied',
          sessionId: note.sessionId,
          subject: note.id,
          outcome,
          ref: note.ledgerSeq,
          data: problem === null ? {} : { problem },
        }),
      )
    },
  }
}
export type NotesRepository = ReturnType<typeof makeNotesRepository>
