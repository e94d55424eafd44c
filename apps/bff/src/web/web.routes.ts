import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { publicRoute } from '../http/access.ts'
import type { AppEnv } from '../http/app-env.ts'
import { contentPolicy } from '../http/security-headers.ts'
import type { WebFile, WebFiles } from './web-files.ts'

const notBuilt = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Verdict</title></head><body>
<h1>The pages are not built yet</h1>
<p>Verdict’s server is running, but there is nothing to show. Stop it and run <code>npx -y pnpm@12 start</code>,
which builds the pages first. While developing, <code>pnpm dev</code> serves them from source.</p></body></html>`

const server = ['/api', '/metrics', '/healthz', '/readyz']
/** `/webhooks` itself is a page; what is below it is Didit's. */
const isServer = (path: string) =>
  path.startsWith('/webhooks/') || server.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))

/** The pages and their files; every address that is not the server's opens the app. Mounted at `/`, last. */
export function webRoutes(files: WebFiles) {
  return new Hono<AppEnv>().get('*', publicRoute('the pages themselves'), async (c) => {
    const { path } = c.req
    if (isServer(path)) return c.notFound()
    const found = await files.file(path)
    if (found) return sendFile(c, found)
    const wantsPage = /text\/html|\*\/\*/.test(c.req.header('accept') ?? '*/*')
    if (!wantsPage || path.startsWith('/assets/') || /\.[a-z0-9]{1,11}$/i.test(path)) return c.notFound()
    return sendPage(c, await files.page())
  })
}

function sendFile(c: Context<AppEnv>, file: WebFile): Response {
  const accepted = c.req.header('accept-encoding') ?? ''
  const coding = (['br', 'gzip'] as const).find((name) => file.bytes.has(name) && new RegExp(`\\b${name}\\b`).test(accepted))
  const body = file.bytes.get(coding ?? 'identity') ?? new Uint8Array()
  c.header('content-type', file.contentType)
  c.header('vary', 'accept-encoding')
  if (coding) c.header('content-encoding', coding)
  c.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
  return c.body(body, 200)
}

/** The page carries a nonce of its own, for the style tags that it makes; therefore it is never kept. */
function sendPage(c: Context<AppEnv>, page: string | undefined): Response {
  if (page === undefined) return c.html(notBuilt, 503)
  const nonce = randomBytes(16).toString('base64')
  c.header('content-security-policy', contentPolicy(nonce))
  c.header('cache-control', 'no-store')
  return c.html(page.replace(/(<meta name="csp-nonce" content=")[^"]*(")/, `$1${nonce}$2`), 200)
}
