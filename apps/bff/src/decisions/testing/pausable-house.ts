import { HeldBackError, type Transport } from '@verdict/didit'
import type { HouseClock } from '../../testing/house-clock.ts'
import { makeHouse, type House, type HouseOptions } from '../../testing/index.ts'

/** Where the next call to Didit stands still: before it leaves, or when its answer is there. */
export type PausePoint = 'read' | 'read-answer' | 'write' | 'write-answer'

export interface PausableHouse extends House {
  /** It stands still as a process under SIGSTOP does: its time goes on, nothing of it moves. For good, and it is dead. */
  pause: () => void
  pauseAt: (point: PausePoint) => void
  resume: () => void
}

/** A house that can be stopped where it waits for Didit or for time, and let run again. */
export const openPausable = async (options: HouseOptions & { clock: HouseClock; transport: Transport }): Promise<PausableHouse> => {
  const { clock: shared, transport: line } = options
  let running = Promise.resolve()
  let resume: () => void = () => undefined
  const clock: HouseClock = Object.assign(() => shared(), {
    ...shared,
    sleep: async (ms: number, signal?: AbortSignal) => {
      await shared.sleep(ms, signal)
      await running
    },
    timer: (ms: number, work: () => void) => {
      let off = false
      const cancel = shared.timer(ms, () => void running.then(() => (off ? undefined : work())))
      return () => {
        off = true
        cancel()
      }
    },
  })
  let planned: PausePoint | undefined
  const pause = () => {
    const before = resume
    running = new Promise((resolve) => {
      resume = () => {
        before()
        resolve()
      }
    })
  }
  const pass = async (point: PausePoint): Promise<void> => {
    if (point === planned) pause()
    if (point === planned) planned = undefined
    await running
  }
  const transport: Transport = async (request) => {
    const kind = request.url.includes('/update-status/') ? 'write' : 'read'
    await pass(kind)
    // As the pool asks, in the turn in which it writes.
    if (request.mayLeave?.() === false) throw new HeldBackError()
    // What was written is on its way, whoever gives up waiting for it.
    const answer = await line(kind === 'write' ? { ...request, signal: new AbortController().signal } : request)
    await pass(`${kind}-answer`)
    return answer
  }
  const house = await makeHouse({ ...options, clock, transport, alone: false })
  return {
    ...house,
    pause,
    pauseAt: (point) => void (planned = point),
    resume: () => {
      resume()
      resume = () => undefined
      running = Promise.resolve()
      planned = undefined
    },
  }
}
