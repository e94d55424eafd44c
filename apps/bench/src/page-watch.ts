import type { Page } from '@playwright/test'

declare global {
  interface Window {
    benchSeen?: { paint: number; shift: number; worst: number }
  }
}

/** From every page's start on: its largest paint, what shifted, and the longest that an event took to show. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { paint: 0, shift: 0, worst: 0 }
    window.benchSeen = seen
    const observe = (type: string, take: (entry: PerformanceEntry) => void) => {
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
        type,
        buffered: true,
        ...(type === 'event' ? { durationThreshold: 16 } : {}),
      })
    }
    observe('largest-contentful-paint', ({ startTime }) => {
      seen.paint = Math.max(seen.paint, startTime)
    })
    observe('layout-shift', (entry) => {
      if ('value' in entry && typeof entry.value === 'number') seen.shift += entry.value
    })
    observe('event', ({ duration }) => {
      seen.worst = Math.max(seen.worst, duration)
    })
  })
}

/** What was seen so far; `worst` begins anew. */
export async function seenOf(page: Page): Promise<{ paint: number; shift: number; worst: number }> {
  return page.evaluate(() => {
    const seen = { ...(window.benchSeen ?? { paint: 0, shift: 0, worst: 0 }) }
    if (window.benchSeen) window.benchSeen.worst = 0
    return seen
  })
}

/** Presses a key and waits until an element that fits `selector` and was not shown before is drawn; ms from the key. */
export async function keyToDrawn(page: Page, key: string, selector: string): Promise<number> {
  await page.evaluate(
    ([awaited, wanted]) => {
      // The element may stay and only its content change.
      const named = (element: HTMLElement) => element.dataset['case'] ?? element.dataset['item']
      const shownNow = () => [...document.querySelectorAll<HTMLElement>(wanted)].find((element) => element.checkVisibility())
      const open = shownNow()
      const before = open && named(open)
      const drawn = () =>
        new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => resolve())
          port1.start()
          requestAnimationFrame(() => port2.postMessage(null))
        })
      const standing = async () => {
        for (;;) {
          await new Promise(requestAnimationFrame)
          const shown = shownNow()
          if (!shown || named(shown) === before) continue
          const picture = shown.querySelector<HTMLImageElement>('section[aria-label="Evidence"] img[alt]:not([alt=""])')
          if (picture && !(picture.complete && picture.naturalWidth > 0)) continue
          await picture?.decode().catch(() => undefined)
          await drawn()
          return
        }
      }
      const took = new Promise<number>((resolve) => {
        const onKey = (event: KeyboardEvent) => {
          if (event.key !== awaited) return
          removeEventListener('keydown', onKey, true)
          void standing().then(() => resolve(performance.now() - event.timeStamp))
        }
        addEventListener('keydown', onKey, true)
      })
      Object.assign(window, { benchTook: took })
    },
    [key, selector] as const,
  )
  await page.keyboard.press(key)
  return page.evaluate<number>('window.benchTook')
}

/** Scrolls what lies under the pointer for `lasts` ms; the 95th percentile of the time between two frames. */
export async function scrollGaps(page: Page, selector: string, lasts: number): Promise<number> {
  return page.evaluate(
    async ([wanted, ms]) => {
      const box = document.querySelector(wanted)
      if (!box) throw new Error(`There is no ${wanted} to scroll.`)
      const times: number[] = []
      const began = performance.now()
      while (performance.now() - began < ms) {
        times.push(await new Promise<number>(requestAnimationFrame))
        box.scrollBy(0, 60)
        if (box.scrollTop + box.clientHeight >= box.scrollHeight - 60) box.scrollTop = 0
      }
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time))
      return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * 0.95)] ?? Number.NaN
    },
    [selector, lasts] as const,
  )
}
