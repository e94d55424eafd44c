import { serveEmulator } from '@verdict/emulator'
import { StartError } from '../lib/start-error.ts'

export interface DemoUpstream {
  baseUrl: string
  apiKey: string
  webhookSecret: string
  close: () => Promise<void>
}

interface DemoOptions {
  port: number
  sessions: number
  /** Where the emulator's webhooks go: us. */
  webhookUrl: string
}

/** Runs the emulator on loopback as the upstream. Its world stands as of now, so that ages look alive. */
export async function startDemo({ port, sessions, webhookUrl }: DemoOptions): Promise<DemoUpstream> {
  const served = await serveEmulator({ port, sessions, epoch: Date.now() }).catch((cause: unknown) => {
    throw new StartError(
      `The demo’s emulator cannot listen on 127.0.0.1:${port}. Something else is there: stop it, or set EMULATOR_PORT to a free port.`,
      { cause },
    )
  })
  const secret = crypto.randomUUID() + crypto.randomUUID()
  const response = await served.emulator.app.request('/__emulator/webhooks', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ destination: { url: webhookUrl, label: 'Verdict', secret } }),
  })
  if (!response.ok) throw new Error(`the emulator refused our webhook destination: ${response.status}`)
  return { baseUrl: served.url, apiKey: 'emulator-key', webhookSecret: secret, close: () => served.close() }
}
