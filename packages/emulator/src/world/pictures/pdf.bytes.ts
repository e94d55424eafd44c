import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

/** Bytes of a PDF being written; start it before the first page, await it after `end()`. */
export async function collectPdf(pdf: NodeJS.ReadableStream): Promise<Uint8Array> {
  return new Uint8Array(await buffer(Readable.from(pdf)))
}
