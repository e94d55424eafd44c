import type { Reason } from './reasons.ts'

export type DiditErrorKind = 'invalid-argument' | 'unreachable' | 'timed-out' | 'refused' | 'unreadable' | 'over-budget' | 'cancelled'

/** Why Didit said no. Closed: whatever it says falls into one of these. */
export type RefusalReason =
  | 'credentials'
  | 'not-found'
  | 'state'
  | 'same-status'
  | 'nothing-to-resubmit'
  | 'validation'
  | 'already-shared'
  | 'share-token'
  | 'credits'
  | 'rate-limited'
  | 'expired-link'
  | 'redirected'
  | 'upstream-fault'
  | 'other'

interface Facts {
  /** Dotted name of the call, for example `sessions.updateStatus`. */
  operation: string
  /** True when the request may have reached Didit. */
  sent: boolean
  /** `none`: it is certain that nothing changed upstream. `unknown`: read the state before sending again. */
  effect: 'none' | 'unknown'
  cause?: unknown
}

/** Parent of everything this package throws. Messages name the call and the fault, never values, URLs or secrets. */
export abstract class DiditError extends Error {
  abstract readonly kind: DiditErrorKind
  readonly operation: string
  readonly sent: boolean
  readonly effect: 'none' | 'unknown'

  constructor(message: string, facts: Facts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause })
    this.name = new.target.name
    this.operation = facts.operation
    this.sent = facts.sent
    this.effect = facts.effect
  }
}

/** Our own caller passed something that cannot be sent, such as an id that is no UUID. Nothing was sent. */
export class DiditInvalidArgumentError extends DiditError {
  readonly kind = 'invalid-argument'
  readonly argument: string

  constructor(argument: string, expected: string) {
    super(`${argument} must be ${expected}`, { operation: 'argument', sent: false, effect: 'none' })
    this.argument = argument
  }
}

/** No connection, or the connection was lost before an answer began. */
export class DiditUnreachableError extends DiditError {
  readonly kind = 'unreachable'

  constructor(facts: Facts) {
    super(`${facts.operation}: Didit could not be reached`, facts)
  }
}

/** Didit has failed several times in a row and is left in peace for a moment. Nothing was sent. */
export class DiditRestingError extends DiditError {
  readonly kind = 'unreachable'
  readonly retryAfterMs: number

  constructor({ operation, retryAfterMs }: { operation: string; retryAfterMs: number }) {
    super(`${operation}: Didit does not answer and is asked again in ${Math.ceil(retryAfterMs / 1000)} s`, {
      operation,
      sent: false,
      effect: 'none',
    })
    this.retryAfterMs = retryAfterMs
  }
}

/** No whole answer within the time of this kind of call. */
export class DiditTimeoutError extends DiditError {
  readonly kind = 'timed-out'
  readonly timeoutMs: number

  constructor(facts: Facts & { timeoutMs: number }) {
    super(`${facts.operation}: no answer within ${facts.timeoutMs} ms`, facts)
    this.timeoutMs = facts.timeoutMs
  }
}

/** The caller's own AbortSignal ended the call. */
export class DiditCancelledError extends DiditError {
  readonly kind = 'cancelled'

  constructor(facts: Facts) {
    super(`${facts.operation}: cancelled`, facts)
  }
}

/** Didit answered no. `reasons` is its own wording and may name personal data: show it, do not log it. */
export class DiditRefusedError extends DiditError {
  readonly kind = 'refused'
  readonly status: number
  readonly reason: RefusalReason
  readonly reasons: readonly Reason[]

  constructor(facts: Facts & { status: number; reason: RefusalReason; reasons: readonly Reason[] }) {
    super(`${facts.operation}: Didit answered ${facts.status} (${facts.reason})`, facts)
    this.status = facts.status
    this.reason = facts.reason
    this.reasons = facts.reasons
  }
}

export type UnreadableFault = 'not-json' | 'cut-off' | 'wrong-shape' | 'too-large' | 'wrong-type'

/** Something came back that is not the answer: a web page, half a body, or a shape without what is required. */
export class DiditUnreadableError extends DiditError {
  readonly kind = 'unreadable'
  readonly status: number
  readonly fault: UnreadableFault
  /** The path that is missing or wrong, for `wrong-shape`. */
  readonly path: string | null

  constructor(facts: Facts & { status: number; fault: UnreadableFault; path?: string | null }) {
    const where = facts.path ? ` at ${facts.path}` : ''
    super(`${facts.operation}: the answer (${facts.status}) cannot be read: ${facts.fault}${where}`, facts)
    this.status = facts.status
    this.fault = facts.fault
    this.path = facts.path ?? null
  }
}

/** Our own rate budget is used up, or Didit answered 429 to the last try. Nothing was done. */
export class DiditOverBudgetError extends DiditError {
  readonly kind = 'over-budget'
  readonly reason: RefusalReason = 'rate-limited'
  readonly by: 'us' | 'didit'
  /** When to try again; null when Didit did not say. */
  readonly retryAfterMs: number | null
  readonly reasons: readonly Reason[]

  constructor(facts: { operation: string; by: 'us' | 'didit'; retryAfterMs: number | null; reasons?: readonly Reason[] }) {
    const wait = facts.retryAfterMs === null ? '' : `; free again in ${Math.ceil(facts.retryAfterMs / 1000)} s`
    super(`${facts.operation}: the rate budget is used up${wait}`, {
      operation: facts.operation,
      sent: facts.by === 'didit',
      effect: 'none',
    })
    this.by = facts.by
    this.retryAfterMs = facts.retryAfterMs
    this.reasons = facts.reasons ?? []
  }
}

/** True for every error that this package throws. */
export const isDiditError = (value: unknown): value is DiditError => value instanceof DiditError
