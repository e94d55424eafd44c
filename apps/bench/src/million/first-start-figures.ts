import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startProgram, stopProgram } from '../processes.ts'
import type { Figure } from '../report.ts'
import { SESSIONS } from './stores.ts'
import { memoryOf, signIn, startVerdict } from './verdict-process.ts'

const MINUTE_MS = 60_000
const MOST_S = 10
const MOST_MB = 250

/** A real bff that has never seen Didit, for its first minute by the real clock, with Didit's limits on. */
export async function firstStartFigures(port: number): Promise<Figure[]> {
  const [origin, upstream] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${port + 1}`]
  const dataDir = mkdtempSync(join(tmpdir(), 'verdict-bench-'))
  const emulator = await startProgram(
    'packages/emulator/src/serve.ts',
    { EMULATOR_PORT: String(port + 1), DEMO_SESSIONS: String(SESSIONS) },
    `${upstream}/system/healthcheck`,
  )
  const env = {
    PORT: String(port),
    DATA_DIR: dataDir,
    DIDIT_API_KEY: 'emulator-key',
    DIDIT_BASE_URL: upstream,
    DEMO_STAFF: '1',
    LOG_LEVEL: 'error',
  }
  const started = await startVerdict(env, origin).catch(async (error: unknown) => {
    await stopProgram(emulator)
    throw error
  })
  const { child } = started
  try {
    const began = performance.now()
    const headers = await signIn(origin)
    const rows = async () => {
      const answer = await fetch(`${origin}/api/sessions?limit=50`, { headers })
      return answer.ok ? ((await answer.json()) as { rows: unknown[] }).rows.length : 0
    }
    while ((await rows()) < 50 && performance.now() - began < MINUTE_MS) await pause(50)
    const first = (performance.now() - began) / 1_000
    await pause(Math.max(0, MINUTE_MS - (performance.now() - began)))
    const { known } = (await (await fetch(`${origin}/api/index`, { headers })).json()) as { known: number }
    const calls = (await (await fetch(`${upstream}/__emulator/requests`)).json()) as { status: number | null }[]
    const refused = calls.filter(({ status }) => status === 429).length
    const most = memoryOf(child)?.most ?? Number.NaN
    const plain = { reference: null, ratio: null }
    const name = `first start beside ${SESSIONS.toLocaleString('en-GB')}`
    return [
      { name: `${name}: first page after`, value: first, unit: 's', ...plain, budget: `<= ${MOST_S} s`, ok: first <= MOST_S },
      { name: `${name}: read in a minute`, value: known, unit: '', ...plain, budget: 'shown only', ok: true },
      { name: `${name}: refused by Didit’s limits`, value: refused, unit: '', ...plain, budget: '0', ok: refused === 0 },
      { name: `${name}: memory at most`, value: most, unit: 'MB', ...plain, budget: `<= ${MOST_MB} MB`, ok: most <= MOST_MB },
    ]
  } finally {
    await stopProgram(child)
    await stopProgram(emulator)
    rmSync(dataDir, { recursive: true, force: true })
  }
}
