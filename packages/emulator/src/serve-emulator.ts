import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Emulator, EmulatorOptions } from './emulator.ts'
import { createEmulator } from './emulator.ts'

export interface ServeOptions extends EmulatorOptions {
  /** 0 takes a free one. */
  port?: number
  host?: string
}

export interface ServedEmulator {
  url: string
  emulator: Emulator
  close(): Promise<void>
}

/** Listens on a port; rejects when the port is taken. */
export async function serveEmulator({ port = 8788, host = '127.0.0.1', ...options }: ServeOptions = {}): Promise<ServedEmulator> {
  const emulator = createEmulator(options)
  const server = createAdaptorServer({ fetch: emulator.app.fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address: AddressInfo | string | null = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    emulator,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      if ('closeAllConnections' in server) server.closeAllConnections()
      await Promise.all([closed, emulator.close()])
    },
  }
}
