import { fileURLToPath } from 'node:url'
import { createApp } from '../app.ts'
import { realTimer } from '../decisions/decision-worker.ts'
import { makeDeps } from '../deps.ts'
import type { Env } from '../env.ts'
import { createLogger } from '../lib/logger.ts'
import { StartError } from '../lib/start-error.ts'
import { makeSetupToken } from '../people/first-admin.ts'
import { retireDemoStaff, seedDemoStaff } from '../people/demo-staff.ts'
import { faultOf, nameOf } from '../store/database-name.ts'
import { openStore } from '../store/open-store.ts'
import { openWebFiles } from '../web/web-files.ts'
import { openDataDir } from './data-dir.ts'
import { greet } from './greet.ts'
import { listen } from './listen.ts'
import { makeMetrics } from './metrics.ts'
import { openUpstream } from './open-upstream.ts'

const GRACE_MS = 10_000
const builtWeb = fileURLToPath(new URL('../../../web/dist', import.meta.url))

export interface Running {
  url: string
  /** What to tell whoever started us. */
  greeting: string
  stop(): Promise<void>
}

/** Starts everything in the order in which it can fail harmlessly: port, folder, database, upstream, requests. */
export async function startVerdict(asked: Env): Promise<Running> {
  const closers: (() => unknown)[] = []
  const unwind = async () => {
    for (const close of closers.toReversed()) await close()
  }
  try {
    const door = await listen(asked)
    closers.push(() => door.close(GRACE_MS))
    const env = withPort(asked, door.port)
    const data = openDataDir(env)
    closers.push(() => data.release())
    const store = await openStore(data.databaseAddress).catch((cause: unknown) => {
      throw new StartError(`The database ${nameOf(data.databaseAddress)} cannot be opened: ${faultOf(cause)}`, { cause })
    })
    closers.push(() => store.destroy())
    const upstream = await openUpstream(env)
    closers.push(() => upstream.close())
    const log = createLogger(env.logLevel)
    const deps = makeDeps({
      env: { ...env, webhookSecrets: [...upstream.webhookSecrets, ...env.webhookSecrets] },
      clock: Date.now,
      newId: () => crypto.randomUUID(),
      timer: realTimer,
      store,
      log,
      authSecret: data.authSecret,
      keepKey: data.keepKey,
      alone: env.databaseUrl === null,
      steady: () => performance.now(),
      web: openWebFiles(env.webDir ?? builtWeb),
      metrics: makeMetrics({ ofProcess: true }),
      didit: upstream.didit,
    })
    await (env.demoStaff ? seedDemoStaff(deps) : retireDemoStaff(deps))
    const setupToken = await makeSetupToken(deps)
    const app = createApp(deps)
    await deps.start()
    deps.index.start()
    closers.push(() => deps.stop())
    door.serve((request, bindings) => app.fetch(request, bindings))
    // Requests end first: what they began must find the workers and the store.
    const stop = async () => {
      log.info('stopping')
      closers.splice(0, 1)
      await deps.live.close()
      await door.close(GRACE_MS)
      await unwind()
    }
    return { url: env.publicUrl, greeting: greet(env, setupToken), stop }
  } catch (error) {
    await unwind()
    throw error
  }
}

/** With `PORT=0` the system chose the port; the address for people follows it unless it was given. */
function withPort(env: Env, port: number): Env {
  if (env.port !== 0) return env
  const url = new URL(env.publicUrl)
  return { ...env, port, publicUrl: url.port === '0' ? `${url.protocol}//${url.hostname}:${port}` : env.publicUrl }
}
