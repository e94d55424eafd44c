/*
 * The emulator as a process of its own, on the clock of whoever calls it: `node upstream.ts PORT SESSIONS EPOCH`. Its
 * limits are on. Beside Didit's API it tells the truth of its world.
 */
import { serve } from '@hono/node-server'
import { createEmulator } from '@verdict/emulator'
import { Hono } from 'hono'

/** Carries the caller's time, epoch ms. */
export const NOW_HEADER = 'x-bench-now'

export interface Truth {
  /** "user Approved" and how many there are. */
  counts: Record<string, number>
  /** Some of them, from the newest to the oldest. */
  some: { id: string; status: string; number: number; createdAt: number }[]
}

const SOME = 1_000

if (import.meta.main) {
  const [port, sessions, epoch] = process.argv.slice(2).map(Number)
  let now = epoch ?? 0
  const emulator = createEmulator({ sessions: sessions ?? 0, epoch: now, now: () => now })
  const truth = (): Truth => {
    const { world } = emulator
    const counts: Truth['counts'] = {}
    for (let index = 0; index < world.size; index += 1) {
      const { kind, status } = world.facts(index)
      counts[`${kind} ${status}`] = (counts[`${kind} ${status}`] ?? 0) + 1
    }
    const some = Array.from({ length: Math.min(SOME, world.size) }, (_, turn) => {
      const facts = world.facts(Math.floor((turn * world.size) / SOME))
      return { id: facts.sessionId, status: facts.status, number: facts.number, createdAt: facts.createdAt }
    })
    return { counts, some }
  }
  const app = new Hono()
    .get('/truth', (c) => c.json(truth()))
    .get('/healthz', (c) => c.text('ok'))
    .all('*', (c) => {
      now = Math.max(now, Number(c.req.header(NOW_HEADER) ?? 0))
      return emulator.app.fetch(c.req.raw)
    })
  serve({ fetch: app.fetch, port: port ?? 0, hostname: '127.0.0.1' })
}
