import type { DiditOptions } from '@verdict/didit'
import type { Env } from '../env.ts'

export interface OpenUpstream {
  didit: Pick<DiditOptions, 'apiKey' | 'baseUrl'>
  webhookSecrets: readonly string[]
  close(): Promise<void>
}

/** Didit with our key, or the emulator when there is none. The emulator's code is loaded only then. */
export async function openUpstream(env: Env): Promise<OpenUpstream> {
  if (env.apiKey !== null) {
    return { didit: { apiKey: env.apiKey, baseUrl: env.baseUrl }, webhookSecrets: [], close: async () => undefined }
  }
  const { startDemo } = await import('../demo/start-demo.ts')
  const webhookUrl = `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${env.port}/webhooks/didit`
  const demo = await startDemo({ port: env.emulatorPort, sessions: env.demoSessions, webhookUrl })
  return { didit: { apiKey: demo.apiKey, baseUrl: demo.baseUrl }, webhookSecrets: [demo.webhookSecret], close: demo.close }
}
