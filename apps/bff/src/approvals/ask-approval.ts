import type { ApprovalKind } from '@verdict/contract/approval'
import type { PolicyVersion } from '@verdict/contract/policy'
import type { Kysely } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import type { Person } from '../lib/person.ts'
import type { Database } from '../store/schema.ts'
import type { Asked } from './approval.rows.ts'
import type { ApprovalsBook } from './approvals.book.ts'
import type { Why } from './why-second.ts'

export interface Asking {
  by: Person
  kind: Exclude<ApprovalKind, 'decision' | 'bulk'>
  session: { id: string; name: string | null; number: number | null }
  ask: Asked
  why: readonly Why[]
  evidenceHash: string | null
  policy: PolicyVersion
}

/** Puts a request for a second person on record; nothing else happens until one agrees. */
export const makeAskApproval =
  (deps: { store: Kysely<Database>; ledger: Ledger; book: Pick<ApprovalsBook, 'add'>; newId: () => string }) =>
  async ({ by, kind, session, ask, why, evidenceHash, policy }: Asking): Promise<{ approvalId: string; why: string[] }> => {
    const { store, ledger, book, newId } = deps
    const id = newId()
    await store.transaction().execute(async (trx) => {
      const { seq } = await ledger.append(trx, {
        actor: by,
        action: 'approval.asked',
        sessionId: session.id,
        subject: id,
        reason: ask.comment,
        data: {
          kind,
          why: why.map(({ text }) => text),
          policyVersion: policy.version,
          ...(ask.blocklist === null ? {} : { items: ask.blocklist }),
          ...(ask.share === null ? {} : { applicationId: ask.share.applicationId, ttlSeconds: ask.share.ttlSeconds }),
          ...(evidenceHash === null ? {} : { evidenceHash }),
        },
      })
      await book.add(trx, {
        id,
        kind,
        by,
        subject: null,
        session,
        ask,
        why,
        evidenceHash,
        policy: { version: policy.version, fourEyes: policy.policy.fourEyes },
        ledgerSeq: seq,
      })
    })
    return { approvalId: id, why: why.map(({ text }) => text) }
  }
export type AskApproval = ReturnType<typeof makeAskApproval>
