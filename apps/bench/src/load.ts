import { Pool } from 'undici'

export interface Load {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Sends each path once, `lanes` at a time; throws on the first answer that is not 200. */
export async function load(origin: string, paths: readonly string[], lanes: number, headers: Record<string, string> = {}): Promise<Load> {
  const pool = new Pool(origin, { connections: lanes, pipelining: 0 })
  const times: number[] = []
  const waiting = [...paths]
  const began = performance.now()
  const lane = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const sent = performance.now()
      const answer = await pool.request({ method: 'GET', path, headers })
      const body = await answer.body.text()
      if (answer.statusCode !== 200) throw new Error(`${path} answered ${String(answer.statusCode)}: ${body.slice(0, 200)}`)
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const seconds = (performance.now() - began) / 1000
  await pool.close()
  const sorted = times.toSorted((a, b) => a - b)
  return { perSecond: paths.length / seconds, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) }
}

/** The same path `times` times. */
export function repeated(path: string, times: number): string[] {
  return Array.from({ length: times }, () => path)
}
