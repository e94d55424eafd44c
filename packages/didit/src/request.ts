import type { z } from 'zod'
import { queryString } from './arguments.ts'
import { discard, MAX_JSON_BYTES, orAbort, parseJson, readText } from './body.ts'
import type { RateBudget } from './budget.ts'
import type { Breaker } from './breaker.ts'
import type { CallOptions, CallReport, CallSpec, Try } from './call.ts'
import { DiditOverBudgetError, DiditUnreadableError } from './errors.ts'
import type { DiditFile } from './file.ts'
import { openFile } from './file.ts'
import { effect, isRead, refuse, settle } from './request.failure.ts'
import { MAX_TRIES, mayRetry, retryDelay } from './retry.ts'
import type { Deadline, Time } from './time.ts'
import { startDeadline } from './time.ts'
import { HeldBackError, type CallKind, type Transport, type TransportRequest, type TransportResponse } from './transport.ts'
import { salvage } from './wire/salvage.ts'

export const timeouts: Record<CallKind, number> = {
  read: 10_000,
  write: 15_000,
  edit: 15_000,
  pdf: 60_000,
  media: 60_000,
  health: 5_000,
}

export interface Caller {
  /** Calls and parses; keeps what does not fit under `_raw` (see `salvage`). */
  json<Schema extends z.ZodType>(spec: CallSpec, schema: Schema, options?: CallOptions): Promise<z.output<Schema>>
  /** Calls and ignores the body of the answer. */
  nothing(spec: CallSpec, options?: CallOptions): Promise<void>
  /** Calls and hands the body on as it comes. `accept` looks at the content type. */
  file(spec: CallSpec, accept: (contentType: string) => boolean, options?: CallOptions): Promise<DiditFile>
}

export interface CallerDeps {
  apiKey: string
  baseUrl: string
  transport: Transport
  mediaTransport: Transport
  budget: RateBudget
  breaker: Breaker
  time: Time
  random: () => number
  maxWaitMs: number
  onCall: (report: CallReport) => void
}

type Use<T> = (response: TransportResponse, deadline: Deadline) => Promise<T>

/** The only place that speaks HTTP: budget, time limit, tries, and every way to fail turned into one error family. */
export const makeCaller = (deps: CallerDeps): Caller => {
  const { budget, time } = deps
  const anonymous = (kind: CallKind) => kind === 'media' || kind === 'health'

  const outgoing = ({ spec, options: { mayLeave } }: Try, signal: AbortSignal): TransportRequest => ({
    method: spec.method,
    url: spec.kind === 'media' ? spec.path : deps.baseUrl + spec.path + queryString(spec.query),
    headers: {
      accept: spec.kind === 'pdf' || spec.kind === 'media' ? '*/*' : 'application/json',
      'user-agent': 'verdict',
      ...(anonymous(spec.kind) ? {} : { 'x-api-key': deps.apiKey }),
      ...(spec.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...spec.headers,
    },
    body: spec.body === undefined ? null : JSON.stringify(spec.body),
    signal,
    kind: spec.kind,
    ...(mayLeave ? { mayLeave } : {}),
  })

  const attempt = async <T>(current: Try, use: Use<T>, seen: (status: number) => void): Promise<T> => {
    const { spec, deadline, options } = current
    const ticket = await budget
      .take({
        operation: spec.operation,
        kind: spec.kind,
        lane: options.lane ?? 'person',
        maxWaitMs: options.maxWaitMs ?? deps.maxWaitMs,
        signal: deadline.signal,
      })
      .catch((error: unknown) => Promise.reject(settle(current, error, false)))
    try {
      if (deadline.signal.aborted) throw settle(current, deadline.signal.reason, false)
      const transport = spec.kind === 'media' ? deps.mediaTransport : deps.transport
      if (options.mayLeave?.() === false) throw new HeldBackError()
      const underway = transport(outgoing(current, deadline.signal))
      const response = await orAbort(underway, deadline.signal).catch((error: unknown) => {
        underway.then(discard, () => undefined)
        throw error
      })
      ticket.done()
      seen(response.status)
      const refused = response.status < 200 || response.status > 299 ? await refuse(current, response, time.now()) : undefined
      budget.learn(spec.kind, response.headers, refused instanceof DiditOverBudgetError ? refused.retryAfterMs : null)
      if (refused) throw refused
      return await use(response, deadline)
    } catch (error) {
      throw settle(current, error, true)
    } finally {
      ticket.done()
    }
  }

  const run = async <T>(spec: CallSpec, options: CallOptions, use: Use<T>, streams = false): Promise<T> => {
    const passage = deps.breaker.enter(spec.operation, spec.kind)
    const began = time.now()
    const deadline = startDeadline(time, timeouts[spec.kind], options.signal)
    const current = { spec, deadline, options }
    let status: number | null = null
    let tries = 0
    const report = (outcome: CallReport['outcome']) => {
      passage.ended({ outcome, status })
      deps.onCall({ operation: spec.operation, kind: spec.kind, outcome, status, tries, ms: time.now() - began })
    }
    try {
      for (;;) {
        tries += 1
        try {
          const value = await attempt(current, use, (seen) => (status = seen))
          report('ok')
          if (!streams) deadline.done()
          return value
        } catch (thrown) {
          const error = settle(current, thrown, true)
          const wait = retryDelay(error, tries, deps.random)
          if (tries >= MAX_TRIES || !mayRetry(error, isRead(spec)) || wait >= deadline.left()) throw error
          await time.sleep(wait, deadline.signal).catch((reason: unknown) => {
            throw settle(current, reason, false)
          })
        }
      }
    } catch (thrown) {
      deadline.done()
      const error = settle(current, thrown, true)
      report(error.kind)
      throw error
    }
  }

  const unreadable = (spec: CallSpec, status: number) => ({
    operation: spec.operation,
    sent: true,
    effect: effect(spec, true),
    status,
  })

  return {
    json: (spec, schema, options = {}) =>
      run(spec, options, async (response, deadline) => {
        const facts = unreadable(spec, response.status)
        const read = await readText(response, deadline.signal, MAX_JSON_BYTES)
        if (read.tooLarge) throw new DiditUnreadableError({ ...facts, fault: 'too-large' })
        if (read.cutOff) throw new DiditUnreadableError({ ...facts, fault: 'cut-off', cause: read.cause })
        const body = parseJson(read.text)
        if (body === undefined) {
          const saysJson = response.headers['content-type']?.includes('json') === true
          throw new DiditUnreadableError({ ...facts, fault: saysJson ? 'cut-off' : 'not-json' })
        }
        const parsed = salvage(schema, body)
        if (parsed.ok) return parsed.value
        throw new DiditUnreadableError({ ...facts, fault: 'wrong-shape', path: parsed.fault })
      }),

    nothing: (spec, options = {}) =>
      run(spec, options, async (response) => {
        discard(response)
        // A web page with a good status comes from something between us and Didit.
        if (response.headers['content-type']?.includes('html')) {
          throw new DiditUnreadableError({ ...unreadable(spec, response.status), fault: 'not-json' })
        }
      }),

    file: (spec, accept, options = {}) =>
      run(
        spec,
        options,
        async (response, deadline) => {
          const current = { spec, deadline, options }
          const file = openFile(response, deadline, spec.operation, (error) => settle(current, error, true))
          if (accept(file.contentType)) return file
          await file.stream.cancel()
          throw new DiditUnreadableError({ ...unreadable(spec, response.status), fault: 'wrong-type' })
        },
        true,
      ),
  }
}
