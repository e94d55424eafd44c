import { Approval, ApprovalAnswer, ApprovalList } from '@verdict/contract/approval'
import { Hono } from 'hono'
import { z } from 'zod'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { stepUpNeeded } from '../http/http.errors.ts'
import { validate } from '../http/validate.ts'
import type { AnswerApproval } from './answer-approval.ts'
import type { ListApprovals, ReadApproval, WithdrawApproval } from './follow-approvals.ts'

const ApprovalParam = z.object({ id: z.string().min(1).max(100) })

export interface ApprovalsUseCases {
  listApprovals: ListApprovals
  readApproval: ReadApproval
  answerApproval: AnswerApproval
  withdrawApproval: WithdrawApproval
}

/** Mounted at `/api/approvals`. Who may answer which kind is judged by the use case, with the row before it. */
export const approvalsRoutes = (use: ApprovalsUseCases) =>
  new Hono<AppEnv>()
    .get('/', need('approvals.read', { summary: 'What waits for a second person', answers: { 200: ApprovalList } }), async (c) =>
      answer(c, ApprovalList, await use.listApprovals(c.var.person), 200),
    )
    .get(
      '/:id',
      need('approvals.read', { summary: 'One request for a second person', answers: { 200: Approval } }),
      validate('param', ApprovalParam),
      async (c) => answer(c, Approval, await use.readApproval(c.var.person, c.req.valid('param').id), 200),
    )
    .post(
      '/:id',
      need('approvals.give', { summary: 'Answer as the second or third person', answers: { 200: Approval } }),
      validate('param', ApprovalParam),
      validate('json', ApprovalAnswer),
      async (c) => {
        const { id } = c.req.valid('param')
        const { kind } = await use.readApproval(c.var.person, id)
        // As grave as doing it alone was.
        if (kind === 'blocklistRemoval' && !(await c.var.provedLately())) throw stepUpNeeded()
        await use.answerApproval(c.var.person, id, c.req.valid('json'))
        return answer(c, Approval, await use.readApproval(c.var.person, id), 200)
      },
    )
    .delete(
      '/:id',
      need('approvals.read', { summary: 'Take one’s own request back', answers: { 200: Approval } }),
      validate('param', ApprovalParam),
      async (c) => {
        const { id } = c.req.valid('param')
        await use.withdrawApproval(c.var.person, id)
        return answer(c, Approval, await use.readApproval(c.var.person, id), 200)
      },
    )
