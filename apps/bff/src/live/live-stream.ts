/** Messages that may wait for a slow reader; more are dropped and it is told to read everything again. */
const MOST_WAITING = 256

export interface LiveStream {
  body: ReadableStream<Uint8Array>
  /** One event, or nothing for a reader who is behind. */
  send(event: { id: number; name: string; data: object }): void
  /** A sign of life; ends the stream of a reader who has taken nothing since the last but one. */
  beat(): void
  end(): void
}

const encoder = new TextEncoder()
const message = ({ id, name, data }: { id: number; name: string; data: object }) =>
  encoder.encode(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`)

/** Server-sent events for one reader. Holds a bounded number of messages, however slow the reader is. */
export function makeLiveStream(onEnd: () => void): LiveStream {
  let control: ReadableStreamDefaultController<Uint8Array> | undefined
  /** The newest event that a slow reader missed. */
  let missed: number | null = null
  let silentBeats = 0

  const end = (): void => {
    if (!control) return
    control.close()
    control = undefined
    onEnd()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        control = controller
      },
      pull: () => {
        silentBeats = 0
        if (missed === null || !control) return
        control.enqueue(message({ id: missed, name: 'resync', data: {} }))
        missed = null
      },
      cancel: () => {
        control = undefined
        onEnd()
      },
    },
    { highWaterMark: MOST_WAITING },
  )
  return {
    body,
    send: (event) => {
      if (!control) return
      if (missed !== null || (control.desiredSize ?? 0) <= 0) missed = event.id
      else control.enqueue(message(event))
    },
    beat: () => {
      if (!control) return
      if (missed !== null) {
        silentBeats += 1
        if (silentBeats > 1) end()
      } else if ((control.desiredSize ?? 0) > 0) control.enqueue(encoder.encode(': beat\n\n'))
    },
    end,
  }
}
