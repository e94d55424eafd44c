import type { QueuePolicy } from '@verdict/contract/policy/queue'
import type { Policies } from '../policy/policies.ts'
import type { Ranking } from '../session-index/index-writer.ts'
import type { IndexTable } from '../session-index/session-index.tables.ts'
import type { Store } from '../store/open-store.ts'
import { rankOf, type RankFacts } from './rank.ts'

type RankColumns = Pick<IndexTable, 'review_at' | 'created_at' | 'workflow_id' | 'kind' | 'aml_hits' | 'worst_severity' | 'resubmissions'>

const rankColumns = ['position', 'review_at', 'created_at', 'workflow_id', 'kind', 'aml_hits', 'worst_severity', 'resubmissions'] as const

export const rankFacts = (row: RankColumns): RankFacts => ({
  enteredAt: row.review_at ?? row.created_at,
  workflowId: row.workflow_id,
  company: row.kind === 'business',
  amlHits: row.aml_hits,
  declines: row.worst_severity === 'declines',
  resubmissions: row.resubmissions,
})

const dueAtOf = (row: RankColumns, policy: QueuePolicy): number => rankOf(rankFacts(row), policy).dueAt

const AT_ONCE = 500
/** A row may be written by rules that were read just before they changed. */
const LATE_MS = 10_000

/** Keeps the place of each row what its facts and the policy say. */
export function makeRanking({ store, policies, clock }: { store: Store; policies: Policies; clock: () => number }) {
  let ranked = -1

  const rerank = async (version: number, policy: QueuePolicy): Promise<void> => {
    for (;;) {
      const done = await store.transaction().execute(async (trx) => {
        const rows = await trx
          .selectFrom('session_index')
          .select(rankColumns)
          .where('status', '=', 'In Review')
          .where('rank_policy', '!=', version)
          .limit(AT_ONCE)
          .execute()
        for (const row of rows) {
          await trx
            .updateTable('session_index')
            .set({ rank_at: dueAtOf(row, policy), rank_policy: version })
            .where('position', '=', row.position)
            .execute()
        }
        return rows.length < AT_ONCE
      })
      if (done) return
    }
  }

  const ranking: Ranking = async () => {
    const { version, policy } = await policies.current()
    return (row) => ({ rank_at: dueAtOf(row, policy.queue), rank_policy: version })
  }

  return {
    ranking,
    /** The rules that order the queue now; every row that waits stands by them when this resolves. */
    current: async (): Promise<{ version: number; policy: QueuePolicy }> => {
      const { version, policy, madeAt } = await policies.current()
      if (version !== ranked) {
        await rerank(version, policy.queue)
        if (madeAt === null || clock() - Date.parse(madeAt) > LATE_MS) ranked = version
      }
      return { version, policy: policy.queue }
    },
  }
}
export type QueueRanking = ReturnType<typeof makeRanking>
