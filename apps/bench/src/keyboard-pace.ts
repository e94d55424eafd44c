/* `node apps/bench/src/keyboard-pace.ts`: twenty cases decided by keys in a real browser, Didit answering in 300 ms. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { launchOptions } from '@verdict/e2e/browser'
import { workShift, type DecidedCase, type Shift } from '@verdict/e2e/keyboard-shift'
import { watchShifts } from '@verdict/e2e/paint-watch'
import { signIn } from '@verdict/e2e/people'
import { countUpstream, journalSince, slowUpstream, type UpstreamCalls } from '@verdict/e2e/upstream-calls'
import { firstScreenFigure } from './first-screen-weight.ts'
import { startProgram, stopProgram } from './processes.ts'
import type { Figure } from './report.ts'

const built = process.env['WEB_DIR'] ?? new URL('../../web/dist', import.meta.url).pathname
const undoSeconds = 2

async function atDesk<T>(port: number, work: (page: Page, emulator: string) => Promise<T>): Promise<T> {
  if (!existsSync(join(built, 'index.html'))) throw new Error('The web is not built: run `pnpm --filter @verdict/web run build` first.')
  const dataDir = mkdtempSync(join(tmpdir(), 'verdict-bench-'))
  const origin = `http://127.0.0.1:${String(port)}`
  const bff = await startProgram(
    'apps/bff/src/main.ts',
    {
      PORT: String(port),
      EMULATOR_PORT: String(port + 1),
      DATA_DIR: dataDir,
      DEMO_SESSIONS: '300',
      UNDO_SECONDS: String(undoSeconds),
      LOG_LEVEL: 'warn',
      WEB_DIR: built,
    },
    `${origin}/readyz`,
  )
  const browser = await chromium.launch(launchOptions)
  try {
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    return await work(await context.newPage(), `http://127.0.0.1:${String(port + 1)}`)
  } finally {
    await browser.close()
    await stopProgram(bff)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN

const most = (decided: readonly DecidedCase[], outcome: DecidedCase['outcome']): number =>
  Math.max(...decided.filter((one) => one.outcome === outcome).map((one) => one.decidingKeys))

interface Pace extends Shift {
  calls: UpstreamCalls
  weight: Figure
}

/** Signs in, slows Didit down, decides twenty cases and waits until the last decision has left. */
async function workTwenty(page: Page, emulator: string): Promise<Pace> {
  await watchShifts(page)
  await signIn(page, 'reviewer')
  const weight = await firstScreenFigure(page)
  await slowUpstream(emulator, 300)
  const began = (await journalSince(emulator, 0)).at(-1)?.seq ?? 0
  const shift = await workShift(page, { cases: 20, readMs: Number(process.env['READ_MS'] ?? 1500) })
  await page.waitForTimeout(undoSeconds * 1000 + 2500)
  const calls = countUpstream(
    await journalSince(emulator, began),
    shift.decided.map(({ id }) => id),
  )
  return { ...shift, calls, weight }
}

function tell({ decided, layoutShift, calls }: Pace): void {
  for (const { name, company, outcome, readingKeys, decidingKeys, next } of decided) {
    const kind = company ? 'company' : 'person'
    const row = [outcome.padEnd(8), `${String(decidingKeys)} keys`.padEnd(8), `${String(readingKeys)} reading`.padEnd(11)]
    console.log([...row, `${next?.ms.toFixed(0) ?? '-'} ms`.padEnd(8), kind.padEnd(8), name].join('  '))
  }
  console.log(`layout shift ${layoutShift.toFixed(4)}`)
  console.log('reads of a decided case:', calls.readsPerCase)
  console.log('beside, in all:', calls.beside)
}

/** The figures of a keyboard shift; what was pressed and asked is printed case by case. */
export async function keyboardFigures(port: number): Promise<Figure[]> {
  const pace = await atDesk(port, workTwenty)
  tell(pace)
  const { decided, calls, layoutShift } = pace
  const times = decided.map(({ next }) => next?.ms ?? Number.POSITIVE_INFINITY).toSorted((a, b) => a - b)
  const figure = (name: string, value: number, unit: string, budget: string, ok: boolean): Figure => ({
    name,
    value,
    unit,
    reference: null,
    ratio: null,
    budget,
    ok,
  })
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)]
  const [approve, decline] = [most(decided, 'approve'), most(decided, 'decline')]
  return [
    pace.weight,
    figure('deciding key to next case painted, p50', p50, 'ms', '', true),
    figure('deciding key to next case painted, p95', p95, 'ms', '<= 100 ms', p95 <= 100),
    figure('keys to approve, most', approve, '', '<= 2', approve <= 2),
    figure('keys to decline, most', decline, '', '<= 4', decline <= 4),
    // Opening, the fresh look when it is decided, and the one right before it is sent; a background reading may add to them.
    figure('upstream reads per reviewed case', calls.reads, '', '<= 3', calls.reads <= 3),
    figure('reads of Didit’s trail per reviewed case, when there is room', calls.trailReads, '', 'shown only', true),
    figure('upstream writes per reviewed case', calls.writes, '', '<= 1', calls.writes <= 1),
    figure('refused by Didit’s limits', calls.refused, '', '0', calls.refused === 0),
    figure('layout shift while a case paints and is read', layoutShift, '', '0', layoutShift === 0),
  ]
}

if (import.meta.main) {
  const { report } = await import('./report.ts')
  console.log(`load average ${loadavg()[0]?.toFixed(2) ?? '?'}`)
  report(await keyboardFigures(Number(process.env['BENCH_PORT'] ?? 9890)), null)
}
