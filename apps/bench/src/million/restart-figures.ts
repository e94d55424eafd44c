import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stopProgram } from '../processes.ts'
import type { Figure } from '../report.ts'
import { memoryOf, signIn, startVerdict } from './verdict-process.ts'

const STARTS = 3
const MOST_MS = 2_000
const MOST_MB = 250
const WORDS = ['maria', 'son', 'García', 'spec', '346', 'kow', 'In', 'Al Bahri', 'zzz']

/** A morning at the desk: queue, lists and searches, from several tabs at once. */
async function work(origin: string): Promise<void> {
  const headers = await signIn(origin)
  const tab = async (number: number): Promise<void> => {
    let cursor = ''
    for (let turn = 0; turn < 60; turn += 1) {
      const word = WORDS[(turn + number) % WORDS.length] ?? ''
      const page = await fetch(`${origin}/api/sessions?limit=100${cursor}`, { headers })
      if (!page.ok) throw new Error(`A page answered ${page.status}: ${await page.text()}`)
      const { nextCursor } = (await page.json()) as { nextCursor: string | null }
      cursor = nextCursor === null ? '' : `&cursor=${nextCursor}`
      for (const path of ['/api/queue?limit=100', `/api/sessions?q=${encodeURIComponent(word)}`, '/api/index/facets', '/api/index'])
        await (await fetch(`${origin}${path}`, { headers })).text()
    }
  }
  await Promise.all(Array.from({ length: 8 }, async (_, number) => tab(number)))
}

async function memoryAfterWork(child: ChildProcess, origin: string) {
  try {
    await work(origin)
    return memoryOf(child)
  } finally {
    await stopProgram(child)
  }
}

/** A real process on this database, from its start to its first readiness, and its memory after work. Didit is down. */
export async function restartFigures(title: string, address: string, port: number): Promise<Figure[]> {
  const origin = `http://127.0.0.1:${port}`
  const isFile = !address.startsWith('postgres')
  const dataDir = isFile ? dirname(address) : mkdtempSync(join(tmpdir(), 'verdict-bench-'))
  const env = {
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: isFile ? '' : address,
    DIDIT_API_KEY: 'emulator-key',
    DIDIT_BASE_URL: 'http://127.0.0.1:9',
    DEMO_STAFF: '1',
    LOG_LEVEL: 'error',
  }
  const starts: number[] = []
  const plain = { reference: null, ratio: null }
  try {
    for (let turn = 1; turn < STARTS; turn += 1) {
      const { child, readyMs } = await startVerdict(env, origin)
      starts.push(readyMs)
      await stopProgram(child)
    }
    const { child, readyMs } = await startVerdict(env, origin)
    const memory = await memoryAfterWork(child, origin)
    const slowest = Math.max(...starts, readyMs)
    const [now, most] = [memory?.now ?? Number.NaN, memory?.most ?? Number.NaN]
    const name = `memory after 2,400 answers, ${title}`
    return [
      { name: `restart to ready, ${title}`, value: slowest, unit: 'ms', ...plain, budget: `<= ${MOST_MS} ms`, ok: slowest <= MOST_MS },
      { name, value: now, unit: 'MB', ...plain, budget: `<= ${MOST_MB} MB`, ok: now <= MOST_MB },
      { name: `its most, ${title}`, value: most, unit: 'MB', ...plain, budget: 'shown only', ok: true },
    ]
  } finally {
    if (!isFile) rmSync(dataDir, { recursive: true, force: true })
  }
}
