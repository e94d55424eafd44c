import { DecisionInput } from '@verdict/contract/decision'
import type { BulkInput } from '@verdict/contract/decision-bulk'
import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { ApprovalsBook } from '../approvals/approvals.book.ts'
import { whySecond, type Why } from '../approvals/why-second.ts'
import type { LeaseBook } from '../leases/lease-book.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import type { Policies } from '../policy/policies.ts'
import type { Database } from '../store/schema.ts'
import { expectedWords } from './bulk-words.ts'
import type { CheckDecision, CheckedDecision } from './check-decision.ts'
import { askOf } from './decide-session.ts'
import type { DecisionBook } from './decision.book.ts'
import { inTurns } from './in-turns.ts'

interface Refused {
  sessionId: string
  refusal: string
}
type Checked = CheckedDecision | Refused
const isRefused = (checked: Checked): checked is Refused => 'refusal' in checked

export interface BulkMade {
  id: string | null
  outcome: BulkInput['outcome']
  refused: Refused[]
}

/** Bulk decisions of one person within this time add up, so that cutting one into pieces changes nothing. */
const TOGETHER_MS = 600_000

const policyFor = ({ version, policy }: Awaited<ReturnType<Policies['current']>>) => ({ version, fourEyes: policy.fourEyes })

/** One hash for the evidence of many. */
const hashOfAll = (hashes: readonly string[]) => createHash('sha256').update(hashes.toSorted().join(' ')).digest('hex')

/**
 * Decides several sessions for one reason. Each is compared and judged on its own; those that stand are recorded
 * together, all or none. A case with a rule of its own waits on its own; over the policy's number all others wait as one.
 */
export const makeDecideBulk = (deps: {
  store: Kysely<Database>
  ledger: Ledger
  clock: () => number
  newId: () => string
  check: CheckDecision['check']
  book: Pick<DecisionBook, 'openIn' | 'openForAll'>
  approvals: Pick<ApprovalsBook, 'add'>
  leases: Pick<LeaseBook, 'demandFree'>
  policies: Pick<Policies, 'current'>
  wake: () => void
}) => {
  const { store, ledger, clock, newId, check, book, approvals, leases, policies, wake } = deps
  interface All {
    id: string
    why: Why[]
  }
  type Applied = Awaited<ReturnType<Policies['current']>>

  const openOne = async (
    trx: Transaction<Database>,
    { entry, why }: CheckedDecision,
    bulkId: string,
    applied: Applied,
    all: All | null,
  ) => {
    if (why.length === 0) {
      await book.openIn(trx, {
        ...entry,
        bulkId,
        ...(all === null ? {} : { second: { approvalId: all.id, why: all.why.map(({ text }) => text) } }),
      })
      return
    }
    const id = newId()
    const row = await book.openIn(trx, { ...entry, bulkId, second: { approvalId: id, why: why.map(({ text }) => text) } })
    await approvals.add(trx, {
      id,
      kind: 'decision',
      by: entry.by,
      subject: row.id,
      session: { id: entry.sessionId, ...entry.session },
      ask: askOf(entry),
      why,
      evidenceHash: entry.evidenceHash,
      policy: policyFor(applied),
      ledgerSeq: row.ledger_seq,
    })
  }

  const recently = async (by: Person): Promise<number> => {
    const { count } = await store
      .selectFrom('decisions')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('made_by_id', '=', by.id)
      .where('bulk_id', 'is not', null)
      .where('stage', '<>', 'undone')
      .where('made_at', '>', clock() - TOGETHER_MS)
      .executeTakeFirstOrThrow()
    return count
  }

  const askForAll = async (trx: Transaction<Database>, all: All, bulkId: string, checked: readonly CheckedDecision[], applied: Applied) => {
    const [first] = checked
    if (!first) return
    const { id, why } = all
    const evidenceHash = hashOfAll(checked.map(({ entry }) => entry.evidenceHash))
    const { seq } = await ledger.append(trx, {
      actor: first.entry.by,
      action: 'approval.asked',
      subject: id,
      reason: first.entry.reasonLabel,
      data: { kind: 'bulk', bulkId, sessions: checked.length, outcome: first.entry.outcome, evidenceHash, policyVersion: applied.version },
    })
    await approvals.add(trx, {
      id,
      kind: 'bulk',
      by: first.entry.by,
      subject: bulkId,
      session: null,
      ask: askOf(first.entry),
      why,
      evidenceHash,
      policy: policyFor(applied),
      ledgerSeq: seq,
    })
  }

  return async (by: Person, input: BulkInput): Promise<BulkMade> => {
    const { items, outcome, reasonCode, comment } = input
    const applied = await policies.current()
    const taken = new Set((await book.openForAll(items.map(({ sessionId }) => sessionId))).map((row) => row.session_id))
    const checkOne = async (item: (typeof items)[number]): Promise<Checked> => {
      const { sessionId, evidenceHash, seen } = item
      if (taken.has(sessionId)) return { sessionId, refusal: 'A decision for it is under way already.' }
      try {
        await leases.demandFree(by, sessionId)
        return await check(by, sessionId, DecisionInput.parse({ outcome, reasonCode, comment, evidenceHash, seen }), applied)
      } catch (error) {
        return { sessionId, refusal: expectedWords(error) }
      }
    }
    const checked = await inTurns(items, checkOne)
    const refused = checked.filter(isRefused)
    const stands = checked.flatMap((each) => (isRefused(each) ? [] : [each]))
    if (stands.length === 0) return { id: null, outcome, refused }
    const id = newId()
    // Counted is what was asked for: leaving some out by their state must not make a bulk small.
    const size = items.length + (await recently(by))
    const whyAll = whySecond(applied.policy.fourEyes, null, { kind: 'bulk', size })
    const over = whyAll.length > 0
    const plain = stands.filter(({ why }) => why.length === 0)
    const all: All | null = over && plain.length > 0 ? { id: newId(), why: whyAll } : null
    await store.transaction().execute(async (trx) => {
      await trx
        .insertInto('decision_bulks')
        .values({ id, outcome, made_by_id: by.id, made_by_name: by.name, made_at: clock(), approval_id: all?.id ?? null })
        .execute()
      if (refused.length > 0) {
        await trx
          .insertInto('decision_bulk_refusals')
          .values(refused.map(({ sessionId, refusal }) => ({ bulk_id: id, session_id: sessionId, why: refusal })))
          .execute()
      }
      if (all !== null) await askForAll(trx, all, id, plain, applied)
      for (const each of stands) await openOne(trx, each, id, applied, all)
    })
    wake()
    return { id, outcome, refused }
  }
}
export type DecideBulk = ReturnType<typeof makeDecideBulk>
