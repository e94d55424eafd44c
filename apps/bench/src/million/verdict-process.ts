import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const main = new URL('../../../bff/src/main.ts', import.meta.url).pathname
const LONGEST_MS = 30_000

export interface Started {
  child: ChildProcess
  readyMs: number
}

/** As `pnpm start` does: memory is tidied sooner than Node would on a machine that has plenty; it spares a hundred megabytes. */
export async function startVerdict(env: Record<string, string>, origin: string): Promise<Started> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--max-semi-space-size=8', '--heap-growing-percent=30', main], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  while (performance.now() - began < LONGEST_MS && child.exitCode === null) {
    const ready = await fetch(`${origin}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return { child, readyMs: performance.now() - began }
    await pause(10)
  }
  child.kill('SIGKILL')
  throw new Error('Verdict did not become ready')
}

/** Megabytes of a process, now and at most, as Linux counts them; undefined elsewhere. */
export function memoryOf({ pid }: ChildProcess): { now: number; most: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
    return { now: of('VmRSS'), most: of('VmHWM') }
  } catch {
    return undefined
  }
}

/** The cookie of somebody signed in. */
export async function signIn(origin: string): Promise<Record<string, string>> {
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: 'senior@verdict.example', password: 'verdict-demo' }),
  })
  if (!answer.ok) throw new Error(`Sign-in answered ${answer.status}: ${await answer.text()}`)
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0])
  return { cookie: cookies.join('; ') }
}
