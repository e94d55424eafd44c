import type { Page } from '@playwright/test'

/** One key that led to another case, and when that stood whole on the screen. */
export interface Painted {
  /** From the key to the frame after everything stood; milliseconds. */
  ms: number
  name: string
  hasPicture: boolean
}

interface Shifted {
  at: number
  value: number
}

declare global {
  interface Window {
    verdictPace?: { painted: Promise<Painted>; shifts: Shifted[] }
  }
}

/** Watches layout shifts of open cases from the start of every page on, those after a key included. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const pace: NonNullable<Window['verdictPace']> = { painted: Promise.reject(new Error('not armed')), shifts: [] }
    pace.painted.catch(() => undefined)
    window.verdictPace = pace
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & { value: number; sources?: { node: Node | null }[] }
        const inCase = (sources ?? []).some(({ node }) => (node instanceof Element ? node : node?.parentElement)?.closest('[data-case]'))
        if (inCase) pace.shifts.push({ at: entry.startTime, value })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** The page's own clock; milliseconds. */
export async function pageTime(page: Page): Promise<number> {
  return page.evaluate(() => performance.now())
}

/** Sum of what shifted inside a case from one instant of the page's clock to another. */
export async function shiftBetween(page: Page, from: number, to: number): Promise<number> {
  return page.evaluate(
    ([since, until]) =>
      (window.verdictPace?.shifts ?? []).filter(({ at }) => at >= since && at <= until).reduce((sum, { value }) => sum + value, 0),
    [from, to] as const,
  )
}

/**
 * From the next press of `key` on, watches every frame until another case has its name, facts and first picture,
 * that picture decoded. Measured in the page: the clock starts at the key's own time stamp.
 */
export async function armWatch(page: Page, key: string): Promise<void> {
  await page.evaluate((awaited) => {
    const before = location.pathname
    const frame = () => new Promise(requestAnimationFrame)
    const drawn = () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve())
        port1.start()
        requestAnimationFrame(() => port2.postMessage(null))
      })
    const standing = async (): Promise<Omit<Painted, 'ms'>> => {
      for (;;) {
        await frame()
        const id = /\/sessions\/([0-9a-f-]{36})/.exec(location.pathname)?.[1]
        if (id === undefined || location.pathname === before) continue
        // A case that waits laid out behind the open one is in the page, but has no box.
        const open = document.querySelector(`[data-case="${id}"]`)
        if (!open?.checkVisibility()) continue
        const name = open.querySelector('h1')?.textContent
        const facts = open.querySelector('[data-pane="facts"] #warnings')
        if (!name || !facts) continue
        const picture = open.querySelector<HTMLImageElement>('section[aria-label="Evidence"] img[alt]:not([alt=""])')
        if (picture && !(picture.complete && picture.naturalWidth > 0)) continue
        await picture?.decode().catch(() => undefined)
        await drawn()
        return { name, hasPicture: picture !== null }
      }
    }
    const seen = new Promise<Painted>((resolve) => {
      const onKey = (event: KeyboardEvent) => {
        if (event.key !== awaited) return
        removeEventListener('keydown', onKey, true)
        void standing().then((what) => resolve({ ...what, ms: performance.now() - event.timeStamp }))
      }
      addEventListener('keydown', onKey, true)
    })
    if (window.verdictPace) window.verdictPace.painted = seen
  }, key)
}

/** What the armed watch saw. */
export async function nextPainted(page: Page): Promise<Painted> {
  return page.evaluate(() => {
    if (!window.verdictPace) throw new Error('The watch was not installed before the page.')
    return window.verdictPace.painted
  })
}
