import { expect, test } from 'vitest'
import { serveEmulator } from './serve-emulator.ts'

test('answers on a port, drops connections on order, and stops', async () => {
  const served = await serveEmulator({ port: 0, sessions: 20 })
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${served.url}${path}`, { ...init, headers: { 'x-api-key': 'emulator-key' } })
  const page = (await (await call('/v3/sessions/?limit=1')).json()) as { next: string }
  expect(page.next.startsWith(`${served.url}/v3/sessions/`)).toBe(true)
  await call('/__emulator/faults', { method: 'POST', body: JSON.stringify({ match: '/v3/workflows/', kind: 'drop', times: 1 }) })
  await expect(call('/v3/workflows/')).rejects.toThrow('fetch failed')
  expect((await call('/v3/workflows/')).status).toBe(200)
  await served.close()
  await expect(call('/v3/workflows/')).rejects.toThrow('fetch failed')
})
