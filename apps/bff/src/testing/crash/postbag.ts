import { createHmac } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { Pool } from 'undici'

export interface Letter {
  headers: Record<string, string>
  body: string
}

/** What becomes of the post on its way, as shares of all of it. */
const LOST = 0.05
const TWICE = 0.05
const FORGED = 0.02

const sign = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('hex')

const shuffled = <T>(all: readonly T[]): T[] => {
  const mixed = [...all]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(Math.random() * (at + 1))
    const [a, b] = [mixed[at], mixed[other]]
    if (a === undefined || b === undefined) continue
    mixed[at] = b
    mixed[other] = a
  }
  return mixed
}

/** The four kinds that must be refused: a signature that fits nothing, an old one, too much of it, another's signature. */
const forgeries = (genuine: readonly Letter[], secret: string): Letter[] => {
  const many = Math.ceil(genuine.length * FORGED)
  return Array.from({ length: many }, (_, at) => {
    const { headers, body } = genuine[at * 7] ?? genuine[0] ?? { headers: {}, body: '{}' }
    if (at % 4 === 0)
      return { headers: { ...headers, 'x-signature': sign('not the secret', body), 'x-signature-v2': '0'.repeat(64) }, body }
    if (at % 4 === 1) {
      const old = body.replaceAll(/"timestamp":\d+/g, `"timestamp":${Math.floor(Date.now() / 1000) - 3600}`)
      return { headers: { 'content-type': 'application/json', 'x-signature': sign(secret, old) }, body: old }
    }
    if (at % 40 === 2) return { headers, body: ' '.repeat(5 * 1024 * 1024) + body }
    const other = body.replace(/"status":"[^"]+"/, '"status":"Approved"').replace(/"event_id":"/, '"event_id":"x')
    return { headers, body: other }
  }).map(({ headers, body }) => {
    const { 'x-signature-simple': _, ...others } = headers
    return { headers: others, body }
  })
}

/** Didit's post as a bad line delivers it: some lost, some twice, all in another order, and forgeries among it. */
export const spoil = (post: readonly Letter[], secret: string): { letter: Letter; forged: boolean }[] => {
  const arriving = post.filter(() => Math.random() >= LOST)
  const twice = arriving.filter(() => Math.random() < TWICE)
  const forged = forgeries(post, secret).map((letter) => ({ letter, forged: true }))
  return shuffled([...[...arriving, ...twice].map((letter) => ({ letter, forged: false })), ...forged])
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Delivers over so many connections at once; tells how long answers took, and which were not what they should have been. */
export const deliver = async (url: string, post: readonly { letter: Letter; forged: boolean }[], connections: number) => {
  const pool = new Pool(url, { connections, pipelining: 1 })
  const waiting = [...post]
  const took: number[] = []
  const wrong = new Map<string, number>()
  const again = new Set<object>()
  const carry = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { letter, forged } = next
      const began = performance.now()
      const { statusCode, body } = await pool.request({ path: '/webhooks/didit', method: 'POST', ...letter }).catch(() => ({
        statusCode: 0,
        body: undefined,
      }))
      await body?.dump().catch(() => undefined)
      // Cut off with a forgery that was too large: sent again, as Didit does.
      if (!forged && statusCode === 0 && !again.has(next)) {
        again.add(next)
        waiting.push(next)
        continue
      }
      // A body that is too large may be cut off instead of answered.
      if (!forged) took.push(performance.now() - began)
      const right = forged ? (statusCode >= 400 && statusCode < 500) || statusCode === 0 : statusCode === 200
      if (!right)
        wrong.set(`${forged ? 'forged' : 'genuine'} ${statusCode}`, (wrong.get(`${forged ? 'forged' : 'genuine'} ${statusCode}`) ?? 0) + 1)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: connections }, carry))
  const seconds = (performance.now() - began) / 1000
  await pool.close()
  const sorted = took.toSorted((a, b) => a - b)
  return { seconds, perSecond: post.length / seconds, p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99), wrong }
}
