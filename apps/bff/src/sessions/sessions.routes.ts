import { SessionDetail } from '@verdict/contract/case'
import { SessionPage, SessionQuery, WorkflowList } from '@verdict/contract/session'
import { Hono } from 'hono'
import { z } from 'zod'
import { need } from '../http/access.ts'
import { answer, answerFinished } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { GetReport } from './get-report.ts'
import type { GetSession } from './get-session.ts'
import type { ListSessions } from '../session-index/list-sessions.ts'
import type { Workflows } from './list-workflows.ts'
import type { Media, ReadMedia } from './read-media.ts'

const SessionParam = z.object({ id: z.string().max(200) })
/** `ahead=1`: a list reads a case before anybody looks at it. */
const SessionAsked = z.object({ ahead: z.literal('1').optional() })
const MediaParam = SessionParam.extend({ ref: z.string().regex(/^[\w-]{1,40}$/, 'This is not the name of a capture.') })

export interface SessionsUseCases {
  listSessions: ListSessions
  getSession: GetSession
  readMedia: ReadMedia
  getReport: GetReport
  workflows: Pick<Workflows, 'list'>
}

/** The content policy of captures: shown as they are, never run, never framed into something else. */
function mediaHeaders(media: Media, etag: string): Record<string, string> {
  return {
    'content-type': media.type.contentType,
    'content-disposition': `inline; filename="${media.filename}"`,
    'content-security-policy': media.type.document
      ? "default-src 'none'; sandbox"
      : "default-src 'none'; sandbox; style-src 'unsafe-inline'",
    'cache-control': 'private, max-age=300',
    'accept-ranges': 'bytes',
    etag,
    ...(media.length === null ? {} : { 'content-length': String(media.length) }),
    ...(media.status === 206 && media.contentRange !== null ? { 'content-range': media.contentRange } : {}),
  }
}

export const sessionsRoutes = (use: SessionsUseCases) =>
  new Hono<AppEnv>()
    .get(
      '/sessions',
      need('sessions.read', { summary: 'Search and filter all sessions', answers: { 200: SessionPage } }),
      validate('query', SessionQuery),
      async (c) => answer(c, SessionPage, await use.listSessions(c.req.valid('query')), 200),
    )
    .get(
      '/workflows',
      need('sessions.read', { summary: 'Workflows, for filters and imports', answers: { 200: WorkflowList } }),
      async (c) => answer(c, WorkflowList, await use.workflows.list(), 200),
    )
    .get(
      '/sessions/:id',
      need('sessions.read', { summary: 'A case with its evidence hash and allowed actions', answers: { 200: SessionDetail } }),
      validate('param', SessionParam),
      validate('query', SessionAsked),
      async (c) => {
        const ahead = c.req.valid('query').ahead === '1'
        return answerFinished(c, await use.getSession(c.var.person, c.req.valid('param').id, { ahead }), 200)
      },
    )
    .get(
      '/sessions/:id/media/:ref',
      need('sessions.read', { summary: 'A picture, video or file of a session', answers: { 200: 'image/*, video/*, application/pdf' } }),
      validate('param', MediaParam),
      async (c) => {
        const { id, ref } = c.req.valid('param')
        const etag = `"${ref}"`
        if (c.req.header('if-none-match') === etag && ref !== 'portrait') return c.body(null, 304, { etag })
        const media = await use.readMedia({ sessionId: id, ref, range: c.req.header('range') })
        return c.body(media.stream, media.status, mediaHeaders(media, etag))
      },
    )
    .get(
      '/sessions/:id/report.pdf',
      need('reports.read', { summary: 'Didit’s report of a session', answers: { 200: 'application/pdf' } }),
      validate('param', SessionParam),
      async (c) => {
        const report = await use.getReport(c.var.person, c.req.valid('param').id)
        return c.body(report.stream, 200, {
          'content-type': 'application/pdf',
          'content-disposition': `attachment; filename="${report.filename}"`,
          ...(report.length === null ? {} : { 'content-length': String(report.length) }),
        })
      },
    )
