import { Decision, DecisionAccepted, DecisionInput, DecisionList } from '@verdict/contract/decision'
import { Hono } from 'hono'
import { z } from 'zod'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { HurryDecision, UndoDecision } from './change-held-decision.ts'
import type { DecideSession } from './decide-session.ts'
import { adaptDecision } from './decision.adapt.ts'
import type { ListDecisions, ReadDecision } from './follow-decision.ts'

/** One session is one text, so that two spellings of its id cannot be decided side by side. */
const SessionParam = z.object({ id: z.uuid('This is not a session id.').toLowerCase() })
const DecisionParam = z.object({ id: z.string().min(1).max(100) })

export interface DecisionsUseCases {
  decideSession: DecideSession
  readDecision: ReadDecision
  listDecisions: ListDecisions
  undoDecision: UndoDecision
  hurryDecision: HurryDecision
}

export const decisionsRoutes = (use: DecisionsUseCases) =>
  new Hono<AppEnv>()
    .post(
      '/sessions/:id/decisions',
      need('decisions.make', { summary: 'Decide a session; held until sendsAt', answers: { 202: DecisionAccepted } }),
      validate('param', SessionParam),
      validate('json', DecisionInput),
      async (c) => {
        const row = await use.decideSession(c.var.person, c.req.valid('param').id, c.req.valid('json'))
        const { id, state, sendsAt, second } = adaptDecision(row)
        const waits = { why: second?.why ?? [], approvalId: second?.approvalId ?? null }
        return answer(c, DecisionAccepted, { id, state, sendsAt, ...waits }, 202)
      },
    )
    .get('/decisions', need('decisions.read', { summary: 'My decisions under way', answers: { 200: DecisionList } }), async (c) => {
      const rows = await use.listDecisions(c.var.person)
      return answer(c, DecisionList, { decisions: rows.map(adaptDecision) }, 200)
    })
    .get(
      '/decisions/:id',
      need('decisions.read', { summary: 'Where a decision stands', answers: { 200: Decision } }),
      validate('param', DecisionParam),
      async (c) => answer(c, Decision, adaptDecision(await use.readDecision(c.var.person, c.req.valid('param').id)), 200),
    )
    .delete(
      '/decisions/:id',
      need('decisions.make', {
        summary: 'Undo a decision while it is held, or take it back while it waits for a second person',
        answers: { 200: Decision },
      }),
      validate('param', DecisionParam),
      async (c) => answer(c, Decision, adaptDecision(await use.undoDecision(c.var.person, c.req.valid('param').id)), 200),
    )
    .post(
      '/decisions/:id/send',
      need('decisions.make', { summary: 'Send a held decision now', answers: { 200: Decision } }),
      validate('param', DecisionParam),
      async (c) => answer(c, Decision, adaptDecision(await use.hurryDecision(c.var.person, c.req.valid('param').id)), 200),
    )
