import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { StartError } from '../lib/start-error.ts'

type Handler = (request: Request, env: object) => Response | Promise<Response>

export interface Listening {
  port: number
  /** From here on requests are answered by the app. */
  serve(handler: Handler): void
  /** Takes no new connection, lets what is under way finish for `graceMs`, then ends it. */
  close(graceMs: number): Promise<void>
}

/** Takes the port before anything else is touched, so that a second start harms nothing. */
export async function listen({ port, host }: { port: number; host: string }): Promise<Listening> {
  let handler: Handler = () => new Response('Verdict is starting.\n', { status: 503, headers: { 'retry-after': '1' } })
  // Its own Request and Response, made in place of Node's: those cost more than most of our answers.
  const server = createAdaptorServer({ fetch: (request, env) => handler(request, env) })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(cannotListen(host, port, cause)))
    server.listen(port, host, resolve)
  })
  const address: AddressInfo | string | null = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    serve: (next) => {
      handler = next
    },
    close: async (graceMs) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // A kept-alive connection may become idle at any time from now on.
      const sweep = setInterval(() => {
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }, 50)
      const timer = setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections()
      }, graceMs)
      await closed
      clearTimeout(timer)
      clearInterval(sweep)
    },
  }
}

function cannotListen(host: string, port: number, cause: NodeJS.ErrnoException): StartError {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${host} is taken, perhaps by another Verdict. Stop that, or set PORT to a free port.`,
    EACCES: `This user may not listen on port ${port}. Set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `HOST ${host} is not an address of this machine. Set HOST to one that is.`,
  }
  return new StartError(sentences[cause.code ?? ''] ?? `Cannot listen on ${host}:${port} (${cause.code ?? 'unknown fault'}).`, { cause })
}
