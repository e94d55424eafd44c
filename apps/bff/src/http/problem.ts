import { Problem } from '@verdict/contract/problem'
import { isDiditError } from '@verdict/didit'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AppError } from '../lib/app-error.ts'
import type { Logger } from '../lib/logger.ts'
import type { AppEnv } from './app-env.ts'
import { brokenJson } from './http.errors.ts'
import { upstreamProblem } from './upstream-problem.ts'

/** Anything thrown as an AppError; undefined for what nobody expected. */
export function expected(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error
  if (isDiditError(error)) return upstreamProblem(error)
  if (error instanceof HTTPException && error.status < 500) return brokenJson()
  return undefined
}

const internal = () =>
  new AppError('internal', 500, 'Verdict has a fault', 'It was logged. Try again; if it stays, give an admin the request id.')

/** The one place where an error becomes an answer. What was not expected says nothing of itself to the outside. */
export function problemAnswer(error: unknown, c: Context<AppEnv>, log: Logger): Response {
  const known = expected(error)
  const requestId: string | undefined = c.get('requestId')
  if (!known) log.error({ err: error, requestId }, 'unexpected error')
  const { code, status, title, detail, fields, retryAfter, changes, holder } = known ?? internal()
  const problem = Problem.parse({ type: `/problems/${code}`, title, status, detail, code, fields, retryAfter, changes, holder, requestId })
  c.header('cache-control', 'no-store')
  if (retryAfter !== undefined) c.header('retry-after', String(Math.ceil(retryAfter)))
  return c.body(JSON.stringify(problem), bodyStatus(status), { 'content-type': 'application/problem+json' })
}

/** AppErrors are made with 4xx and 5xx only, all of which may have a body. */
function bodyStatus(status: number): ContentfulStatusCode {
  return status as ContentfulStatusCode
}
