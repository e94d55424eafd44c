import { SavedView, SavedViewInput, SavedViewList } from '@verdict/contract/views'
import { Hono } from 'hono'
import { z } from 'zod'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { SavedViews } from './saved-views.ts'

const ViewParam = z.object({ viewId: z.string().max(100) })

/** Mounted at `/api/views`. */
export const viewsRoutes = (views: SavedViews) =>
  new Hono<AppEnv>()
    .get('/', need('sessions.read', { summary: 'Saved views: mine and the team’s', answers: { 200: SavedViewList } }), async (c) =>
      answer(c, SavedViewList, await views.list(c.var.person), 200),
    )
    .post(
      '/',
      need('sessions.read', { summary: 'Save a view', answers: { 201: SavedView } }),
      validate('json', SavedViewInput),
      async (c) => answer(c, SavedView, await views.save(c.var.person, c.req.valid('json')), 201),
    )
    .delete(
      '/:viewId',
      need('sessions.read', { summary: 'Remove a view of mine', answers: { 204: 'none' } }),
      validate('param', ViewParam),
      async (c) => {
        await views.remove(c.var.person, c.req.valid('param').viewId)
        return c.body(null, 204)
      },
    )
