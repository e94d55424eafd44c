import { PolicyChange, PolicyHistory, PolicyVersion } from '@verdict/contract/policy'
import { Hono } from 'hono'
import { z } from 'zod'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { Policies } from './policies.ts'

const VersionParam = z.object({ version: z.coerce.number().int().min(0) })

/** Mounted at `/api/policy`. */
export function policyRoutes({ policies }: { policies: Policies }) {
  return new Hono<AppEnv>()
    .get('/', need('policy.read', { summary: 'The rules that apply now', answers: { 200: PolicyVersion } }), async (c) =>
      answer(c, PolicyVersion, await policies.current(), 200),
    )
    .put(
      '/',
      need('policy.change', { summary: 'Make the next version of the rules', answers: { 200: PolicyVersion }, stepUp: true }),
      validate('json', PolicyChange),
      async (c) => answer(c, PolicyVersion, await policies.change(c.var.person, c.req.valid('json')), 200),
    )
    .get('/versions', need('policy.read', { summary: 'Who changed the rules when', answers: { 200: PolicyHistory } }), async (c) =>
      answer(c, PolicyHistory, await policies.history(), 200),
    )
    .get(
      '/versions/:version',
      need('policy.read', { summary: 'The rules as they were', answers: { 200: PolicyVersion } }),
      validate('param', VersionParam),
      async (c) => answer(c, PolicyVersion, await policies.at(c.req.valid('param').version), 200),
    )
}
