/** What the page shows first has come and is drawn by then; milliseconds after the page's own `load`. */
const settles = 600
/** At the latest after this much more, however busy the page is; milliseconds. */
const longest = 2000

/** False where the browser does not tell when it has nothing better to do; `whenQuiet` does not wait there. */
export const tellsQuiet = (): boolean => 'requestIdleCallback' in window

/** Runs `work` once the first screen stands and the browser has nothing better to do; never after `stop`. */
export function whenQuiet(work: () => void, stop: AbortSignal): void {
  if (!tellsQuiet()) {
    work()
    return
  }
  const rest = (): void => {
    const timer = setTimeout(() => {
      const asked = requestIdleCallback(work, { timeout: longest })
      stop.addEventListener('abort', () => cancelIdleCallback(asked))
    }, settles)
    stop.addEventListener('abort', () => clearTimeout(timer))
  }
  if (document.readyState === 'complete') rest()
  else window.addEventListener('load', rest, { once: true, signal: stop })
}
