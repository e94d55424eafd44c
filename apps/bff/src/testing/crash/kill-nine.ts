import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { decide, overturn, type Made } from './deeds.ts'
import { judge } from './judge.ts'
import { askRemoval, judgeRemovals, type Removal } from './removals.ts'
import { makeUpstream, troubles, type Trouble } from './upstream.ts'
import { freePort, makeVerdictProcess } from './verdict-process.ts'

/*
 * Starts Verdict as it is started in earnest, decides alone and with a second person, kills it with SIGKILL at random
 * moments with Didit failing in nine ways, starts it again, and asks Didit's own trail and the pages of the cases: every
 * acknowledged decision exactly once, those undone, refused or unanswered never; and the same for what comes off the
 * blocklist with a second person. Prints what the kills found unfinished.
 * `node apps/bff/src/testing/crash/kill-nine.ts [rounds]`, about three seconds a round.
 */

const rounds = Number(process.argv[2] ?? 15)
const upstream = await makeUpstream(Math.max(600, rounds * 60))
const dataDir = await mkdtemp(join(tmpdir(), 'verdict-kill-'))
const verdict = makeVerdictProcess(await freePort(), {
  DIDIT_API_KEY: 'emulator-key',
  DIDIT_BASE_URL: upstream.url,
  DEMO_STAFF: '1',
  DATA_DIR: dataDir,
  UNDO_SECONDS: '1',
})

/** How many decisions stood in each unfinished stage when the process died. */
const found = new Map<string, number>()
const countStages = () => {
  const database = new Sqlite(join(dataDir, 'verdict.sqlite'), { readonly: true })
  const rows = database.prepare<[], { stage: string }>(`select stage from decisions where ended_at is null`).all()
  database.close()
  for (const { stage } of rows) found.set(stage, (found.get(stage) ?? 0) + 1)
}

const made: Made[] = []
const removals: Removal[] = []
const touched = new Set<string>()
const waiting = await upstream.waiting()
const kinds = Object.keys(troubles) as Trouble[]
const decided = await upstream.waiting('Approved')
const declined = await upstream.waiting('Declined')
const deeds = ['wait', 'send', 'undo', 'send'] as const
const seconds = ['agree', 'agree', 'refuse', 'leave', 'race'] as const

const take = (from: string[]): string => {
  const sessionId = from.shift()
  if (sessionId === undefined) throw new Error('no more sessions')
  touched.add(sessionId)
  return sessionId
}

for (let round = 1; round <= rounds; round += 1) {
  const kind = kinds[round % kinds.length] ?? 'none'
  await upstream.trouble('none')
  await verdict.start()
  const [agent, maker, checker] = [await verdict.signIn('reviewer'), await verdict.signIn('senior'), await verdict.signIn('manager')]
  const analyst = await verdict.signIn('analyst')
  const removal = (['agree', 'agree', 'refuse', 'leave'] as const)[round % 4] ?? 'agree'
  await upstream.trouble(kind)
  const under = [
    ...deeds.map(async (then) => decide(agent, take(waiting), then, made)),
    ...[0, 1, 2].map(async (seat) =>
      overturn({ maker, checker }, take(decided), seconds[(round + seat) % seconds.length] ?? 'agree', made),
    ),
    askRemoval({ maker: analyst, checker }, take(declined), removal, removals),
  ].map((deed) => deed.catch(() => undefined))
  await sleep(Math.random() < 0.5 ? Math.random() * 400 : 900 + Math.random() * 600)
  await verdict.kill()
  await Promise.all(under)
  countStages()
  if (round % 10 === 0) process.stdout.write(`round ${round}: ${made.length} decisions acknowledged so far\n`)
}

await upstream.trouble('none')
await verdict.start()
const { applied, faults } = await judge(upstream, await verdict.signIn('senior'), made, touched)
faults.push(...(await judgeRemovals(upstream, await verdict.signIn('manager'), removals)))
await verdict.kill()
await upstream.close()
await rm(dataDir, { recursive: true, force: true })
const stages = [...found].map(([stage, times]) => `${stage} ${times}`).join(', ')
process.stdout.write(
  `${rounds} kills, ${made.length} decisions acknowledged, ${applied} at Didit, ${removals.length} removals asked for, ${faults.length} faults\n`,
)
process.stdout.write(`unfinished when killed: ${stages}\n`)
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exit(faults.length === 0 && made.length > rounds ? 0 : 1)
