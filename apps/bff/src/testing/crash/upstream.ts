import { createDidit } from '@verdict/didit'
import { serveEmulator } from '@verdict/emulator'
import { z } from 'zod'

const write = '/update-status/'
const read = '/decision/'

/** What can go wrong between us and Didit while a decision is sent; each is the body of an order to the emulator. */
export const troubles = {
  none: [],
  'slow write': [{ match: write, kind: 'latency', ms: 60, when: 'after' }],
  'no answer to an applied write': [{ match: write, kind: 'latency', ms: 30_000, when: 'after', times: 2 }],
  'reset before the write': [{ match: write, kind: 'drop', when: 'before', times: 3 }],
  'reset after the write': [{ match: write, kind: 'drop', when: 'after', times: 3 }],
  '500 before the write': [{ match: write, kind: 'status', status: 500, when: 'before', times: 3 }],
  '500 after the write': [{ match: write, kind: 'status', status: 500, when: 'after', times: 3 }],
  '429 on the write': [{ match: write, kind: 'status', status: 429, headers: { 'retry-after': '1' }, times: 3 }],
  'reads fail': [{ match: read, kind: 'status', status: 503, rate: 0.4, times: 8 }],
} as const satisfies Record<string, readonly object[]>
export type Trouble = keyof typeof troubles

const Journal = z.array(z.object({ at: z.iso.datetime(), method: z.string(), path: z.string(), status: z.number() }))

/** The most calls in any 60 seconds. */
const fullestMinute = (calls: readonly { at: string }[]): number => {
  const times = calls.map(({ at }) => Date.parse(at))
  let first = 0
  let most = 0
  for (const [last, time] of times.entries()) {
    while ((times[first] ?? time) <= time - 60_000) first += 1
    most = Math.max(most, last - first + 1)
  }
  return most
}

/** The emulator behind a port, with a client of its own that judges what Didit has been told. */
export const makeUpstream = async (sessions: number) => {
  const served = await serveEmulator({ port: 0, sessions, seed: 5 })
  const judge = createDidit({ apiKey: 'emulator-key', baseUrl: served.url, limits: { reads: 1_000_000 } })
  const control = async (name: string, body: object) => {
    const answer = await served.emulator.app.request(`/__emulator/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
  }
  await control('limits', { off: true })
  let limitedSince = new Date().toISOString()

  return {
    url: served.url,

    /** People in this state, newest first. */
    waiting: async (status = 'In Review'): Promise<string[]> => {
      const ids: string[] = []
      for (let offset = 0; ; offset += 200) {
        const page = await judge.sessions.list({ status: [status], kind: 'user', limit: 200, offset })
        ids.push(...page.results.map((row) => row.session_id))
        if (page.next === null) return ids
      }
    },

    /** From now on this goes wrong, and nothing else. */
    trouble: async (kind: Trouble): Promise<void> => {
      await served.emulator.app.request('/__emulator/faults', { method: 'DELETE' })
      for (const fault of troubles[kind]) await control('faults', fault)
    },

    /** How often a decision of ours stands in Didit's trail of this session. */
    timesDecided: async (sessionId: string): Promise<number> => {
      const { reviews } = await judge.sessions.decision({ sessionId })
      return (reviews ?? []).filter(({ comment }) => comment?.includes('Verdict ledger')).length
    },

    statusOf: async (sessionId: string): Promise<string> => (await judge.sessions.decision({ sessionId })).status,

    /** Where the emulator sends its webhooks from now on. */
    deliverTo: async (url: string, secret: string): Promise<void> => {
      await control('webhooks', { destination: { url, secret } })
    },

    /** With Didit's own limits, or with none. The judge's calls count as well: end them before it judges. */
    limit: async (on: boolean): Promise<void> => {
      if (on) limitedSince = new Date().toISOString()
      await control('limits', on ? { get: 600, write: 300 } : { off: true })
    },

    /** How often Didit was told to take something of a session off the blocklist, by session. */
    removals: async (): Promise<Map<string, number>> => {
      const told = new Map<string, number>()
      const calls: unknown = await (await served.emulator.app.request('/__emulator/requests')).json()
      if (!Array.isArray(calls)) throw new Error('the journal is not a list')
      for (const call of calls) {
        if (Reflect.get(Object(call), 'path') !== '/v3/blocklist/remove/') continue
        const sessionId = String(Reflect.get(Object(Reflect.get(Object(call), 'body')), 'session_id'))
        told.set(sessionId, (told.get(sessionId) ?? 0) + 1)
      }
      return told
    },

    /** What the journal has of Verdict's calls since the limits were set: refusals, and the fullest minute of each kind. */
    budgetUsed: async (): Promise<{ refused: number; reads: number; writes: number }> => {
      const calls = Journal.parse(await (await served.emulator.app.request(`/__emulator/requests?since=${limitedSince}`)).json())
      const reads = calls.filter(({ method }) => method === 'GET')
      const writes = calls.filter(({ method, path }) => method !== 'GET' && path !== '/v3/session/')
      return { refused: calls.filter(({ status }) => status === 429).length, reads: fullestMinute(reads), writes: fullestMinute(writes) }
    },

    close: async (): Promise<void> => {
      await judge.close()
      await served.close()
    },
  }
}
export type Upstream = Awaited<ReturnType<typeof makeUpstream>>
