import { Trail, TrailQuery } from '@verdict/contract/trail'
import { Hono } from 'hono'
import { z } from 'zod'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { Person } from '../lib/person.ts'
import type { GetTimeline } from './get-timeline.ts'

const SessionParam = z.object({ id: z.string().max(200) })

/** What is withheld from a person; from the approvals room. */
type WithheldFor = (person: Person) => Promise<{ ledgerSeqs: ReadonlySet<number> }>

export const trailRoutes = ({ getTimeline, withheldFor }: { getTimeline: GetTimeline; withheldFor: WithheldFor }) =>
  new Hono<AppEnv>().get(
    '/sessions/:id/timeline',
    need('sessions.read', { summary: 'Our trail and Didit’s, merged', answers: { 200: Trail } }),
    validate('param', SessionParam),
    validate('query', TrailQuery),
    async (c) => {
      const { ledgerSeqs } = await withheldFor(c.var.person)
      return answer(c, Trail, await getTimeline(c.req.valid('param').id, ledgerSeqs, c.req.valid('query').didit), 200)
    },
  )
