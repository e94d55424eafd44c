import { Hono } from 'hono'
import { authenticateSession } from '../http/authenticate.ts'
import { detail } from '../http/didit-errors.ts'
import type { EmulatorEnv } from '../http/env.ts'
import { LOWER_SESSION_ID } from '../http/paths.ts'
import { isoMicros } from '../store/ids.ts'
import type { Upstream } from '../upstream.ts'
import { renderReport } from '../world/report-pdf.ts'

const ELIGIBLE = {
  user: {
    statuses: ['Approved', 'Declined', 'In Review', 'Kyc Expired'],
    refusal: 'You can only generate a PDF for sessions in review, declined, approved or kyc expired',
    file: 'session',
  },
  business: {
    statuses: ['Approved', 'Declined', 'In Review'],
    refusal: 'You can only generate a PDF for sessions in review, declined or approved',
    file: 'business',
  },
}

/** `GET /v3/session/{id}/generate-pdf/`: drawn anew, and so different, at every call. */
export function reportRoutes(upstream: Upstream): Hono<EmulatorEnv> {
  const routes = new Hono<EmulatorEnv>()
  routes.get(`/v3/session/${LOWER_SESSION_ID}/generate-pdf/`, authenticateSession(upstream), async (c) => {
    const { facts, decision, reviews } = c.get('session')
    const application = c.get('application')
    const { statuses, refusal, file } = ELIGIBLE[facts.kind]
    if (!statuses.includes(facts.status)) throw detail(403, refusal)
    const stamp = `${isoMicros(upstream.now())} ${application.ids.uuid()}`
    const bytes = await renderReport({
      decision,
      reviews,
      media: (key) => upstream.mediaFile(key),
      stamp,
      applicationName: application.name,
    })
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(bytes.byteLength),
        'content-disposition': `attachment; filename=${file}_${facts.sessionId}.pdf`,
      },
    })
  })
  return routes
}
