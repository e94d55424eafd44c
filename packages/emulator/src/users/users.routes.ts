import type { Hono } from 'hono'
import { USER_WORDS } from '../http/authenticate.ts'
import type { EmulatorEnv } from '../http/env.ts'
import type { Upstream } from '../upstream.ts'
import { USER_RULES } from './entity-body.ts'
import { userDetail, userRow } from './entity-row.ts'
import { entityRoutes } from './entity.routes.ts'

export function usersRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  return entityRoutes(upstream, {
    base: '/v3/users',
    kind: 'user',
    words: USER_WORDS,
    rules: USER_RULES,
    patchStatusWords: 'choice',
    patchSyncsBlocklist: false,
    entities: (application) => application.users,
    row: userRow,
    detail: userDetail,
  })
}
