/* `pnpm bench`: our figures beside their references, both measured in this run. Absolute times on shared machines are noise.
   `pnpm bench --screens` opens a browser on the built web too, `--million` measures with a million sessions indexed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { comparisonFigures } from './comparison-frames.ts'
import { fiftyReviewers } from './fifty-reviewers.ts'
import { keyboardFigures } from './keyboard-pace.ts'
import { ledgerFigure } from './ledger-figure.ts'
import { load, repeated } from './load.ts'
import { millionFigures } from './million/million.ts'
import { startProgram, stopProgram } from './processes.ts'
import { report, type Figure } from './report.ts'
import { screenFigures } from './screen-figures.ts'

const base = Number(process.env['BENCH_PORT'] ?? 9890)
const [emulatorPort, barePort, ourPort] = [base, base + 1, base + 2]
const at = (port: number): string => `http://127.0.0.1:${String(port)}`
const dataDir = mkdtempSync(join(tmpdir(), 'verdict-bench-'))
const upstream = { DIDIT_BASE_URL: at(emulatorPort), DIDIT_API_KEY: 'emulator-key' }

const programs = [
  await startProgram(
    'packages/emulator/src/serve.ts',
    { EMULATOR_PORT: String(emulatorPort), DEMO_SESSIONS: '600', EMULATOR_RATE_LIMITS: 'off' },
    `${at(emulatorPort)}/system/healthcheck`,
  ),
  await startProgram('apps/bench/src/bare.ts', { ...upstream, PORT: String(barePort) }, `${at(barePort)}/healthz`),
  await startProgram(
    'apps/bff/src/main.ts',
    { ...upstream, PORT: String(ourPort), DATA_DIR: dataDir, DEMO_STAFF: '1', LOG_LEVEL: 'warn' },
    `${at(ourPort)}/healthz`,
  ),
]

async function signedIn(): Promise<string> {
  const response = await fetch(`${at(ourPort)}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: at(ourPort) },
    body: JSON.stringify({ email: 'reviewer@verdict.example', password: 'verdict-demo' }),
  })
  if (!response.ok) throw new Error(`Sign-in answered ${String(response.status)}: ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function sessionIds(limit: number): Promise<string[]> {
  const response = await fetch(`${at(emulatorPort)}/v3/sessions/?limit=${String(limit)}`, { headers: { 'x-api-key': 'emulator-key' } })
  const page = (await response.json()) as { results: { session_id: string }[] }
  return page.results.map((row) => row.session_id)
}

async function measure(): Promise<Figure[]> {
  const headers = { cookie: await signedIn() }
  // Few enough to fit into one minute's reads beside what the house reads of its own accord.
  const ids = await sessionIds(200)
  const paths = ids.map((id) => `/api/sessions/${id}`)
  const [warm = '', ...others] = paths
  const [cold, before] = [others.slice(0, 120), others.slice(120)]
  // A house that has just started compiles while it works; both have read other cases before.
  for (const [port, more] of [[barePort, {}] as const, [ourPort, headers] as const]) {
    await load(at(port), before, 1, more)
    await load(at(port), repeated(warm, 300), 16, more)
  }
  const bareCold = await load(at(barePort), cold, 1)
  const ourCold = await load(at(ourPort), cold, 1, headers)
  const bareWarm = await load(at(barePort), repeated(warm, 2000), 16)
  const ourWarm = await load(at(ourPort), repeated(warm, 2000), 16, headers)
  const ratio = ourWarm.perSecond / bareWarm.perSecond
  return [
    {
      name: 'open a case in memory, signed in',
      value: ourWarm.perSecond,
      unit: '/s',
      reference: bareWarm.perSecond,
      ratio,
      budget: '>= 3 x bare',
      ok: ratio >= 3,
    },
    {
      name: 'open a case cold, p50',
      value: ourCold.p50,
      unit: 'ms',
      reference: bareCold.p50,
      ratio: ourCold.p50 / bareCold.p50,
      budget: '<= bare + 1 ms',
      ok: ourCold.p50 <= bareCold.p50 + 1,
    },
    await ledgerFigure(),
  ]
}

const figures: Figure[] = []
try {
  figures.push(...(await measure()))
} finally {
  await Promise.all(programs.map(stopProgram))
  rmSync(dataDir, { recursive: true, force: true })
}
if (process.argv.includes('--screens'))
  figures.push(...(await keyboardFigures(base + 3)), ...(await comparisonFigures(base + 5)), ...(await screenFigures(base + 7)))
if (process.argv.includes('--million')) figures.push(...(await millionFigures(base + 9)))
figures.push(...(await fiftyReviewers()))
console.log(`load average ${loadavg()[0]?.toFixed(2) ?? '?'}`)
report(figures, new URL('../results.json', import.meta.url))
