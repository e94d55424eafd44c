import type { z } from 'zod'

/** An answer that has passed its contract and been put into JSON: ready to be sent any number of times. */
export interface Finished<T> {
  /** UTF-8. Not to be changed. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Carries the type only; never set. */
  readonly of?: T
}

const encoder = new TextEncoder()

/** Puts `body` through its contract. Throws a `ZodError` when it does not fit. */
export function finish<S extends z.ZodType>(schema: S, body: z.input<S>): Finished<z.output<S>> {
  return { bytes: encoder.encode(JSON.stringify(schema.parse(body))) }
}
