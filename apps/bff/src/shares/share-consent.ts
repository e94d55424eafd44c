import type { ShareAsked, ShareInput } from '@verdict/contract/shares'
import type { Kysely } from 'kysely'
import type { AskApproval } from '../approvals/ask-approval.ts'
import { askedOf } from '../approvals/approval.rows.ts'
import { approvalDoesNotCover, evidenceGone } from '../approvals/approvals.errors.ts'
import { whySecond } from '../approvals/why-second.ts'
import type { Person } from '../lib/person.ts'
import type { Policies } from '../policy/policies.ts'
import type { Database } from '../store/schema.ts'

interface Shared {
  id: string
  name: string | null
  number: number | null
  evidenceHash: string
}

/** Where the policy asks for two people: asks, or uses up the approval that covers exactly this. */
export const makeShareConsent =
  (deps: { store: Kysely<Database>; policies: Pick<Policies, 'current'>; ask: AskApproval }) =>
  async (by: Person, session: Shared, input: ShareInput): Promise<ShareAsked | { giveBack: () => Promise<void> }> => {
    const { store, policies, ask } = deps
    const { applicationId, ttlSeconds, purpose, approvalId } = input
    if (approvalId === undefined) {
      const policy = await policies.current()
      const why = whySecond(policy.policy.fourEyes, null, { kind: 'share' })
      if (why.length === 0) return { giveBack: async () => undefined }
      const { evidenceHash, ...named } = session
      const asked = {
        outcome: null,
        reasonLabel: null,
        comment: purpose,
        resubmit: [],
        blocklist: null,
        share: { applicationId, ttlSeconds },
      }
      return ask({ by, kind: 'share', session: named, ask: asked, why, evidenceHash, policy })
    }
    const row = await store.selectFrom('approvals').selectAll().where('id', '=', approvalId).executeTakeFirst()
    const asked = row && row.kind === 'share' && row.stage === 'approved' && row.made_by_id === by.id ? askedOf(row) : null
    const same =
      asked !== null &&
      row?.session_id === session.id.toLowerCase() &&
      asked.comment === purpose &&
      asked.share?.applicationId === applicationId &&
      asked.share.ttlSeconds === ttlSeconds
    if (!same) throw approvalDoesNotCover()
    if (row.evidence_hash !== session.evidenceHash) throw evidenceGone([])
    const used = await store
      .updateTable('approvals')
      .set({ subject: 'used' })
      .where('id', '=', approvalId)
      .where('subject', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!used) throw approvalDoesNotCover()
    return {
      giveBack: async () => {
        await store.updateTable('approvals').set({ subject: null }).where('id', '=', approvalId).execute()
      },
    }
  }
export type ShareConsent = ReturnType<typeof makeShareConsent>
