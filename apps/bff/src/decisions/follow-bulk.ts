import type { Bulk, BulkItem } from '@verdict/contract/decision-bulk'
import type { Kysely } from 'kysely'
import type { FindWithheld } from '../approvals/follow-approvals.ts'
import { iso } from '../lib/time.ts'
import type { Person } from '../lib/person.ts'
import type { Database } from '../store/schema.ts'
import type { UndoDecision } from './change-held-decision.ts'
import type { BulkMade } from './decide-bulk.ts'
import { adaptDecision, type DecisionRow } from './decision.adapt.ts'
import { bulkNotFound, notYours } from './decision.errors.ts'
import { AppError } from '../lib/app-error.ts'

interface Deps {
  store: Kysely<Database>
}

const rowsOf = async ({ store }: Deps, id: string): Promise<DecisionRow[]> =>
  store.selectFrom('decisions').selectAll().where('bulk_id', '=', id).orderBy('ledger_seq').execute()

const bulkOf = async ({ store }: Deps, id: string) => {
  const bulk = await store.selectFrom('decision_bulks').selectAll().where('id', '=', id).executeTakeFirst()
  if (!bulk) throw bulkNotFound()
  return bulk
}

function itemOf(row: DecisionRow): BulkItem {
  const { state, second, problem } = adaptDecision(row)
  return {
    sessionId: row.session_id,
    name: row.session_name,
    number: row.session_number,
    result: row.stage === 'awaiting_second' ? 'needs-second' : 'held',
    decisionId: row.id,
    state,
    why: [...(row.stage === 'awaiting_second' ? (second?.why ?? []) : []), ...(problem === null ? [] : [problem])],
  }
}

const refusedItem = (sessionId: string, why: string, known?: { name: string | null; number: number | null }): BulkItem => ({
  sessionId,
  name: known?.name ?? null,
  number: known?.number ?? null,
  result: 'refused',
  decisionId: null,
  state: null,
  why: [why],
})

/** What was left out when it was made, with the names that lists know. */
const refusedOf = async ({ store }: Deps, id: string): Promise<BulkItem[]> => {
  const rows = await store
    .selectFrom('decision_bulk_refusals as refused')
    .leftJoin('session_index as known', 'known.id', 'refused.session_id')
    .select(['refused.session_id', 'refused.why', 'known.name', 'known.number'])
    .where('refused.bulk_id', '=', id)
    .orderBy('refused.session_id')
    .execute()
  return rows.map(({ session_id: sessionId, why, name, number }) => refusedItem(sessionId, why, { name, number }))
}

const answerOf = async (
  deps: Deps,
  { id, outcome, approval_id: approvalId }: { id: string; outcome: Bulk['outcome']; approval_id: string | null },
  rows: readonly DecisionRow[],
): Promise<Bulk> => {
  const times = rows.flatMap(({ stage, wake_at }) => (stage === 'held' && wake_at !== null ? [wake_at] : []))
  return {
    id,
    outcome,
    sendsAt: times.length === 0 ? null : iso(Math.min(...times)),
    approvalId,
    items: [...rows.map(itemOf), ...(await refusedOf(deps, id))],
  }
}

/** What became of each session of a bulk decision that was made just now. */
export const makeTellBulk =
  (deps: Deps) =>
  async ({ id, outcome, refused }: BulkMade): Promise<Bulk> => {
    if (id !== null) return answerOf(deps, await bulkOf(deps, id), await rowsOf(deps, id))
    const items = refused.map(({ sessionId, refusal }) => refusedItem(sessionId, refusal))
    return { id: null, outcome, sendsAt: null, approvalId: null, items }
  }

/** Where a bulk decision stands. What is withheld from this person is not told, so theirs are their own and seniors'. */
export const makeReadBulkDone =
  (deps: Deps & { withheldFor: FindWithheld }) =>
  async (by: Person, id: string): Promise<Bulk> => {
    const bulk = await bulkOf(deps, id)
    const rows = await rowsOf(deps, id)
    const { ledgerSeqs } = await deps.withheldFor(by)
    if (rows.some((row) => row.stage === 'awaiting_second' && ledgerSeqs.has(row.ledger_seq))) throw notYours()
    return answerOf(deps, bulk, rows)
  }
export type ReadBulkDone = ReturnType<typeof makeReadBulkDone>

/** Takes back what can still be taken back of a bulk decision; each says where it stands then. */
export const makeUndoBulk =
  (deps: Deps & { undo: UndoDecision }) =>
  async (by: Person, id: string): Promise<Bulk> => {
    const bulk = await bulkOf(deps, id)
    if (bulk.made_by_id !== by.id && !by.permissions.includes('decisions.overturn')) throw notYours()
    for (const row of await rowsOf(deps, id)) {
      if (row.stage !== 'held' && row.stage !== 'awaiting_second') continue
      try {
        await deps.undo(by, row.id)
      } catch (error) {
        // Too late for this one; the answer says where it stands.
        if (!(error instanceof AppError)) throw error
      }
    }
    return answerOf(deps, bulk, await rowsOf(deps, id))
  }
export type UndoBulk = ReturnType<typeof makeUndoBulk>
