import { Policy, type PolicyChange, type PolicyHistory, type PolicyVersion } from '@verdict/contract/policy'
import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import { iso } from '../lib/time.ts'
import type { Store } from '../store/open-store.ts'
import { checkCatalogue } from '../reasons/check-reason.ts'
import { droppedInUse } from './dropped-in-use.ts'
import { policyChanged, policyUnfit, policyUnknown } from './policy.errors.ts'

interface PoliciesDeps {
  store: Store
  ledger: Ledger
  clock: () => number
  /** Where a new house differs from the defaults of the contract. */
  start?: z.input<typeof Policy>
}

/** The rules of the house, by version. What applied to a decision can always be read again. */
export function makePolicies({ store, ledger, clock, start: differences = {} }: PoliciesDeps) {
  const start: PolicyVersion = {
    version: 0,
    policy: Policy.parse(differences),
    by: null,
    madeAt: null,
    note: 'What a new house starts with.',
  }
  // A version never changes, so it is parsed once; which one is current is asked of the store each time.
  const parsed = new LRUCache<number, PolicyVersion>({ max: 50 })

  const read = async (version: number): Promise<PolicyVersion> => {
    if (version === 0) return start
    const kept = parsed.get(version)
    if (kept) return kept
    const row = await store.selectFrom('policies').selectAll().where('version', '=', version).executeTakeFirst()
    if (!row) throw policyUnknown(version)
    const made: PolicyVersion = {
      version,
      policy: Policy.parse(JSON.parse(row.body)),
      by: { id: row.by_id, name: row.by_name },
      madeAt: iso(row.made_at),
      note: row.note,
    }
    parsed.set(version, made)
    return made
  }

  const newest = async (db: Pick<Store, 'selectFrom'> = store): Promise<number> => {
    const row = await db
      .selectFrom('policies')
      .select((eb) => eb.fn.max('version').as('version'))
      .executeTakeFirst()
    return row?.version ?? 0
  }

  return {
    /** What applies now. */
    current: async (): Promise<PolicyVersion> => read(await newest()),

    /** What applied as `version`; 404 for one that never was. */
    at: read,

    history: async (): Promise<PolicyHistory> => {
      const rows = await store.selectFrom('policies').selectAll().orderBy('version', 'desc').limit(200).execute()
      const versions = rows.map((row) => ({
        version: row.version,
        by: { id: row.by_id, name: row.by_name },
        madeAt: iso(row.made_at),
        note: row.note,
      }))
      const { policy: _, ...first } = start
      return { versions: [...versions, first] }
    },

    /** Makes the next version, on record with the one before. 409 when another change came first. */
    change: async (by: Person, { expectedVersion, policy, note }: PolicyChange): Promise<PolicyVersion> => {
      const wrong = checkCatalogue(policy.reasons)
      if (wrong.length > 0) throw policyUnfit(wrong)
      const applied = await read(await newest())
      const version = await store.transaction().execute(async (trx) => {
        const before = await newest(trx)
        if (before !== expectedVersion || before !== applied.version) throw policyChanged(before)
        const inUse = await droppedInUse(trx, applied.policy.reasons, policy.reasons)
        if (inUse.length > 0) throw policyUnfit(inUse)
        const next = before + 1
        await ledger.append(trx, {
          actor: by,
          action: 'policy.changed',
          subject: String(next),
          reason: note,
          data: { version: next, policy },
        })
        await trx
          .insertInto('policies')
          .values({ version: next, body: JSON.stringify(policy), by_id: by.id, by_name: by.name, made_at: clock(), note })
          .execute()
        return next
      })
      return read(version)
    },
  }
}
export type Policies = ReturnType<typeof makePolicies>
