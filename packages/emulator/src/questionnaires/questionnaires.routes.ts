import { Hono } from 'hono'
import { authenticate } from '../http/authenticate.ts'
import { notFound } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { paginate } from '../http/paginate.ts'
import { idParam, uuidParam } from '../http/paths.ts'
import type { Upstream } from '../upstream.ts'
import { questionnaireDetail, questionnaireRow } from './questionnaire-forms.ts'

/** `GET /v3/questionnaires/` and `GET /v3/questionnaires/{uuid}/`. */
export function questionnairesRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.get('/v3/questionnaires/', authenticate(upstream), (c) =>
    c.json(paginate(c, c.get('application').sessions.world.questionnaires.map(questionnaireRow))),
  )
  routes.get(`/v3/questionnaires/${uuidParam('uuid')}/`, authenticate(upstream), (c) => {
    const id = idParam(c, 'uuid')
    const known = c.get('application').sessions.world.questionnaires
    const found = known.find((candidate) => candidate['uuid'] === id || candidate['questionnaire_id'] === id)
    if (found === undefined) throw notFound()
    return c.json(questionnaireDetail(found))
  })
  return routes
}
