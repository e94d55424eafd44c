/*
 * `node apps/bench/src/screen-figures.ts`: first screen, opening a case, next case and scrolling at 4 × CPU slowdown,
 * each beside the same on the floor page, which is built and served here. Needs a built web.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { launchOptions } from '@verdict/e2e/browser'
import { signIn } from '@verdict/e2e/people'
import { serveFloor } from './floor-server.ts'
import { keyToDrawn, scrollGaps, seenOf, watchPage } from './page-watch.ts'
import { startProgram, stopProgram } from './processes.ts'
import { report, type Figure } from './report.ts'

const slowdown = 4
const built = process.env['WEB_DIR'] ?? new URL('../../web/dist', import.meta.url).pathname
const rounds = Number(process.env['ROUNDS'] ?? 5)
/** How long a reader looks before the next key: the case after is laid out meanwhile. */
const reads = 2000

const middle = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN

async function slowPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await watchPage(page)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return page
}

interface Seen {
  paint: number
  shift: number
  open: number
  next: number
  worst: number
  gap: number
}

interface Place {
  list: string
  row: string
  scroller: string
  /** What stands when a row is open. */
  item: string
}

/** Opens the list anew a few times, opens its first row, steps on from there, and scrolls the list. */
async function look(context: BrowserContext, place: Place): Promise<Seen> {
  const [paints, opens, nexts]: [number[], number[], number[]] = [[], [], []]
  let [shift, worst] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const page = await slowPage(context)
    await page.goto(place.list)
    await page.locator(place.row).first().waitFor()
    await page.waitForTimeout(reads)
    const first = await seenOf(page)
    paints.push(first.paint)
    shift = Math.max(shift, first.shift)
    await page.locator(place.row).first().focus()
    await page.waitForTimeout(reads)
    opens.push(await keyToDrawn(page, 'Enter', place.item))
    for (let step = 0; step < 2; step++) {
      await page.waitForTimeout(reads)
      await seenOf(page)
      nexts.push(await keyToDrawn(page, 'n', place.item))
      await page.waitForTimeout(500)
      worst = Math.max(worst, (await seenOf(page)).worst)
    }
    await page.close()
  }
  const page = await slowPage(context)
  await page.goto(place.list)
  await page.locator(place.row).first().waitFor()
  await page.waitForTimeout(reads)
  const gap = await scrollGaps(page, place.scroller, 3000)
  await page.close()
  return { paint: middle(paints), shift, open: middle(opens), next: middle(nexts), worst, gap }
}

const beside = (name: string, ours: number, floor: number, most: number): Figure => ({
  name: `${name}, ${String(slowdown)} × slower CPU`,
  value: ours,
  unit: 'ms',
  reference: floor,
  ratio: ours / floor,
  budget: `<= ${String(most)} x floor`,
  ok: ours <= most * floor,
})

const alone = (name: string, value: number, unit: string, most: number): Figure => ({
  name,
  value,
  unit,
  reference: null,
  ratio: null,
  budget: `<= ${String(most)}`,
  ok: value <= most,
})

async function both(browser: Browser, ours: string, floor: string): Promise<Figure[]> {
  const view = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' }
  const bare = await look(await browser.newContext({ ...view, baseURL: floor }), {
    list: '/',
    row: '[role=row]',
    scroller: '.list',
    item: '[data-item]',
  })
  const context = await browser.newContext({ ...view, baseURL: ours })
  const page = await context.newPage()
  await signIn(page, 'reviewer')
  await page.close()
  const desk = await look(context, {
    list: '/queue',
    row: '[role=row][data-id]',
    scroller: '[role=grid] > [role=presentation]',
    item: '[data-case]',
  })
  return [
    beside('first screen, largest paint', desk.paint, bare.paint, 1.3),
    alone('first screen, layout shift', desk.shift, '', 0),
    beside('open a prefetched case from its row', desk.open, bare.open, 1.5),
    beside('next case', desk.next, bare.next, 3),
    alone('next case, worst event', desk.worst, 'ms', 100),
    beside('queue scrolled for 3 s, p95 between frames', desk.gap, bare.gap, 1.2),
  ]
}

/** Runs the product on `port` and the next, the floor on the one after. Needs a built web. */
export async function screenFigures(port: number): Promise<Figure[]> {
  const [address, floor] = [`http://127.0.0.1:${String(port)}`, `http://127.0.0.1:${String(port + 2)}`]
  const dataDir = mkdtempSync(join(tmpdir(), 'verdict-bench-'))
  const env = {
    PORT: String(port),
    EMULATOR_PORT: String(port + 1),
    DATA_DIR: dataDir,
    DEMO_SESSIONS: '600',
    LOG_LEVEL: 'warn',
    WEB_DIR: built,
  }
  const server = await serveFloor(port + 2)
  const program = await startProgram('apps/bff/src/main.ts', env, `${address}/readyz`)
  const browser = await chromium.launch(launchOptions)
  try {
    return await both(browser, address, floor)
  } finally {
    await browser.close()
    await stopProgram(program)
    server.closeAllConnections()
    server.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

if (import.meta.main) report(await screenFigures(Number(process.env['BENCH_PORT'] ?? 9890)), null)
