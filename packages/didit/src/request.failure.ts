import { parseJson, readText } from './body.ts'
import type { CallSpec, Try } from './call.ts'
import {
  DiditCancelledError,
  DiditError,
  DiditOverBudgetError,
  DiditRefusedError,
  DiditTimeoutError,
  DiditUnreachableError,
  DiditUnreadableError,
} from './errors.ts'
import { nothingWasSent } from './failure.ts'
import { readReasons } from './reasons.ts'
import { mediaRefusal, refusalReason } from './refusal.ts'
import { readRetryAfter } from './retry.ts'
import { HeldBackError, type TransportResponse } from './transport.ts'

const MAX_ERROR_BYTES = 256 * 1024

export const isRead = (spec: CallSpec): boolean => spec.method === 'GET'

/** What may have changed upstream when a call of this kind fails. */
export const effect = (spec: CallSpec, sent: boolean): 'none' | 'unknown' => (isRead(spec) || !sent ? 'none' : 'unknown')

/** Turns whatever was thrown into the one error family. `sent`: whether the request had been handed to the network. */
export const settle = ({ spec, deadline, options }: Try, error: unknown, sent: boolean): DiditError => {
  if (error instanceof DiditError) return error
  if (error instanceof HeldBackError)
    return new DiditCancelledError({ operation: spec.operation, sent: false, effect: 'none', cause: error })
  const facts = { operation: spec.operation, sent, effect: effect(spec, sent), cause: error } as const
  if (deadline.passed()) return new DiditTimeoutError({ ...facts, timeoutMs: deadline.timeoutMs })
  if (options.signal?.aborted) return new DiditCancelledError(facts)
  const certain = nothingWasSent(error)
  return new DiditUnreachableError({ ...facts, sent: sent && !certain, effect: effect(spec, sent && !certain) })
}

/** Reads an answer that is no 2xx. `now` is in milliseconds, to turn a Retry-After date into a wait. */
export const refuse = async ({ spec, deadline }: Try, response: TransportResponse, now: number): Promise<DiditError> => {
  const { status, headers } = response
  const { text, cutOff } = await readText(response, deadline.signal, MAX_ERROR_BYTES)
  const body = parseJson(text)
  const reasons = readReasons(body)
  const { operation } = spec
  if (status === 429) {
    const retryAfterMs = readRetryAfter(headers['retry-after'], now)
    return new DiditOverBudgetError({ operation, by: 'didit', retryAfterMs, reasons })
  }
  const facts = { operation, sent: true, effect: status >= 500 ? effect(spec, true) : 'none', status } as const
  const isPage = body === undefined && !cutOff && text.trim() !== ''
  // A web page at 404 is Didit's router; at any other 4xx something stands between us and Didit.
  if (isPage && spec.kind !== 'media' && status >= 400 && status < 500 && status !== 404) {
    return new DiditUnreadableError({ ...facts, fault: 'not-json' })
  }
  const reason = spec.kind === 'media' ? mediaRefusal(status) : refusalReason(status, reasons)
  return new DiditRefusedError({ ...facts, reason, reasons })
}
