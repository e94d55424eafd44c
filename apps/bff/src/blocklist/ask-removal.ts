import type { BlocklistAdd, BlocklistAsked } from '@verdict/contract/blocklist'
import type { AskApproval } from '../approvals/ask-approval.ts'
import { whySecond } from '../approvals/why-second.ts'
import type { Person } from '../lib/person.ts'
import type { Policies } from '../policy/policies.ts'
import type { RemoveFromBlocklist } from './change-blocklist.ts'

/** Takes off at once where one person is enough, else asks for a second one. */
export const makeAskRemoval =
  (deps: {
    policies: Pick<Policies, 'current'>
    ask: AskApproval
    remove: RemoveFromBlocklist
    /** What is known of a session without asking Didit: it may be gone while its entries stand. */
    sessionOf: (sessionId: string) => Promise<{ name: string | null; number: number | null }>
  }) =>
  async (by: Person, input: BlocklistAdd): Promise<{ ledgerSeq: number } | BlocklistAsked> => {
    const policy = await deps.policies.current()
    const why = whySecond(policy.policy.fourEyes, null, { kind: 'blocklistRemoval' })
    if (why.length === 0) return { ledgerSeq: await deps.remove(by, input) }
    const id = input.sessionId.toLowerCase()
    return deps.ask({
      by,
      kind: 'blocklistRemoval',
      session: { id, ...(await deps.sessionOf(id)) },
      ask: { outcome: null, reasonLabel: null, comment: input.reason, resubmit: [], blocklist: [...input.items], share: null },
      why,
      evidenceHash: null,
      policy,
    })
  }
export type AskRemoval = ReturnType<typeof makeAskRemoval>
