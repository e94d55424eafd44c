import type { Emulator, EmulatorOptions } from '../emulator.ts'
import { createEmulator } from '../emulator.ts'
import { isObject, objectsAt, wordAt } from '../json-value.ts'
import { parseJson } from '../http/json-body.ts'
import type { Json, JsonObject } from '../world/types.ts'

export const KEY = 'emulator-key'
export const PARTNER_KEY = 'emulator-key-2'
export const NOBODY = '00000000-0000-4000-8000-000000000000'

export interface Answer {
  status: number
  headers: Headers
  text: string
  /** Parsed body; null when it is not JSON. */
  json: Json
  /** Parsed body as an object; `{}` when it is another value. */
  body: JsonObject
}

export interface Received {
  url: string
  headers: Headers
  body: string
}

/** An emulator with a clock that only moves when told, and a webhook receiver that keeps what arrives. */
export class House {
  readonly emulator: Emulator
  readonly received: Received[] = []
  /** Statuses that the receiver answers next; 200 when none is left. */
  readonly answers: number[] = []
  time: number

  constructor(options: EmulatorOptions = {}) {
    this.time = Date.UTC(2026, 4, 1, 12)
    this.emulator = createEmulator({
      sessions: 240,
      now: () => this.time,
      webhookRetryDelays: [0, 0],
      webhookFetch: async (url, init) => {
        const request = new Request(url, init)
        this.received.push({ url: request.url, headers: request.headers, body: await request.text() })
        const status = this.answers.shift() ?? 200
        if (status === 0) throw new TypeError('fetch failed')
        return new Response(null, { status })
      },
      ...options,
    })
  }

  async call(method: string, path: string, body?: unknown, key: string | null = KEY): Promise<Answer> {
    const headers: Record<string, string> = key === null ? {} : { 'x-api-key': key }
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
    const response = await this.emulator.app.request(path, init)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true && text !== ''
    const json = isJson ? tolerant(text) : null
    return { status: response.status, headers: response.headers, text, json, body: isObject(json) ? json : {} }
  }

  get(path: string, key?: string | null): Promise<Answer> {
    return this.call('GET', path, undefined, key)
  }

  /** Rows of a list. */
  async rows(path: string): Promise<JsonObject[]> {
    const { body } = await this.get(path)
    return objectsAt(body, 'results')
  }

  /** Id of the newest session with this status. */
  async idWith(status: string, kind = 'user'): Promise<string> {
    const [row] = await this.rows(`/v3/sessions/?limit=1&session_kind=${kind}&status=${encodeURIComponent(status)}`)
    if (row === undefined) throw new Error(`the world has no ${kind} session ${status}`)
    return wordAt(row, 'session_id')
  }

  /** The newest session whose seeded decision passes (media still as keys), as it is answered now. */
  async decisionWhere(test: (decision: JsonObject) => boolean, kind = 'user'): Promise<JsonObject> {
    const { world } = this.emulator
    for (const index of world.scan((facts) => facts.kind === kind)) {
      if (test(world.decision(index))) return this.decision(world.facts(index).sessionId)
    }
    throw new Error('the world has no such session')
  }

  async decision(id: string): Promise<JsonObject> {
    return (await this.get(`/v3/session/${id}/decision/`)).body
  }

  /** Somebody else brings a session into a status. */
  async bring(id: string, status: string): Promise<void> {
    const answer = await this.call('POST', '/__emulator/act', { sessionId: id, kind: 'status', status, webhook: false })
    if (answer.status !== 200) throw new Error(answer.text)
  }

  async subscribe(secret = 'a-secret', more: JsonObject = {}): Promise<void> {
    await this.call('POST', '/__emulator/webhooks', { destination: { url: 'https://desk.example/hook', secret, ...more } })
  }

  async webhooks(): Promise<JsonObject[]> {
    await this.emulator.idle()
    return this.received.map(({ body }) => parseJson(body)).filter(isObject)
  }
}

function tolerant(text: string): Json {
  try {
    return parseJson(text)
  } catch {
    return null
  }
}
