import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { verifyLedger } from '../../moving/copy-store.ts'
import { connectStore } from '../../store/open-store.ts'
import { administer, startCluster } from '../postgres-cluster.ts'
import { decide, type Made } from './deeds.ts'
import { judge } from './judge.ts'
import { openTab } from './tab.ts'
import { makeUpstream, type Trouble } from './upstream.ts'
import { freePort, makeVerdictProcess } from './verdict-process.ts'

/*
 * Three Verdicts on one PostgreSQL with Didit's limits on: reviewers decide through all of them while one is killed
 * or paused for up to a minute at random. Afterwards Didit's trail must show every decision once, Didit must have
 * refused nothing for its budget, and every open tab must have come back.
 * `node apps/bff/src/testing/crash/many-houses.ts [minutes]`
 */

const minutes = Number(process.argv[2] ?? 10)
const SEATS = ['reviewer', 'reviewer2', 'senior'] as const

const upstream = await makeUpstream(4_000)
const cluster = await startCluster({ durable: true })
await administer(cluster.addressOf('postgres'), 'create database verdict')
const folders: string[] = []
const makeHouse = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'verdict-many-'))
  folders.push(dataDir)
  return makeVerdictProcess(await freePort(), {
    DIDIT_API_KEY: 'emulator-key',
    DIDIT_BASE_URL: upstream.url,
    DIDIT_WEBHOOK_SECRETS: 'many-houses-webhook-secret',
    DATABASE_URL: cluster.addressOf('verdict'),
    AUTH_SECRET: 'many-houses-auth-secret-many-houses',
    KEEP_KEY: Buffer.alloc(32, 7).toString('base64url'),
    DEMO_STAFF: '1',
    DATA_DIR: dataDir,
    UNDO_SECONDS: '2',
  })
}
const houses = [await makeHouse(), await makeHouse(), await makeHouse()]
for (const house of houses) await house.start()
await upstream.deliverTo(`${houses[0]?.url}/webhooks/didit`, 'many-houses-webhook-secret')
const tabs = await Promise.all(houses.map(async (house) => openTab(await house.signIn('manager'))))

const made: Made[] = []
const touched = new Set<string>()
const waiting = await upstream.waiting()
await upstream.limit(true)
const until = Date.now() + minutes * 60_000
let refusedHere = 0

/** One reviewer, who goes to another house when theirs does not answer. */
const review = async (seat: string, at: number): Promise<void> => {
  for (let turn = at; Date.now() < until; turn += 1) {
    const house = houses[turn % houses.length]
    if (!house) return
    try {
      const agent = await house.signIn(seat)
      for (let cases = 0; cases < 6 && Date.now() < until; cases += 1) {
        const sessionId = waiting.shift()
        if (sessionId === undefined) return
        touched.add(sessionId)
        await decide(agent, sessionId, (['wait', 'send', 'undo', 'wait'] as const)[cases % 4] ?? 'wait', made)
        await sleep(500 + Math.random() * 2000)
      }
    } catch {
      refusedHere += 1
      await sleep(1000)
    }
  }
}

const accidents = { killed: 0, paused: 0 }
const accident = async (): Promise<void> => {
  const house = houses[Math.floor(Math.random() * houses.length)]
  if (!house) return
  if (Math.random() < 0.5) {
    accidents.killed += 1
    await house.kill()
    await sleep(Math.random() * 10_000)
    await house.start()
    return
  }
  accidents.paused += 1
  house.pause()
  await sleep(Math.random() < 0.3 ? 60_000 : Math.random() * 20_000)
  house.resume()
}

const troubles: Trouble[] = [
  'none',
  'slow write',
  'no answer to an applied write',
  'reset after the write',
  '500 after the write',
  'reads fail',
]
const disturb = async (): Promise<void> => {
  while (Date.now() < until) {
    await sleep(3_000 + Math.random() * 8_000)
    await upstream.trouble(troubles[Math.floor(Math.random() * troubles.length)] ?? 'none')
    await accident()
    process.stdout.write(`${made.length} decisions acknowledged, ${accidents.killed} kills, ${accidents.paused} pauses\n`)
  }
}

await Promise.all([...SEATS.map((seat, index) => review(seat, index)), disturb()])
const budget = await upstream.budgetUsed()
await upstream.trouble('none')
await upstream.limit(false)
const [first] = houses
if (!first) throw new Error('no house')
const { applied, faults } = await judge(upstream, await first.signIn('manager'), made, touched)
/** The last that was told; every tab has this long to have heard it. */
const TABS_HAVE_MS = 60_000
const tabsHeard = () => {
  const ids = tabs.map((tab) => Number(tab.lastId()))
  return tabs.every((tab) => Date.now() - tab.lastHeardAt() < 30_000) && Math.max(...ids) - Math.min(...ids) < 50
}
for (const tabsUntil = Date.now() + TABS_HAVE_MS; Date.now() < tabsUntil && !tabsHeard();) await sleep(500)
if (!tabsHeard()) {
  const states = tabs.map((tab) => `event ${tab.lastId()}, silent for ${Date.now() - tab.lastHeardAt()} ms, last break: ${tab.why()}`)
  faults.push(`the tabs have heard different things:\n  ${states.join('\n  ')}`)
}
if (budget.refused > 0) faults.push(`Didit refused ${budget.refused} calls for its budget`)
if (budget.reads > 600 || budget.writes > 300) faults.push(`a minute had ${budget.reads} reads and ${budget.writes} writes`)
for (const tab of tabs) await tab.close()
for (const house of houses) await house.kill()
const store = connectStore(cluster.addressOf('verdict'))
const { entries } = await verifyLedger(store)
const intents = await store.selectFrom('intents_under_way').select('seq').execute()
const decided = await store.selectFrom('ledger_entries').select('seq').where('action', '=', 'decision.made').execute()
await store.destroy()
if (decided.length < made.length) faults.push(`${made.length} decisions were acknowledged, the record has ${decided.length}`)
await upstream.close()
await cluster.stop()
for (const folder of folders) await rm(folder, { recursive: true, force: true })
process.stdout.write(
  `${minutes} min, ${accidents.killed} kills, ${accidents.paused} pauses, ${made.length} decisions acknowledged, ${applied} at Didit, ` +
    `${refusedHere} times a reviewer changed house, tabs came back ${tabs.map((tab) => tab.breaks()).join('/')} times, ` +
    `fullest minute ${budget.reads} reads and ${budget.writes} writes, ${budget.refused} refused, ${entries} entries in the record, ` +
    `${intents.length} of them open, ${faults.length} faults\n`,
)
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exit(faults.length === 0 && made.length > 0 ? 0 : 1)
