/** Milliseconds at these shares of all, in order. */
export interface Times {
  p50: number
  p95: number
  p99: number
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const WARM_UP = 30

/** Does it some times unmeasured and then `times` times, one after the other. `turn` counts on from one to the next. */
export async function timed(times: number, work: (turn: number) => Promise<unknown>): Promise<Times> {
  const all: number[] = []
  for (let turn = 0; turn < WARM_UP + times; turn += 1) {
    const began = performance.now()
    await work(turn)
    if (turn >= WARM_UP) all.push(performance.now() - began)
  }
  const sorted = all.toSorted((a, b) => a - b)
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99) }
}

/** The same numbers in every run: 0 … 1. */
export function makeChoice(): () => number {
  let state = 1
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
