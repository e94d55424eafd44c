import { IndexFacets, IndexFacetsQuery, IndexProgress } from '@verdict/contract/session-index'
import { Hono } from 'hono'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { CountFacets, DescribeIndex } from './describe-index.ts'

/** Mounted at `/api/index`. */
export const sessionIndexRoutes = ({ describe, facets }: { describe: DescribeIndex; facets: CountFacets }) =>
  new Hono<AppEnv>()
    .get('/', need('sessions.read', { summary: 'How far our own list of sessions is', answers: { 200: IndexProgress } }), async (c) =>
      answer(c, IndexProgress, await describe(), 200),
    )
    .get(
      '/facets',
      need('sessions.read', { summary: 'How many sessions there are of each value', answers: { 200: IndexFacets } }),
      validate('query', IndexFacetsQuery),
      async (c) => answer(c, IndexFacets, await facets(c.req.valid('query')), 200),
    )
