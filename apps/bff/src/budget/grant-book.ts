import type { BudgetLimits, BudgetName, Lane } from '@verdict/didit'
import { laneShares } from '@verdict/didit'
import type { Kysely } from 'kysely'
import type { Database } from '../store/schema.ts'

export interface GrantAsked {
  id: string
  budgets: readonly BudgetName[]
  lane: Lane
  /** So many at most; fewer when there is room for fewer. */
  calls: number
  /** Until when they count, unless they end sooner. */
  until: number
}

export type Grant = { calls: number } | { waitMs: number }

export interface BudgetUse {
  used: number
  limit: number
  byLane: Record<Lane, number>
}

/** Who may call Didit how often: one book for all processes on this store. Its transactions run one after the other. */
export function makeGrantBook(deps: { store: Kysely<Database>; clock: () => number; limits: BudgetLimits }) {
  const { store, clock, limits } = deps
  return {
    /** Grants calls of every named budget, or says how long to wait. */
    take: async ({ id, budgets, lane, calls, until }: GrantAsked): Promise<Grant> =>
      store.transaction().execute(async (trx): Promise<Grant> => {
        const now = clock()
        await trx.deleteFrom('budget_grants').where('until', '<=', now).execute()
        const blocks = await trx
          .selectFrom('budget_blocks')
          .select('until')
          .where('budget', 'in', budgets)
          .where('until', '>', now)
          .execute()
        const blocked = Math.max(0, ...blocks.map((block) => block.until - now))
        if (blocked > 0) return { waitMs: blocked }
        const rows = await trx
          .selectFrom('budget_grants')
          .select(['budget', 'calls', 'until'])
          .where('budget', 'in', budgets)
          .orderBy('until')
          .execute()
        let most = calls
        let waitMs = 0
        for (const budget of budgets) {
          const mine = rows.filter((row) => row.budget === budget)
          const room = Math.max(1, Math.floor(limits[budget] * laneShares[lane])) - mine.reduce((sum, row) => sum + row.calls, 0)
          most = Math.min(most, room)
          if (room >= 1) continue
          // The first grants to run out that make room for one call.
          let freed = room
          const enough = mine.find((row) => (freed += row.calls) >= 1)
          waitMs = Math.max(waitMs, (enough?.until ?? now + 1_000) - now)
        }
        if (most < 1) return { waitMs: Math.max(1, waitMs) }
        await trx
          .insertInto('budget_grants')
          .values(budgets.map((budget) => ({ id, budget, lane, calls: most, until })))
          .execute()
        return { calls: most }
      }),

    /** So many of the granted calls were made, and the last of them counts until then. */
    end: async (id: string, calls: number, until: number): Promise<void> => {
      if (calls === 0) await store.deleteFrom('budget_grants').where('id', '=', id).execute()
      else await store.updateTable('budget_grants').set({ calls, until }).where('id', '=', id).execute()
    },

    /** Didit refused for its limits: all processes stand back. */
    block: async (budget: BudgetName, until: number): Promise<void> => {
      await store
        .insertInto('budget_blocks')
        .values({ budget, until })
        .onConflict((conflict) => conflict.column('budget').doUpdateSet({ until }).where('budget_blocks.until', '<', until))
        .execute()
    },

    /** What the running minute holds, for people to see. */
    use: async (): Promise<Record<BudgetName, BudgetUse>> => {
      const rows = await store.selectFrom('budget_grants').select(['budget', 'lane', 'calls']).where('until', '>', clock()).execute()
      const of = (budget: BudgetName): BudgetUse => {
        const byLane: Record<Lane, number> = { person: 0, prefetch: 0, background: 0 }
        for (const row of rows) if (row.budget === budget) byLane[row.lane] += row.calls
        return { used: byLane.person + byLane.prefetch + byLane.background, limit: limits[budget], byLane }
      }
      return { reads: of('reads'), writes: of('writes'), pdfs: of('pdfs'), edits: of('edits') }
    },
  }
}
export type GrantBook = ReturnType<typeof makeGrantBook>
