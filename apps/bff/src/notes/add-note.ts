import type { Note, NoteInput } from '@verdict/contract/trail'
import type { Didit } from '@verdict/didit'
import { isDiditError } from '@verdict/didit'
import { AppError } from '../lib/app-error.ts'
import type { BackgroundTasks } from '../lib/background-tasks.ts'
import type { Person } from '../lib/person.ts'
import { onlyWhileHere, type OnlyWhileHere } from '../ledger/on-record.ts'
import type { Presence } from '../processes/presence.ts'
import type { Evidence, EvidenceReader } from '../sessions/evidence.ts'
import { sessionIdOf } from '../sessions/evidence.ts'
import type { KeptNote, NotesRepository } from './notes.repository.ts'

/**
 * `POST /api/sessions/:id/notes`. The note is ours and durable when this returns; a copy for Didit's trail, which
 * signs everything "Unknown", carries the author's name and follows on its own.
 */
export function makeAddNote(deps: {
  notes: NotesRepository
  evidence: Pick<EvidenceReader, 'read'>
  didit: Pick<Didit, 'reviews'>
  tasks: BackgroundTasks
  presence: Pick<Presence, 'stint' | 'renew'>
  /** Didit's trail of this session has one entry more. */
  copied: (sessionId: string) => void
}) {
  const { notes, evidence, didit, tasks, presence, copied } = deps

  const copy = async (note: KeptNote, calls: OnlyWhileHere): Promise<void> => {
    const comment = `${note.text} [${note.by.name}, Verdict ledger ${note.ledgerSeq}]`
    const problem = await didit.reviews.create({ sessionId: note.sessionId, comment }, calls).then(
      () => null,
      (error: unknown) => (isDiditError(error) ? error.kind : 'unexpected'),
    )
    copied(note.sessionId)
    await notes.recordCopy(note, problem === null ? 'copied' : 'not-copied', problem)
  }

  return async (by: Person, value: string, { text }: NoteInput): Promise<Note> => {
    const sessionId = sessionIdOf(value)
    // With Didit silent a note can still be written; that the session exists is known or will be.
    const read = await evidence.read(sessionId, 'cached').catch((error: unknown): Evidence | undefined => {
      if (error instanceof AppError) throw error
      return undefined
    })
    const calls = await onlyWhileHere(presence)
    const note = await notes.add(by, sessionId, text)
    // Companies have no such feed upstream.
    if (read?.wire.session_kind !== 'business') tasks.run(() => copy(note, calls))
    return note
  }
}
export type AddNote = ReturnType<typeof makeAddNote>
