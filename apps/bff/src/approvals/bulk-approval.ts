import type { DecisionBook } from '../decisions/decision.book.ts'
import type { ApprovalKindHands } from './answer-approval.ts'
import { saidNo } from './approval.words.ts'
import type { makeDecisionHands } from './decision-approval.ts'

/**
 * What an answer does to the decisions of a bulk: each is held under both names, or void. Each is compared with Didit
 * once more before it is sent, so they are not all read again here.
 */
export const makeBulkHands = (deps: {
  decisions: Pick<DecisionBook, 'waitingIn' | 'moveIn'>
  single: Pick<ReturnType<typeof makeDecisionHands>, 'hold'>
  wake: () => void
}): ApprovalKindHands => {
  const { decisions, single, wake } = deps
  return {
    outside: false,
    changes: async () => null,
    within: async (trx, row, next, by, said) => {
      for (const decision of await decisions.waitingIn(trx, row.id)) {
        if (next === 'do') await single.hold(trx, decision, by)
        else {
          await decisions.moveIn(trx, decision, {
            event: 'second-rejected',
            change: { problem: saidNo(by, said.comment) },
            record: { actor: 'verdict', action: 'decision.rejected', outcome: 'void' },
          })
        }
      }
    },
    withdrawn: async (trx, row, by) => {
      for (const decision of await decisions.waitingIn(trx, row.id)) {
        await decisions.moveIn(trx, decision, { event: 'undo', record: { actor: by, action: 'decision.undone', outcome: 'undone' } })
      }
    },
    voided: async () => undefined,
    after: async (_row, next) => {
      if (next === 'do') wake()
    },
  }
}
