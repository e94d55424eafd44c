import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createDidit } from '@verdict/didit'
import { serveEmulator } from '@verdict/emulator'
import { DEMO_PASSWORD } from '../people/demo-staff.ts'
import { Agent } from './agent.ts'

/*
 * Starts Verdict as it is started in earnest, decides, kills it with SIGKILL at random moments, starts it again, and
 * asks Didit's own trail: every acknowledged decision exactly once, those undone never, nothing twice.
 * `node apps/bff/src/testing/kill-nine.ts [rounds]`, about a minute for 15.
 */

const rounds = Number(process.argv[2] ?? 15)
const main = fileURLToPath(new URL('../main.ts', import.meta.url))

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}

const served = await serveEmulator({ port: 0, sessions: 600, seed: 5 })
const control = async (name: string, body: object) =>
  served.emulator.app.request(`/__emulator/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
await control('limits', { off: true })
await control('faults', { match: '/update-status/', kind: 'latency', ms: 40, when: 'before' })
await control('faults', { match: '/update-status/', kind: 'latency', ms: 40, when: 'after' })
const judge = createDidit({ apiKey: 'emulator-key', baseUrl: served.url, limits: { reads: 1_000_000 } })

const port = await freePort()
const dataDir = await mkdtemp(join(tmpdir(), 'verdict-kill-'))
const url = `http://127.0.0.1:${port}`
const environment = {
  ...process.env,
  DIDIT_API_KEY: 'emulator-key',
  DIDIT_BASE_URL: served.url,
  DEMO_STAFF: '1',
  DATA_DIR: dataDir,
  PORT: String(port),
  UNDO_SECONDS: '1',
  LOG_LEVEL: 'error',
}

let running: ChildProcess | undefined
process.on('exit', () => running?.kill('SIGKILL'))

const start = async (): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [main], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] })
  running = child
  for (let turn = 0; turn < 600; turn += 1) {
    if (child.exitCode !== null) throw new Error(`Verdict ended by itself with ${child.exitCode}`)
    const answers = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1000) }).catch(() => undefined)
    if (answers?.ok) return child
    await sleep(50)
  }
  throw new Error('Verdict did not start within 30 s')
}

const kill = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const signIn = async (): Promise<Agent> => {
  const agent = new Agent(async (request) => {
    const { pathname, search } = new URL(request.url)
    const body = request.method === 'GET' ? null : await request.text()
    return fetch(url + pathname + search, { method: request.method, headers: request.headers, body, signal: AbortSignal.timeout(20_000) })
  })
  const answer = await agent.post(
    '/api/auth/sign-in/email',
    { email: 'reviewer@verdict.example', password: DEMO_PASSWORD },
    { origin: url },
  )
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`)
  return agent
}

const field = (value: unknown, name: string): string => String(Reflect.get(Object(value), name))

interface Made {
  sessionId: string
  id: string
  undone: 'no' | 'asked' | 'acknowledged'
}
const made: Made[] = []
const touched = new Set<string>()
const waiting = (await judge.sessions.list({ status: ['In Review'], kind: 'user', limit: 500 })).results.map((row) => row.session_id)

/** Decides one session and perhaps undoes or hurries it; what was acknowledged is kept in `made`, the rest is lost. */
const work = async (agent: Agent, then: 'wait' | 'undo' | 'send'): Promise<void> => {
  const sessionId = waiting.shift() ?? ''
  const detail: unknown = await (await agent.get(`/api/sessions/${sessionId}`)).json()
  touched.add(sessionId)
  const body = { outcome: 'Declined', reasonCode: 'policy', evidenceHash: field(detail, 'evidenceHash') }
  const answer = await agent.post(`/api/sessions/${sessionId}/decisions`, body, { origin: url })
  if (answer.status !== 202) throw new Error(`decide: ${answer.status} ${await answer.text()}`)
  const entry: Made = { sessionId, id: field(await answer.json(), 'id'), undone: 'no' }
  made.push(entry)
  if (then === 'send') await agent.post(`/api/decisions/${entry.id}/send`, {}, { origin: url })
  if (then !== 'undo') return
  entry.undone = 'asked'
  const undone = await agent.delete(`/api/decisions/${entry.id}`, {}, { origin: url })
  if (undone.status === 200) entry.undone = 'acknowledged'
}

for (let round = 1; round <= rounds; round += 1) {
  const child = await start()
  const agent = await signIn()
  const deeds = (['wait', 'send', 'undo', 'send', 'wait'] as const).map((then) => work(agent, then).catch(() => undefined))
  await sleep(Math.random() < 0.5 ? Math.random() * 300 : 900 + Math.random() * 500)
  await kill(child)
  await Promise.all(deeds)
  process.stdout.write(`round ${round}: killed; ${made.length} decisions acknowledged so far\n`)
}

const last = await start()
const reader = await signIn()
const faults: string[] = []
const deadline = Date.now() + 90_000
for (const entry of made) {
  let state = ''
  do {
    state = field(await (await reader.get(`/api/decisions/${entry.id}`)).json(), 'state')
    if (['settled', 'undone', 'void', 'refused'].includes(state)) break
    await sleep(200)
  } while (Date.now() < deadline)
  const wanted = entry.undone === 'acknowledged' ? ['undone'] : entry.undone === 'asked' ? ['undone', 'settled'] : ['settled']
  if (!wanted.includes(state)) faults.push(`decision ${entry.id} is ${state}, not ${wanted.join(' or ')}`)
}
const states = new Map(
  await Promise.all(
    made.map(async ({ id, sessionId }) => [sessionId, field(await (await reader.get(`/api/decisions/${id}`)).json(), 'state')] as const),
  ),
)
let applied = 0
for (const sessionId of touched) {
  const { reviews } = await judge.sessions.decision({ sessionId })
  const times = (reviews ?? []).filter(({ comment }) => comment?.includes('Verdict ledger')).length
  applied += times
  const state = states.get(sessionId)
  if (times > 1) faults.push(`session ${sessionId} was decided ${times} times`)
  if (state !== undefined && times !== (state === 'settled' ? 1 : 0))
    faults.push(`session ${sessionId} is ${state}, but Didit has it ${times} times`)
}
await kill(last)
await judge.close()
await served.close()
await rm(dataDir, { recursive: true, force: true })
process.stdout.write(`${rounds} kills, ${made.length} decisions acknowledged, ${applied} at Didit, ${faults.length} faults\n`)
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exit(faults.length === 0 && made.length > rounds ? 0 : 1)
