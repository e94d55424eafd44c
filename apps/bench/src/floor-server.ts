import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build } from 'vite'
import react from '@vitejs/plugin-react'

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Builds the floor page and serves it on `port`; every other path is the page itself. */
export async function serveFloor(port: number): Promise<Server> {
  const dist = mkdtempSync(join(tmpdir(), 'verdict-floor-'))
  await build({
    root: new URL('../floor', import.meta.url).pathname,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: dist, target: 'es2023' },
  })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://floor')
    const file = extname(pathname) in types && !pathname.includes('..') ? pathname : '/index.html'
    readFile(join(dist, file)).then(
      (body) => response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}
