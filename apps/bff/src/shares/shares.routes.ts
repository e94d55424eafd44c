import { ImportDone, ImportInput, ShareAsked, ShareInput, ShareList, ShareMade } from '@verdict/contract/shares'
import { Hono } from 'hono'
import { z } from 'zod'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { ImportSession } from './import-session.ts'
import type { ListShares, ShareSession } from './share-session.ts'

const SessionParam = z.object({ id: z.uuid('This is not a session id.').toLowerCase() })

export interface SharesUseCases {
  shareSession: ShareSession
  listShares: ListShares
  importSession: ImportSession
}

export const sharesRoutes = (use: SharesUseCases) =>
  new Hono<AppEnv>()
    .post(
      '/sessions/:id/shares',
      need('shares.make', {
        summary: 'Mint a share token, shown once, or ask a second person for it',
        answers: { 201: ShareMade, 202: ShareAsked },
      }),
      validate('param', SessionParam),
      validate('json', ShareInput),
      async (c) => {
        c.header('cache-control', 'no-store')
        const made = await use.shareSession(c.var.person, c.req.valid('param').id, c.req.valid('json'))
        if ('approvalId' in made) return answer(c, ShareAsked, made, 202)
        return answer(c, ShareMade, made, 201)
      },
    )
    .get('/shares', need('shares.read', { summary: 'What was shared, and until when', answers: { 200: ShareList } }), async (c) =>
      answer(c, ShareList, { shares: await use.listShares() }, 200),
    )
    .post(
      '/imports',
      need('imports.make', { summary: 'Redeem a partner’s share token', answers: { 201: ImportDone } }),
      validate('json', ImportInput),
      async (c) => answer(c, ImportDone, { sessionId: await use.importSession(c.var.person, c.req.valid('json')) }, 201),
    )
