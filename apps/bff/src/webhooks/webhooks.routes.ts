import { Hono } from 'hono'
import { publicRoute } from '../http/access.ts'
import type { AppEnv } from '../http/app-env.ts'
import { limitBody } from '../http/limit-body.ts'
import type { ReceiveWebhook } from './receive-webhook.ts'

const MAX_BYTES = 5 * 1024 * 1024

/** Mounted at `/webhooks`. No cookie, no origin: the signature is the proof. */
export function webhooksRoutes({ receiveWebhook, refused }: { receiveWebhook: ReceiveWebhook; refused: (why: string) => void }) {
  return new Hono<AppEnv>().post(
    '/didit',
    publicRoute('signed by Didit', { summary: 'For Didit: what happened to a session' }),
    async (c, next) => {
      await next()
      if (c.res.status === 413) refused('too-large')
    },
    limitBody(MAX_BYTES),
    async (c) => {
      const rawBody = new Uint8Array(await c.req.arrayBuffer())
      const { taken } = await receiveWebhook({ rawBody, headers: c.req.raw.headers })
      return c.json({ taken }, 200)
    },
  )
}
