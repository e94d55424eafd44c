import { Bulk, BulkCases, BulkInput, BulkRead } from '@verdict/contract/decision-bulk'
import { Hono } from 'hono'
import { z } from 'zod'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { DecideBulk } from './decide-bulk.ts'
import type { makeTellBulk, ReadBulkDone, UndoBulk } from './follow-bulk.ts'
import type { ReadBulk } from './read-bulk.ts'

const BulkParam = z.object({ id: z.string().min(1).max(100) })

export interface BulkUseCases {
  readBulk: ReadBulk
  decideBulk: DecideBulk
  tellBulk: ReturnType<typeof makeTellBulk>
  readBulkDone: ReadBulkDone
  undoBulk: UndoBulk
}

/** Mounted at `/api/decisions/bulk`. */
export const bulkRoutes = (use: BulkUseCases) =>
  new Hono<AppEnv>()
    .post(
      '/read',
      need('decisions.make', { summary: 'What stands in the cases that are to be decided together', answers: { 200: BulkCases } }),
      validate('json', BulkRead),
      async (c) => answer(c, BulkCases, await use.readBulk(c.var.person, c.req.valid('json')), 200),
    )
    .post(
      '/',
      need('decisions.make', { summary: 'Decide several sessions for one reason, each on its own', answers: { 202: Bulk } }),
      validate('json', BulkInput),
      async (c) => answer(c, Bulk, await use.tellBulk(await use.decideBulk(c.var.person, c.req.valid('json'))), 202),
    )
    .get(
      '/:id',
      need('decisions.read', { summary: 'What became of each of them', answers: { 200: Bulk } }),
      validate('param', BulkParam),
      async (c) => answer(c, Bulk, await use.readBulkDone(c.var.person, c.req.valid('param').id), 200),
    )
    .delete(
      '/:id',
      need('decisions.make', { summary: 'Undo all that can still be undone', answers: { 200: Bulk } }),
      validate('param', BulkParam),
      async (c) => answer(c, Bulk, await use.undoBulk(c.var.person, c.req.valid('param').id), 200),
    )
