import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { sessionStatuses } from '@verdict/contract/session'
import { serveEmulator } from '@verdict/emulator'
import { indexOf, truthOf } from '../../session-index/testing/index-truth.ts'
import { makeHouseClock } from '../house-clock.ts'
import { makeHouse } from '../make-house.ts'
import { field } from './deeds.ts'
import { deliver, spoil, type Letter } from './postbag.ts'
import { freePort, makeVerdictProcess } from './verdict-process.ts'

/*
 * Ten thousand webhooks on a bad line: 5 % lost, 5 % twice, all in another order, forgeries among them, while sessions
 * change by hand without a word. Verdict is killed with SIGKILL in the middle and after the last answer; then one
 * comparison must make its index what Didit lists. Prints how fast they were taken.
 * `node apps/bff/src/testing/crash/ten-thousand.ts [webhooks] [sessions]`
 */

const webhooks = Number(process.argv[2] ?? 10_000)
const sessions = Number(process.argv[3] ?? 2_000)
const SECRET = 'ten-thousand-webhook-secret'
const CONNECTIONS = 8

const post: Letter[] = []
const upstream = await serveEmulator({
  port: 0,
  sessions,
  seed: 9,
  webhookFetch: async (_, init) => {
    post.push({ headers: Object.fromEntries(new Headers(init?.headers)), body: await new Response(init?.body ?? '').text() })
    return new Response(null, { status: 200 })
  },
})
const control = async (name: string, body: object) =>
  upstream.emulator.app.request(`/__emulator/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
await control('limits', { off: true })
await control('webhooks', { destination: { url: 'http://127.0.0.1:9/webhooks/didit', secret: SECRET } })

const dataDir = await mkdtemp(join(tmpdir(), 'verdict-webhooks-'))
const verdict = makeVerdictProcess(await freePort(), {
  DIDIT_API_KEY: 'emulator-key',
  DIDIT_BASE_URL: upstream.url,
  DIDIT_WEBHOOK_SECRETS: SECRET,
  DEMO_STAFF: '1',
  DATA_DIR: dataDir,
})

const { world } = upstream.emulator
const one = <T>(all: readonly T[]): T => {
  const found = all[Math.floor(Math.random() * all.length)]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}
const anyId = () => world.facts(Math.floor(Math.random() * world.size)).sessionId
const changes = sessionStatuses.filter((status) => status !== 'Not Started')
/** Somebody at Didit's own console changes something, with or without a word to us. */
const change = async (webhook: boolean) => control('act', { sessionId: anyId(), kind: 'status', status: one(changes), webhook })

/** What was answered 200 last must be worked off, by whichever run. */
const untilWorkedOff = async (): Promise<number> => {
  const began = Date.now()
  const agent = await verdict.signIn('admin')
  for (;;) {
    const page: unknown = await (await agent.get('/api/webhooks/deliveries?limit=1')).json()
    if (Number(field(Reflect.get(Object(page), 'counts'), 'waiting')) === 0) return Date.now() - began
    await sleep(100)
  }
}

await verdict.start()
while (post.length < webhooks) {
  await change(true)
  // The emulator sends in turns of its own, which a loop of microtasks would never let come.
  await setImmediate()
}
await upstream.emulator.idle()
const all = spoil(post.splice(0, webhooks), SECRET)
const half = Math.floor(all.length / 2)
let silent = 0
const over = new AbortController()
const meanwhile = async (): Promise<void> => {
  while (!over.signal.aborted) {
    silent += 1
    await (silent % 5 === 0 ? control('act', { sessionId: anyId(), kind: 'delete' }) : change(false))
    await sleep(100)
  }
}
const changing = meanwhile()
const first = await deliver(verdict.url, all.slice(0, half), CONNECTIONS)
await verdict.kill()
await verdict.start()
const second = await deliver(verdict.url, all.slice(half), CONNECTIONS)
over.abort()
await changing
const workedOff = await untilWorkedOff()
await verdict.kill()

for (const [name, { seconds, perSecond, p50, p95, p99 }] of Object.entries({ first, second })) {
  process.stdout.write(
    `${name} half: ${perSecond.toFixed(0)}/s over ${CONNECTIONS} connections, ${seconds.toFixed(1)} s, p50 ${p50.toFixed(1)} p95 ${p95.toFixed(1)} p99 ${p99.toFixed(1)} ms\n`,
  )
}

let compared = false
const isCompared = () => compared
const clock = makeHouseClock(Date.now() + 120_000)
const house = await makeHouse({ store: 'sqlite', file: join(dataDir, 'verdict.sqlite'), emulator: upstream.emulator, clock })
await house.deps.settled()
const waiting = await house.deps.store.selectFrom('webhook_events').select('event_id').where('state', '=', 'waiting').execute()
const comparing = house.deps.index.reconcile().finally(() => (compared = true))
// Its clock stands still, and the comparison waits for room in the minute of its budget.
while (!isCompared()) {
  await sleep(20)
  clock.advance(5_000)
}
await comparing
const [ours, theirs] = [await indexOf(house), await truthOf(house)]
const kept = await house.deps.store.selectFrom('webhook_events').select('times').execute()
await house.close()
await upstream.close()
await rm(dataDir, { recursive: true, force: true })

const faults: string[] = []
const asText = new Map(ours.map((row) => [row.id, JSON.stringify(row)]))
const different = theirs.filter((row) => asText.get(row.id) !== JSON.stringify(row))
if (different.length > 0 || ours.length !== theirs.length)
  faults.push(`${different.length} rows differ; ${ours.length} here, ${theirs.length} at Didit`)
if (waiting.length > 0) faults.push(`${waiting.length} events were never worked off`)
const genuine = new Set(all.flatMap(({ letter, forged }) => (forged ? [] : [letter.body])))
if (kept.length !== genuine.size) faults.push(`${kept.length} events kept of ${genuine.size} that came`)
const repeats = kept.filter(({ times }) => times > 1).length
for (const round of [first, second]) for (const [what, times] of round.wrong) faults.push(`${times} times: ${what}`)
process.stdout.write(
  `${all.length} deliveries (${all.filter(({ forged }) => forged).length} forged), ${kept.length} events kept, ${repeats} of them twice, ` +
    `worked off ${workedOff} ms after the last, ${silent} silent changes, ${theirs.length} sessions compared, ${faults.length} faults\n`,
)
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exit(faults.length === 0 ? 0 : 1)
