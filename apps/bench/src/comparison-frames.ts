/*
 * `node apps/bench/src/comparison-frames.ts`: frames per second while two pictures of twelve megapixels are zoomed and
 * dragged on the bench, at 4 × CPU slowdown, and whether both panes had one transform in every frame. Needs a built web.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { launchOptions } from '@verdict/e2e/browser'
import { signIn } from '@verdict/e2e/people'
import { startProgram, stopProgram } from './processes.ts'
import { report, type Figure } from './report.ts'

const slowdown = 4
const lasts = 3000
const least = 30

interface Frames {
  perSecond: number
  /** Longest time between two frames, ms. */
  longest: number
  frames: number
  /** Frames in which the panes had different transforms. */
  unequal: number
  /** Different transforms that were seen: that something moved at all. */
  distinct: number
}

/** The session whose face match compares two pictures of 4000 × 3000, and their names for the address. */
async function largePair(page: Page, emulator: string): Promise<string> {
  const answer = await fetch(`${emulator}/__emulator/scenarios`)
  const { scenarios } = (await answer.json()) as { scenarios: { name: string; sessionId: string }[] }
  const id = scenarios.find((scenario) => scenario.name === 'twelve-megapixels')?.sessionId
  if (id === undefined) throw new Error('The emulator plays no session with pictures of twelve megapixels.')
  const detail = (await (await page.request.get(`/api/sessions/${id}?ahead=1`)).json()) as { media: { ref: string; role: string }[] }
  const ref = (role: string): string => detail.media.find((item) => item.role === role)?.ref ?? ''
  return `/sessions/${id}?bench=${ref('faceSource')},${ref('faceTarget')}`
}

/** Counts frames and compares the panes in each, until `window.endFrames` is called. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const layers = [...document.querySelectorAll('[data-bench-layer]')]
    const seen = new Set<string>()
    const times: number[] = []
    let unequal = 0
    let ended = false
    const look = (now: number): void => {
      times.push(now)
      const [first = '', ...others] = layers.map((layer) => getComputedStyle(layer).transform)
      seen.add(first)
      if (layers.length < 2 || others.some((other) => other !== first)) unequal++
      if (!ended) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    Object.assign(window, {
      endFrames: () => {
        ended = true
        const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time))
        const span = (times.at(-1) ?? 0) - (times[0] ?? 0)
        return {
          perSecond: (1000 * gaps.length) / span,
          longest: Math.max(...gaps),
          frames: times.length,
          unequal,
          distinct: seen.size,
        }
      },
    })
  })
}

/** Wheel, then drag, in small steps for `lasts` ms. No step waits for the page, as no hand does. */
async function move(page: Page, cdp: CDPSession): Promise<void> {
  const pane = await page.locator('[data-bench-pane]').first().boundingBox()
  if (!pane) throw new Error('The bench did not open.')
  const [x, y] = [pane.x + pane.width / 2, pane.y + pane.height / 2]
  const sent: Promise<unknown>[] = []
  const wheel = (deltaY: number): void => {
    sent.push(cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY }))
  }
  const drag = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', atX: number, atY: number): void => {
    sent.push(cdp.send('Input.dispatchMouseEvent', { type, x: atX, y: atY, button: 'left', buttons: 1, clickCount: 1 }))
  }
  const start = Date.now()
  for (let step = 0; Date.now() - start < lasts / 2; step++) {
    wheel(step % 60 < 40 ? -25 : 40)
    await pause(16)
  }
  drag('mousePressed', x, y)
  for (let step = 0; Date.now() - start < lasts; step++) {
    drag('mouseMoved', x + 160 * Math.sin(step / 12), y + 120 * Math.cos(step / 17))
    await pause(16)
  }
  drag('mouseReleased', x, y)
  await Promise.all(sent)
}

async function endFrames(page: Page): Promise<Frames> {
  return page.evaluate<Frames>('window.endFrames()')
}

/** The bench while it is moved, and the same page at rest: what the machine can do at this moment. */
async function measure(page: Page, emulator: string): Promise<{ moved: Frames; rest: Frames }> {
  await signIn(page, 'reviewer')
  await page.goto(await largePair(page, emulator))
  await page.locator('[data-bench-layer] img[data-here]').nth(1).waitFor({ timeout: 60_000 })
  const widths = await page.locator('[data-bench-layer] img').evaluateAll((all) => all.map((img) => (img as HTMLImageElement).naturalWidth))
  if (widths.some((width) => width < 4000)) throw new Error(`The pictures are too small to measure: ${widths.join(', ')} wide.`)
  // The pointer lies over a picture before a hand starts to turn the wheel.
  await page.locator('[data-bench-pane]').first().hover()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await watchFrames(page)
  await pause(lasts / 3)
  const rest = await endFrames(page)
  await watchFrames(page)
  await move(page, cdp)
  return { moved: await endFrames(page), rest }
}

function figuresOf({ moved: frames, rest }: { moved: Frames; rest: Frames }): Figure[] {
  const plain = { reference: null, ratio: null }
  return [
    {
      name: `bench, 12 megapixels × 2, ${String(slowdown)} × slower CPU`,
      value: frames.perSecond,
      unit: 'frames/s',
      reference: rest.perSecond,
      ratio: frames.perSecond / rest.perSecond,
      budget: `>= ${String(least)}`,
      ok: frames.perSecond >= least,
    },
    {
      name: `bench, frames with unequal panes of ${String(frames.frames)} (${String(frames.distinct)} transforms)`,
      value: frames.unequal,
      unit: '',
      ...plain,
      budget: '0, and moved',
      ok: frames.unequal === 0 && frames.distinct > 10,
    },
    { name: 'bench, longest frame', value: frames.longest, unit: 'ms', ...plain, budget: 'none', ok: true },
  ]
}

/** Runs the product on `port` and the next, and measures its comparison bench. Needs a built web. */
export async function comparisonFigures(port: number): Promise<Figure[]> {
  const [address, emulator] = [`http://127.0.0.1:${String(port)}`, `http://127.0.0.1:${String(port + 1)}`]
  const dataDir = mkdtempSync(join(tmpdir(), 'verdict-bench-'))
  const env = { PORT: String(port), EMULATOR_PORT: String(port + 1), DATA_DIR: dataDir, DEMO_SESSIONS: '300', LOG_LEVEL: 'warn' }
  const program = await startProgram('apps/bff/src/main.ts', env, `${address}/readyz`)
  const browser = await chromium.launch(launchOptions)
  try {
    const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    return figuresOf(await measure(await context.newPage(), emulator))
  } finally {
    await browser.close()
    await stopProgram(program)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

if (import.meta.main) report(await comparisonFigures(Number(process.env['BENCH_PORT'] ?? 9890)), null)
