import { z } from 'zod'
import { serveEmulator } from './serve-emulator.ts'
import { DEFAULT_EPOCH, DEFAULT_SEED, DEFAULT_SESSIONS } from './upstream.ts'

const Env = z.object({
  EMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(8788),
  EMULATOR_HOST: z.enum(['127.0.0.1', '::1', 'localhost']).default('127.0.0.1'),
  EMULATOR_SEED: z.coerce.number().int().min(0).default(DEFAULT_SEED),
  DEMO_SESSIONS: z.coerce.number().int().min(0).max(2_000_000).default(DEFAULT_SESSIONS),
  EMULATOR_EPOCH: z
    .union([z.literal('now').transform(() => Date.now()), z.iso.datetime().transform((text) => Date.parse(text)), z.coerce.number().int()])
    .default(DEFAULT_EPOCH),
  EMULATOR_RATE_LIMITS: z.enum(['on', 'off']).default('on'),
})

const parsed = Env.safeParse(process.env)
if (!parsed.success) {
  console.error(z.prettifyError(parsed.error))
  process.exit(2)
}
const env = parsed.data

const served = await serveEmulator({
  port: env.EMULATOR_PORT,
  host: env.EMULATOR_HOST,
  seed: env.EMULATOR_SEED,
  sessions: env.DEMO_SESSIONS,
  epoch: env.EMULATOR_EPOCH,
  rateLimits: env.EMULATOR_RATE_LIMITS === 'on',
}).catch((error: unknown) => {
  console.error(
    `The emulator cannot listen on ${env.EMULATOR_HOST}:${env.EMULATOR_PORT}: ${error instanceof Error ? error.message : String(error)}`,
  )
  process.exit(1)
})

console.log(`Didit emulator   ${served.url}
sessions         ${env.DEMO_SESSIONS} (seed ${env.EMULATOR_SEED})
keys             x-api-key: emulator-key (ours) · emulator-key-2 (partner)
start over       curl -X POST ${served.url}/__emulator/reset -d '{"seed":2,"sessions":600}'
stop             Ctrl-C`)

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1)
    stopping = true
    void served.close().then(() => process.exit(0))
  })
}
