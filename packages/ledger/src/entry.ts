import { z } from 'zod'
import { canonicalBytes } from './canonical-json.ts'

const Json = z.json()

const Person = z.strictObject({ id: z.string().min(1), name: z.string(), roles: z.array(z.string()) })
const System = z.strictObject({ system: z.string().min(1) })
const seq = z.int().min(1)

/**
 * One thing that somebody did, as it is hashed: every field is always there, so that one meaning has one form.
 * Entries can never be taken back: `data` holds references and choices, not personal data.
 */
export const LedgerEntry = z
  .strictObject({
    seq,
    /** UTC with milliseconds, always 24 characters. */
    at: z.iso.datetime({ precision: 3 }),
    actor: z.union([Person, System]),
    /** Dotted noun and verb, such as `decision.made`. */
    action: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/),
    sessionId: z.string().min(1).nullable(),
    subject: z.string().min(1).nullable(),
    reason: z.string().nullable(),
    data: z.record(z.string(), Json),
    outcome: z.string().nullable(),
    /** The earlier entry that this one completes. */
    ref: seq.nullable(),
  })
  .refine((entry) => entry.ref === null || entry.ref < entry.seq, { path: ['ref'], error: 'must be the seq of an earlier entry' })
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** The canonical bytes of an entry: what is kept, hashed and handed to auditors. Throws on an entry that does not fit. */
export const entryBytes = (entry: LedgerEntry): Uint8Array => canonicalBytes(LedgerEntry.parse(entry))
