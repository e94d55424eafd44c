import type { TransportResponse } from './transport.ts'

export const MAX_JSON_BYTES = 64 * 1024 * 1024

/** Settles as `work` does, or rejects when the signal aborts, for transports that do not listen to it. */
export const orAbort = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  if (signal.aborted) {
    work.catch(() => undefined)
    throw signal.reason
  }
  let stop: (() => void) | undefined
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    if (stop) signal.removeEventListener('abort', stop)
    work.catch(() => undefined)
  }
}

/** Lets go of a body that nobody will read, so that its connection is freed. */
export const discard = (response: TransportResponse): void => {
  const iterator = response.body?.[Symbol.asyncIterator]()
  Promise.resolve(iterator?.return?.()).catch(() => undefined)
}

export interface ReadText {
  text: string
  /** The body was longer than allowed and was left. */
  tooLarge: boolean
  /** The connection ended before the announced length, or broke. */
  cutOff: boolean
  cause?: unknown
}

/** Reads a whole body as UTF-8. Rejects only when the signal aborts. */
export const readText = async (response: TransportResponse, signal: AbortSignal, maxBytes: number): Promise<ReadText> => {
  const chunks: Uint8Array[] = []
  let size = 0
  const iterator = response.body?.[Symbol.asyncIterator]()
  const text = () => Buffer.concat(chunks).toString('utf8')
  try {
    for (;;) {
      const next = iterator && (await orAbort(Promise.resolve(iterator.next()), signal))
      if (!next || next.done) break
      const { value } = next
      size += value.byteLength
      if (size > maxBytes) {
        Promise.resolve(iterator?.return?.()).catch(() => undefined)
        return { text: '', tooLarge: true, cutOff: false }
      }
      chunks.push(value)
    }
  } catch (cause) {
    if (signal.aborted) {
      Promise.resolve(iterator?.return?.()).catch(() => undefined)
      throw signal.reason
    }
    return { text: text(), tooLarge: false, cutOff: true, cause }
  }
  const announced = Number(response.headers['content-length'] ?? Number.NaN)
  const encoded = response.headers['content-encoding'] !== undefined
  return { text: text(), tooLarge: false, cutOff: !encoded && announced > size }
}

/** JSON or undefined. The parser's own message quotes the body, so it is not kept. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
