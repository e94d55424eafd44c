import { LiveEvent } from '@verdict/contract/live'
import { EventSourceParserStream } from 'eventsource-parser/stream'

export type Told = LiveEvent | { kind: 'resync' }

interface LineHands {
  told: (news: Told) => void
  up: (isUp: boolean) => void
  /** Id of the last event that this browser has heard, to go on behind it. */
  lastId: () => number | null
  heard: (id: number) => void
}

/** The bff beats every 20 s; a line that is silent for longer is dead. Milliseconds. */
const silenceEnds = 50_000
const firstWait = 1000
const longestWait = 30_000

const wait = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    stop.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/** Half to one and a half times: a restart of the bff must not meet all browsers in one second. */
const around = (ms: number): number => ms * (0.5 + Math.random())

/** Reads one connection to its end. True when it was there for a while. */
async function listen(hands: LineHands, stop: AbortSignal): Promise<boolean> {
  const last = hands.lastId()
  const dead = new AbortController()
  const drop = (): void => {
    dead.abort()
  }
  stop.addEventListener('abort', drop)
  let silence = setTimeout(drop, silenceEnds)
  try {
    const answer = await fetch('/api/events', {
      credentials: 'same-origin',
      headers: { accept: 'text/event-stream', ...(last === null ? {} : { 'last-event-id': String(last) }) },
      signal: dead.signal,
    })
    if (!answer.ok || !answer.body) return false
    hands.up(true)
    const alive = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, control) => {
        clearTimeout(silence)
        silence = setTimeout(drop, silenceEnds)
        control.enqueue(chunk)
      },
    })
    const events = answer.body
      .pipeThrough(alive, { signal: dead.signal })
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream())
      .getReader()
    for (let next = await events.read(); !next.done; next = await events.read()) {
      const { id, event, data } = next.value
      if (event === 'resync') hands.told({ kind: 'resync' })
      else if (event === 'change') {
        const parsed = LiveEvent.safeParse(JSON.parse(data))
        // A kind that this page does not know belongs to a newer bff.
        if (parsed.success) hands.told(parsed.data)
      }
      if (id !== undefined) hands.heard(Number(id))
    }
    return true
  } catch {
    return last !== hands.lastId()
  } finally {
    clearTimeout(silence)
    stop.removeEventListener('abort', drop)
    drop()
  }
}

/** Keeps a line to the bff until `stop`; comes back by itself, a little later each time that it fails. */
export async function keepLine(hands: LineHands, stop: AbortSignal): Promise<void> {
  let pause = firstWait
  while (!stop.aborted) {
    const worked = await listen(hands, stop)
    if (stop.aborted) return
    hands.up(false)
    pause = worked ? firstWait : Math.min(pause * 2, longestWait)
    await wait(around(pause), stop)
  }
}
