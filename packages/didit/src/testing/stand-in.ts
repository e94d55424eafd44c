import { createDidit } from '../index.ts'
import type { DiditOptions } from '../index.ts'
import type { Transport, TransportRequest, TransportResponse } from '../transport.ts'
import { makeFakeTime } from './fake-time.ts'

export const sessionId = '5b3720ed-d429-42ef-b67f-37ea805f48ee'
export const otherId = '9f9b1234-aaaa-4bbb-8ccc-1234567890ab'
export const secretKey = 'key-that-must-not-show'

const bytes = (text: string) => new TextEncoder().encode(text)

export const reply = (status: number, body: unknown, headers: Record<string, string> = {}): TransportResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: (async function* chunks() {
    if (body !== undefined) yield bytes(typeof body === 'string' ? body : JSON.stringify(body))
  })(),
})

/** A body that breaks after its first bytes. */
export const broken = (status: number, start: string, error: Error): TransportResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: (async function* chunks() {
    yield bytes(start)
    throw error
  })(),
})

export const networkError = (code: string, more: Record<string, unknown> = {}): Error =>
  Object.assign(new Error(`connect ${code}`), { code, ...more })

export const never = (): Promise<TransportResponse> => new Promise(() => undefined)

type Step = TransportResponse | Error | ((request: TransportRequest) => TransportResponse | Promise<TransportResponse>)

/** The outside world as a list of answers, one for each request in turn; the last one is repeated if it is a function. */
export const standIn = (steps: readonly Step[], options: Partial<DiditOptions> = {}) => {
  const time = makeFakeTime()
  const requests: TransportRequest[] = []
  const transport: Transport = async (request) => {
    const step = steps[requests.length] ?? steps.at(-1)
    requests.push(request)
    if (step instanceof Error) throw step
    if (typeof step === 'function') return step(request)
    if (!step || requests.length > steps.length) throw new Error('the stand-in has no more answers')
    return step
  }
  const didit = createDidit({
    apiKey: secretKey,
    baseUrl: 'https://didit.test',
    transport,
    clock: time.now,
    sleep: time.sleep,
    random: () => 0.5,
    ...options,
  })
  return { didit, time, requests }
}

/** What a rejected promise rejected with. */
export const failure = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work
  } catch (error) {
    return error
  }
  throw new Error('expected a rejection')
}
