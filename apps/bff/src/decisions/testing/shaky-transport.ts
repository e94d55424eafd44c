import { fetchTransport, type Transport, type TransportRequest, type TransportResponse } from '@verdict/didit'
import type { Emulator } from '@verdict/emulator'

/**
 * What the line does with one status write: `lost` before it arrives, `reset` after it took effect, `mute` after it took
 * effect (no answer ever), `late` arrives only when `deliver` is called in time, `stuck` before it arrives (no answer ever),
 * `half` an answer that breaks off, or `error` 500 after it took effect.
 */
export type Mishap = 'ok' | 'lost' | 'reset' | 'mute' | 'late' | 'stuck' | 'half' | 'error'

const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
const lostConnection = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
const bytesOf = async function* (text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** No network carries a request longer than this after its sender gave it up. */
const LATEST_MS = 25_000

/** A line to the emulator on which the next status writes meet the mishaps of `plan`, and reads can be cut off. */
export const makeShakyTransport = (emulator: Emulator, clock: () => number = () => 0) => {
  const line = fetchTransport((request) => emulator.app.fetch(request))
  const plan: Mishap[] = []
  const arrivals: (() => void)[] = []
  const reads: (() => void)[] = []
  let readsFail = false
  let readsHang = false
  let delivery: () => Promise<void> = async () => undefined
  let onWrite: (request: TransportRequest) => Promise<void> = async () => undefined
  const meet = async (mishap: Mishap, request: TransportRequest): Promise<TransportResponse> => {
    await onWrite(request)
    for (const arrived of arrivals.splice(0)) arrived()
    const left = clock()
    const arrive = async () => line({ ...request, signal: new AbortController().signal })
    switch (mishap) {
      case 'ok':
        return line(request)
      case 'lost':
        throw lostConnection()
      case 'stuck':
        return never(request.signal)
      case 'late':
        delivery = async () => {
          delivery = async () => undefined
          if (clock() - left < LATEST_MS) await arrive()
        }
        return never(request.signal)
      case 'reset':
        await arrive()
        throw lostConnection()
      case 'mute':
        await arrive()
        return never(request.signal)
      case 'half':
        await arrive()
        return { status: 200, headers: { 'content-type': 'application/json' }, body: bytesOf('{"session') }
      default:
        await arrive()
        return { status: 500, headers: { 'content-type': 'text/html' }, body: bytesOf('<h1>500</h1>') }
    }
  }
  const transport: Transport = async (request) => {
    if (request.method === 'PATCH' && request.url.includes('/update-status/')) return meet(plan.shift() ?? 'ok', request)
    for (const left of reads.splice(0)) left()
    if (readsHang) return never(request.signal)
    if (readsFail) throw lostConnection()
    return line(request)
  }
  return {
    transport,
    /** What happens to the next writes; afterwards all goes well. */
    plan: (...mishaps: Mishap[]) => void plan.splice(0, plan.length, ...mishaps),
    /** Told about each write just before it leaves. */
    watch: (told: (request: TransportRequest) => Promise<void>) => void (onWrite = told),
    failReads: (fail: boolean) => void (readsFail = fail),
    hangReads: (hang: boolean) => void (readsHang = hang),
    nextRead: () => new Promise<void>((resolve) => void reads.push(resolve)),
    /** Resolves when the next write leaves. */
    nextWrite: () => new Promise<void>((resolve) => void arrivals.push(resolve)),
    /** Lets a late write arrive after all. */
    deliver: () => delivery(),
  }
}
