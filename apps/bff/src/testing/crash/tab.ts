import { setTimeout as sleep } from 'node:timers/promises'
import type { Agent } from '../agent.ts'

/** The bff beats every 20 s; our pages give a line up that is silent for longer than this, and so does this. */
const SILENCE_ENDS_MS = 50_000

/** A browser tab that listens for live changes and comes back by itself after every break, as EventSource does. */
export const openTab = (agent: Agent) => {
  const closing = new AbortController()
  let lastId = ''
  let lastHeardAt = 0
  let breaks = 0
  let why = ''
  let leave: () => Promise<void> = async () => undefined

  const listen = async (): Promise<void> => {
    const answer = await agent.get('/api/events', lastId === '' ? {} : { 'last-event-id': lastId })
    if (answer.status !== 200 || answer.body === null) throw new Error(`events: ${answer.status}`)
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
    leave = async () => reader.cancel()
    for (;;) {
      const silence = setTimeout(() => void leave().catch(() => undefined), SILENCE_ENDS_MS)
      const { done, value } = await reader.read().finally(() => clearTimeout(silence))
      if (done) return
      lastHeardAt = Date.now()
      for (const [, id] of value.matchAll(/^id: (\S+)$/gm)) lastId = id ?? lastId
    }
  }

  const running = (async () => {
    while (!closing.signal.aborted) {
      await listen().catch((error: unknown) => (why = String(error)))
      if (closing.signal.aborted) return
      breaks += 1
      await sleep(500)
    }
  })()

  return {
    /** Epoch ms of the last thing heard, heartbeats included. */
    lastHeardAt: () => lastHeardAt,
    lastId: () => lastId,
    breaks: () => breaks,
    /** What the last break was. */
    why: () => why,
    close: async (): Promise<void> => {
      closing.abort()
      await leave().catch(() => undefined)
      await running
    },
  }
}
