import { Note, NoteInput, NoteList } from '@verdict/contract/trail'
import { Hono } from 'hono'
import { z } from 'zod'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { AddNote } from './add-note.ts'
import type { ListNotes } from './list-notes.ts'

const SessionParam = z.object({ id: z.string().max(200) })

export const notesRoutes = (use: { addNote: AddNote; listNotes: ListNotes }) =>
  new Hono<AppEnv>()
    .get(
      '/sessions/:id/notes',
      need('notes.read', { summary: 'Our notes on a session', answers: { 200: NoteList } }),
      validate('param', SessionParam),
      async (c) => answer(c, NoteList, await use.listNotes(c.req.valid('param').id), 200),
    )
    .post(
      '/sessions/:id/notes',
      need('notes.write', { summary: 'Write a note', answers: { 201: Note } }),
      validate('param', SessionParam),
      validate('json', NoteInput),
      async (c) => answer(c, Note, await use.addNote(c.var.person, c.req.valid('param').id, c.req.valid('json')), 201),
    )
