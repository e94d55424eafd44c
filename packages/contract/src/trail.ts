import { z } from 'zod'

export const trailKinds = [
  'decision',
  'status',
  'note',
  'view',
  'aml',
  'feature',
  'correction',
  'blocklist',
  'share',
  'approval',
  'report',
  'other',
] as const

/** One line of a session's trail, ours or Didit's. */
export const TrailEntry = z.object({
  id: z.string(),
  source: z.enum(['verdict', 'didit']),
  at: z.string(),
  kind: z.enum(trailKinds),
  /** Name as known by the source; "API Client" and "Unknown" are Didit's own words. */
  who: z.string(),
  /** True for people, false for systems and automatic entries. */
  person: z.boolean(),
  /** What happened, as a phrase that follows the name: "declined: document forged". */
  text: z.string(),
  /** What the person wrote. */
  comment: z.string().nullable(),
  outcome: z.string().nullable(),
  /** Ours: the ledger entry. Didit's: the entry of ours that its comment names. */
  ledgerSeq: z.int().nullable(),
})
export type TrailEntry = z.infer<typeof TrailEntry>

/**
 * When Didit's half is read: `now`; `known` when it was read lately or there is a sign that somebody acted on the
 * session, so that opening a case costs no read of its own; `calm` when the budget has room beside people's work.
 */
export const TrailQuery = z.object({ didit: z.enum(['now', 'known', 'calm']).default('now') })
export type TrailReading = z.infer<typeof TrailQuery>['didit']

/** `GET /api/sessions/:id/timeline`, oldest first. */
export const Trail = z.object({
  entries: z.array(TrailEntry),
  /** Why Didit's half is missing, or null. Companies have none by API. */
  diditMissing: z.string().nullable(),
  /** Didit's half was not asked for, or there was no room for it: what colleagues wrote there may be missing. */
  diditUnread: z.boolean(),
  asOf: z.string(),
})
export type Trail = z.infer<typeof Trail>

export const Note = z.object({
  id: z.string(),
  sessionId: z.string(),
  text: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.string(),
})
export type Note = z.infer<typeof Note>
export const NoteList = z.object({ notes: z.array(Note) })
export type NoteList = z.infer<typeof NoteList>
export const NoteInput = z.object({
  text: z.string().trim().min(1, 'Write something first.').max(4000, 'Keep a note under 4,000 characters.'),
})
export type NoteInput = z.infer<typeof NoteInput>
