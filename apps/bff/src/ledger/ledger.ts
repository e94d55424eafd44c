import type { JsonObject } from '@verdict/contract/json'
import { entryBytes, leafHash } from '@verdict/ledger'
import type { Transaction } from 'kysely'
import type { Person } from '../lib/person.ts'
import { iso } from '../lib/time.ts'
import { isIntent } from './intents.ts'
import type { Database } from '../store/schema.ts'

export interface LedgerInput {
  actor: Person | 'verdict' | 'didit'
  /** Dotted: `decision.made`. */
  action: string
  sessionId?: string
  /** What it was done to, when that is not a session: a person's id, a share's id. */
  subject?: string
  reason?: string
  /** References and choices. Personal data stays where it is; an entry can never be taken back. */
  data?: JsonObject
  outcome?: string
  /** Seq of the entry whose outcome this one tells. */
  ref?: number
}

export interface Ledger {
  /** Appends in the caller's transaction: entry and local effect are there together or not at all. */
  append(trx: Transaction<Database>, entry: LedgerInput): Promise<{ seq: number; at: string }>
}

const systems = { verdict: 'Verdict', didit: 'Didit' } as const

/** `processId` is who sees to the end of what is only intended. */
export function makeLedger({ clock, processId }: { clock: () => number; processId: string }): Ledger {
  return {
    append: async (trx, entry) => {
      const { actor } = entry
      const last = await trx
        .selectFrom('ledger_entries')
        .select((eb) => eb.fn.max('seq').as('seq'))
        .executeTakeFirst()
      const seq = (last?.seq ?? 0) + 1
      const now = clock()
      const at = iso(now)
      const person = typeof actor === 'string' ? null : actor
      const who = typeof actor === 'string' ? systems[actor] : actor.name
      const bytes = entryBytes({
        seq,
        at,
        actor: typeof actor === 'string' ? { system: actor } : { id: actor.id, name: actor.name, roles: actor.roles },
        action: entry.action,
        sessionId: entry.sessionId ?? null,
        subject: entry.subject ?? null,
        reason: entry.reason ?? null,
        outcome: entry.outcome ?? null,
        ref: entry.ref ?? null,
        data: entry.data ?? {},
      })
      await trx
        .insertInto('ledger_entries')
        .values({
          seq,
          at: now,
          actor_id: person?.id ?? null,
          who,
          action: entry.action,
          session_id: entry.sessionId ?? null,
          ref: entry.ref ?? null,
          body: new TextDecoder().decode(bytes),
          hash: leafHash(bytes),
        })
        .execute()
      if (isIntent(entry.action)) await trx.insertInto('intents_under_way').values({ seq, process_id: processId }).execute()
      if (entry.ref !== undefined) await trx.deleteFrom('intents_under_way').where('seq', '=', entry.ref).execute()
      return { seq, at }
    },
  }
}
