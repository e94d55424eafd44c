import { orAbort } from './body.ts'
import type { DiditError } from './errors.ts'
import { DiditUnreadableError } from './errors.ts'
import type { Deadline } from './time.ts'
import type { TransportResponse } from './transport.ts'

/** A streamed file. The stream errors with a `DiditError` when it breaks, ends short or outlasts its time. */
export interface DiditFile {
  stream: ReadableStream<Uint8Array>
  /** Bytes, when announced. */
  length: number | null
  contentType: string
  filename: string | null
  status: number
  headers: Readonly<Record<string, string>>
}

/** The bare name out of Content-Disposition, or null. Directories and odd characters never get through. */
export const readFilename = (disposition: string | undefined): string | null => {
  const match = /filename="?([^";]+)"?/i.exec(disposition ?? '')
  const bare = match?.[1]
    ?.split(/[\\/]/)
    .at(-1)
    ?.replaceAll(/[^\w.-]/g, '_')
    .slice(0, 120)
  return bare === undefined || /^[._]*$/.test(bare) ? null : bare
}

const readLength = (value: string | undefined): number | null => (value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null)

/** Hands a body on chunk by chunk under the call's deadline, which lasts until the stream has ended. */
export const openFile = (
  response: TransportResponse,
  deadline: Deadline,
  operation: string,
  settle: (error: unknown) => DiditError,
): DiditFile => {
  const { status, headers } = response
  const length = headers['content-encoding'] === undefined ? readLength(headers['content-length']) : null
  const iterator = response.body?.[Symbol.asyncIterator]()
  let received = 0
  const cutOff = (cause?: unknown) => new DiditUnreadableError({ operation, sent: true, effect: 'none', status, fault: 'cut-off', cause })
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const next = iterator ? await orAbort(Promise.resolve(iterator.next()), deadline.signal) : { done: true }
          if (!next.done && 'value' in next) {
            received += next.value.byteLength
            controller.enqueue(next.value)
            return
          }
          deadline.done()
          if (length !== null && received < length) controller.error(cutOff())
          else controller.close()
        } catch (error) {
          const settled = deadline.signal.aborted ? settle(error) : cutOff(error)
          deadline.cancel()
          controller.error(settled)
        }
      },
      cancel: () => {
        deadline.cancel()
        Promise.resolve(iterator?.return?.()).catch(() => undefined)
      },
    },
    { highWaterMark: 0 },
  )
  const contentType = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? 'application/octet-stream'
  return { stream, length, contentType, filename: readFilename(headers['content-disposition']), status, headers }
}
