import type { Query } from './arguments.ts'
import type { Lane } from './budget.ts'
import type { DiditErrorKind } from './errors.ts'
import type { Deadline } from './time.ts'
import type { CallKind, TransportRequest } from './transport.ts'

export interface CallOptions {
  signal?: AbortSignal | undefined
  /** Who waits for this: background work may use only part of each budget. Default `person`. */
  lane?: Lane | undefined
  /** Longest wait for the rate budget. Default 2000 ms. */
  maxWaitMs?: number | undefined
  /**
   * Asked in the very turn in which the request goes to the network, at each try. False keeps it here: the call ends
   * as `cancelled`, and it is certain that nothing was sent.
   */
  mayLeave?: (() => boolean) | undefined
}

/** One finished call, for metrics and logs: no ids, no values. */
export interface CallReport {
  operation: string
  kind: CallKind
  outcome: 'ok' | DiditErrorKind
  status: number | null
  tries: number
  /** Until the headers for a stream, until the parsed body otherwise. */
  ms: number
}

export interface CallSpec {
  operation: string
  method: TransportRequest['method']
  kind: CallKind
  /** Slashed path below the base URL, or an absolute URL for media. */
  path: string
  query?: Query | undefined
  body?: unknown
  headers?: Readonly<Record<string, string>> | undefined
}

/** A call under way: what was asked, until when, and for whom. */
export interface Try {
  spec: CallSpec
  deadline: Deadline
  options: CallOptions
}
