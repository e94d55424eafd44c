import { LeaseInput, LeaseTaken, Presence, TabInput, TabQuery } from '@verdict/contract/lease'
import { Hono } from 'hono'
import { z } from 'zod'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { WorkOnSession } from './work-on-session.ts'

const SessionParam = z.object({ id: z.uuid('This is not a session id.').toLowerCase() })

/** Mounted at `/api/sessions`. */
export const leasesRoutes = ({ workOnSession: use }: { workOnSession: WorkOnSession }) =>
  new Hono<AppEnv>()
    .post(
      '/:id/lease',
      need('decisions.make', { summary: 'Take or renew a case to work on, or take it over', answers: { 200: LeaseTaken } }),
      validate('param', SessionParam),
      validate('json', LeaseInput),
      async (c) => answer(c, LeaseTaken, await use.take(c.var.person, c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .delete(
      '/:id/lease',
      need('decisions.make', { summary: 'Give a case back', answers: { 200: Presence } }),
      validate('param', SessionParam),
      validate('query', TabQuery),
      async (c) => answer(c, Presence, await use.giveBack(c.var.person, c.req.valid('param').id, c.req.valid('query').tab), 200),
    )
    .get(
      '/:id/presence',
      need('sessions.read', { summary: 'Who has a case open, and who works on it', answers: { 200: Presence } }),
      validate('param', SessionParam),
      async (c) => answer(c, Presence, await use.presenceOf(c.req.valid('param').id), 200),
    )
    .post(
      '/:id/presence',
      need('sessions.read', { summary: 'Say that a tab has a case open', answers: { 200: Presence } }),
      validate('param', SessionParam),
      validate('json', TabInput),
      async (c) => answer(c, Presence, await use.beHere(c.var.person, c.req.valid('param').id, c.req.valid('json').tab), 200),
    )
    .delete(
      '/:id/presence',
      need('sessions.read', { summary: 'Say that a tab has closed a case', answers: { 200: Presence } }),
      validate('param', SessionParam),
      validate('query', TabQuery),
      async (c) => answer(c, Presence, await use.giveBack(c.var.person, c.req.valid('param').id, c.req.valid('query').tab), 200),
    )
