import { z } from 'zod'

export const FaultInput = z.strictObject({
  /** Part of `METHOD /path?query`, or a pattern `METHOD /path` with `*` and `:name` parts; absent: every call. */
  match: z.string().min(1).optional(),
  kind: z.enum(['status', 'latency', 'drop', 'malformed', 'slowloris']),
  /** Status of a `status` fault (default 503). */
  status: z.number().int().min(200).max(599).optional(),
  /** Delay of `latency`, or pause between bytes of `slowloris` (default 1000). */
  ms: z.number().int().min(0).max(600_000).optional(),
  /** How often it strikes; absent: until cleared. */
  times: z.number().int().min(1).optional(),
  /** Share of matching calls that it strikes, 0–1. */
  rate: z.number().min(0).max(1).optional(),
  /** Whether the call takes effect first. */
  when: z.enum(['before', 'after']).default('before'),
  /** Body of a `status` fault: a JSON value, or text when `html` is set. */
  body: z.unknown().optional(),
  html: z.boolean().optional(),
  headers: z.record(z.string(), z.string()).optional(),
})

export type FaultSpec = z.infer<typeof FaultInput>

export interface Fault extends FaultSpec {
  id: number
  /** How often it struck. */
  struck: number
}

function escaped(text: string): string {
  return text.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
}

function matches(match: string | undefined, method: string, pathAndQuery: string): boolean {
  if (match === undefined) return true
  const line = `${method} ${pathAndQuery}`
  if (line.includes(match)) return true
  const parts = /^([A-Z]+|\*) (\/\S*)$/.exec(match)
  if (parts === null) return false
  const [, verb = '', pattern = ''] = parts
  if (verb !== '*' && verb !== method) return false
  const source = escaped(pattern).replaceAll('*', '.*').replaceAll(/:\w+/g, '[^/]+')
  return new RegExp(`^${source}$`).test(pathAndQuery.split('?')[0] ?? '')
}

/** Failures on order, in the order in which they were asked for. */
export class Faults {
  #faults: Fault[] = []
  #made = 0
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  add(spec: FaultSpec): Fault {
    this.#made += 1
    const fault = { id: this.#made, struck: 0, ...spec }
    this.#faults.push(fault)
    return fault
  }

  list(): Fault[] {
    return this.#faults
  }

  clear(): void {
    this.#faults = []
  }

  remove(id: number): boolean {
    const before = this.#faults.length
    this.#faults = this.#faults.filter((fault) => fault.id !== id)
    return this.#faults.length < before
  }

  /** The faults that strike this call; each that does is counted. */
  strike(method: string, pathAndQuery: string): Fault[] {
    return this.#faults.filter((fault) => {
      if (fault.times !== undefined && fault.struck >= fault.times) return false
      if (!matches(fault.match, method, pathAndQuery)) return false
      if (fault.rate !== undefined && this.#random() >= fault.rate) return false
      fault.struck += 1
      return true
    })
  }

  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
