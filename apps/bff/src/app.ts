import { Hono } from 'hono'
import { connectionRoutes } from './connection/connection.routes.ts'
import { decisionsRoutes } from './decisions/decisions.routes.ts'
import type { Deps } from './deps.ts'
import type { AppEnv } from './http/app-env.ts'
import { notFound } from './http/http.errors.ts'
import { identify } from './http/identify.ts'
import { problemAnswer } from './http/problem.ts'
import { accountRoutes } from './people/people.routes.ts'
import { makeSignIn } from './people/sign-in.ts'
import { makeSignInGuard } from './people/sign-in-guard.ts'
import { makeSignOut } from './people/sign-out.ts'
import { makeDescribeMe, makeWelcome } from './people/welcome.ts'

/** The whole server as one Hono app. A new room adds its `.route()` line here. */
export function createApp(deps: Deps) {
  const guard = makeSignInGuard(deps)
  const app = new Hono<AppEnv>()
  app.onError((error, c) => problemAnswer(error, c, deps.log))
  app.notFound((c) => problemAnswer(notFound(), c, deps.log))
  app.use('/api/*', identify(deps.identifyPerson))
  return app
    .route(
      '/api',
      accountRoutes({
        signIn: makeSignIn({ ...deps, guard }),
        signOut: makeSignOut(deps),
        describeMe: makeDescribeMe(deps.env),
        welcome: makeWelcome(deps),
      }),
    )
    .route('/api/connection', connectionRoutes(deps))
    .route('/api', decisionsRoutes(deps.decisions.useCases))
}

export type App = ReturnType<typeof createApp>
