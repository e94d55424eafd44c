import { z } from 'zod'

/**
 * `key-elsewhere`: the API key changed the session, and not through Verdict. `not-shown`: a decision of ours that
 * Didit's trail lacks. `unattributed`: nobody can tell who changed it. `console`: a person at Didit; no alarm.
 */
export const alarmKinds = ['key-elsewhere', 'not-shown', 'unattributed', 'console'] as const
export const AlarmKind = z.enum(alarmKinds)
export type AlarmKind = z.infer<typeof AlarmKind>

export const Alarm = z.object({
  id: z.string(),
  kind: AlarmKind,
  sessionId: z.string(),
  /** As the list of sessions has it; nulls where it is not known there. */
  session: z.object({ name: z.string().nullable(), number: z.int().nullable() }),
  /** When it happened by Didit's word; null where it does not say. */
  happenedAt: z.string().nullable(),
  noticedAt: z.string(),
  /** The change that Didit tells, in our words. */
  status: z.string().nullable(),
  before: z.string().nullable(),
  /** Who did it in Didit's words. */
  actor: z.string(),
  /** What Didit's trail has as its comment. */
  comment: z.string().nullable(),
  /** What is wrong, as a sentence. */
  said: z.string(),
  ledgerSeq: z.int(),
  /** False: nothing to acknowledge. */
  open: z.boolean(),
  acknowledged: z.object({ by: z.string(), at: z.string(), note: z.string(), ledgerSeq: z.int() }).nullable(),
})
export type Alarm = z.infer<typeof Alarm>

export const alarmViews = ['open', 'acknowledged', 'console'] as const
export const AlarmQuery = z.object({ view: z.enum(alarmViews).default('open') })
export type AlarmQuery = z.infer<typeof AlarmQuery>

/** `GET /api/reconciliation`: how far the comparison with Didit's trail has come. */
export const Reconciliation = z.object({
  /** What happened before is not judged. */
  watchingSince: z.string(),
  lastEndedAt: z.string().nullable(),
  /** Sessions that changed and wait for their comparison. */
  due: z.int(),
  running: z.boolean(),
  everySeconds: z.int(),
  /** Why the last cycle did not reach its end, or null. */
  problem: z.string().nullable(),
})
export type Reconciliation = z.infer<typeof Reconciliation>

/** `GET /api/alarms`, newest first. */
export const AlarmList = z.object({
  alarms: z.array(Alarm),
  counts: z.object({ open: z.int(), acknowledged: z.int(), console: z.int() }),
  reconciliation: Reconciliation,
})
export type AlarmList = z.infer<typeof AlarmList>

/** `GET /api/sessions/:id/alarms`. */
export const SessionAlarms = z.object({ alarms: z.array(Alarm) })
export type SessionAlarms = z.infer<typeof SessionAlarms>

/** Body of `POST /api/alarms/:alarmId/acknowledge`. */
export const AlarmNote = z.object({
  note: z.string().trim().min(3, 'Say what you found out.').max(2000, 'Keep the note under 2,000 characters.'),
})
export type AlarmNote = z.infer<typeof AlarmNote>

/** Answer of `POST /api/reconciliation/run`. */
export const ReconciliationRun = z.object({
  checked: z.int(),
  raised: z.int(),
  noted: z.int(),
  left: z.int(),
  problem: z.string().nullable(),
})
export type ReconciliationRun = z.infer<typeof ReconciliationRun>
