import { AmlLook, AmlLookDone, AmlLooked, AmlLookQuery } from '@verdict/contract/aml'
import { Hono } from 'hono'
import { z } from 'zod'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { AmlLooks } from './aml-looks.ts'

const SessionParam = z.object({ id: z.uuid('This is not a session id.').toLowerCase() })

export const amlRoutes = (use: Pick<AmlLooks, 'read' | 'looked'>) =>
  new Hono<AppEnv>()
    .get(
      '/sessions/:id/aml-look',
      need('sessions.read', { summary: 'What is new about watch-list hits since the last look', answers: { 200: AmlLook } }),
      validate('param', SessionParam),
      validate('query', AmlLookQuery),
      async (c) => answer(c, AmlLook, await use.read(c.req.valid('param').id, c.req.valid('query').evidenceHash), 200),
    )
    .post(
      '/sessions/:id/aml-look',
      need('aml.review', { summary: 'Note that the watch-list hits were looked at', answers: { 200: AmlLookDone } }),
      validate('param', SessionParam),
      validate('json', AmlLooked),
      async (c) => {
        const kept = await use.looked(c.var.person, c.req.valid('param').id, c.req.valid('json').evidenceHash)
        return answer(c, AmlLookDone, { kept }, 200)
      },
    )
