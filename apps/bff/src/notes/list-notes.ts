import type { NoteList } from '@verdict/contract/trail'
import { sessionIdOf } from '../sessions/evidence.ts'
import type { NotesRepository } from './notes.repository.ts'

/** `GET /api/sessions/:id/notes`, oldest first. */
export function makeListNotes({ notes }: { notes: Pick<NotesRepository, 'ofSession'> }) {
  return async (sessionId: string): Promise<NoteList> => ({ notes: await notes.ofSession(sessionIdOf(sessionId)) })
}
export type ListNotes = ReturnType<typeof makeListNotes>
