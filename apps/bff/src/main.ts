import { startVerdict } from './system/start-verdict.ts'
import { EnvError, readEnv } from './env.ts'
import { createLogger } from './lib/logger.ts'
import { StartError } from './lib/start-error.ts'

/** Whatever nobody expected ends the process: what was acknowledged is on disk, and a restart begins from there. */
function crash(error: unknown): never {
  createLogger('fatal').fatal({ err: error }, 'stopped by an unexpected error')
  process.exit(1)
}
process.on('uncaughtException', crash)
process.on('unhandledRejection', crash)

try {
  const running = await startVerdict(readEnv(process.env))
  console.log(running.greeting)
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      void running.stop().then(() => process.exit(0), crash)
    })
  }
} catch (error) {
  if (!(error instanceof EnvError || error instanceof StartError)) throw error
  console.error(error.message)
  process.exit(1)
}
