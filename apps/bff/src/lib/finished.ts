import type { z } from 'zod'

/** An answer that has passed its contract and been put into JSON: ready to be sent any number of times. */
export interface Finished<T> {
  readonly json: string
  /** Carries the type only; never set. */
  readonly of?: T
}

/** Puts `body` through its contract. Throws a `ZodError` when it does not fit. */
export function finish<S extends z.ZodType>(schema: S, body: z.input<S>): Finished<z.output<S>> {
  return { json: JSON.stringify(schema.parse(body)) }
}
