import { z } from 'zod'

/** Any JSON value, for parts of Didit's answers that we show but do not interpret. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

export const Json: z.ZodType<Json> = z.json()
export const JsonObject: z.ZodType<JsonObject> = z.record(z.string(), Json)

/** ISO 8601 instant in UTC. */
export const Instant = z.iso.datetime({ offset: true })
