import { Hono } from 'hono'
import { amlRoutes } from './aml/aml.routes.ts'
import { connectionRoutes } from './connection/connection.routes.ts'
import { blocklistRoutes } from './blocklist/blocklist.routes.ts'
import { correctionsRoutes } from './corrections/corrections.routes.ts'
import { sharesRoutes } from './shares/shares.routes.ts'
import { approvalsRoutes } from './approvals/approvals.routes.ts'
import { bulkRoutes } from './decisions/bulk.routes.ts'
import { decisionsRoutes } from './decisions/decisions.routes.ts'
import type { Deps } from './deps.ts'
import type { AppEnv } from './http/app-env.ts'
import { identify } from './http/identify.ts'
import { limitBody } from './http/limit-body.ts'
import { nothingHere } from './http/not-found.ts'
import { problemAnswer } from './http/problem.ts'
import { requestLog } from './http/request-log.ts'
import { routeFacts } from './http/route-facts.ts'
import { ownOrigins, sameOrigin } from './http/same-origin.ts'
import { securityHeaders } from './http/security-headers.ts'
import { ledgerRoutes } from './ledger/ledger.routes.ts'
import { leasesRoutes } from './leases/leases.routes.ts'
import { liveRoutes } from './live/live.routes.ts'
import { makeReadLedger } from './ledger/read-ledger.ts'
import { managePeopleRoutes } from './people/manage-people.routes.ts'
import { ownSecurityRoutes } from './people/own-security.routes.ts'
import { accountRoutes } from './people/people.routes.ts'
import { notesRoutes } from './notes/notes.routes.ts'
import { policyRoutes } from './policy/policy.routes.ts'
import { queueRoutes } from './queue/queue.routes.ts'
import { reconciliationRoutes } from './reconciliation/reconciliation.routes.ts'
import { sessionIndexRoutes } from './session-index/session-index.routes.ts'
import { sessionsRoutes } from './sessions/sessions.routes.ts'
import { trailRoutes } from './trail/trail.routes.ts'
import { makeCheckReady } from './system/check-ready.ts'
import { systemRoutes } from './system/system.routes.ts'
import { makeSavedViews } from './views/saved-views.ts'
import { viewsRoutes } from './views/views.routes.ts'
import { webRoutes } from './web/web.routes.ts'
import { manageWebhooksRoutes } from './webhooks/manage-webhooks.routes.ts'
import { webhooksRoutes } from './webhooks/webhooks.routes.ts'

const MAX_BODY_BYTES = 1024 * 1024

/** The whole server as one Hono app. A new room adds its `.route()` line here. */
export function createApp(deps: Deps) {
  const { env, log, newId, metrics } = deps
  const app = new Hono<AppEnv>()
  app.onError((error, c) => problemAnswer(error, c, log))
  app.notFound((c) => problemAnswer(nothingHere(app, c), c, log))
  app.use(
    requestLog({ log, newId, heard: (report) => metrics.request(report) }),
    securityHeaders({ https: env.publicUrl.startsWith('https:') }),
  )
  app.use('/api/*', sameOrigin(ownOrigins(env)), limitBody(MAX_BODY_BYTES), identify({ ...deps, ...deps.people }))
  const table = app
    .route('/api', accountRoutes(deps.people))
    .route('/api/me', ownSecurityRoutes(deps.people))
    .route('/api', managePeopleRoutes(deps.people))
    .route('/api/connection', connectionRoutes(deps))
    .route('/api/events', liveRoutes(deps))
    .route('/api/ledger', ledgerRoutes({ readLedger: makeReadLedger(deps), withheldFor: deps.decisions.withheldFor }))
    .route('/webhooks', webhooksRoutes(deps.webhooks.useCases))
    .route('/api/webhooks', manageWebhooksRoutes(deps.webhooks.useCases))
    .route('/api', reconciliationRoutes(deps.reconciliation.alarms))
    .route(
      '/',
      systemRoutes({ checkReady: makeCheckReady(deps), metrics, metricsToken: env.metricsToken, routeTable: () => routeFacts(app.routes) }),
    )
    .route('/api/decisions/bulk', bulkRoutes(deps.decisions.bulk))
    .route('/api', decisionsRoutes(deps.decisions.useCases))
    .route('/api/approvals', approvalsRoutes(deps.approvals))
    .route('/api', correctionsRoutes(deps.corrections))
    .route('/api', amlRoutes(deps.amlLooks))
    .route('/api', blocklistRoutes(deps.blocklist))
    .route('/api', sharesRoutes(deps.shares))
    .route('/api/sessions', leasesRoutes(deps))
    .route('/api/policy', policyRoutes(deps))
    .route('/api', queueRoutes(deps))
    .route('/api', sessionsRoutes(deps.sessions))
    .route('/api', trailRoutes({ ...deps, withheldFor: deps.decisions.withheldFor }))
    .route('/api/index', sessionIndexRoutes(deps.index))
    .route('/api/views', viewsRoutes(makeSavedViews(deps)))
    .route('/api', notesRoutes(deps))
  app.route('/', webRoutes(deps.web))
  return table
}

export type App = ReturnType<typeof createApp>
