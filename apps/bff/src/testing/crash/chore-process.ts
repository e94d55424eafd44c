import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const programs = {
  /** `verdict copy|backup|restore`. */
  verdict: fileURLToPath(new URL('../../verdict.ts', import.meta.url)),
  /** Verdict itself. */
  main: fileURLToPath(new URL('../../main.ts', import.meta.url)),
}

export interface Ran {
  /** Null: it was killed. */
  code: number | null
  ms: number
  said: string
}

/** Runs one of our programs in a process of its own; with `killAfterMs` it ends with SIGKILL by then. */
export const runProgram = async (
  program: keyof typeof programs,
  args: readonly string[],
  options: { env?: Record<string, string>; killAfterMs?: number | undefined } = {},
): Promise<Ran> => {
  const began = performance.now()
  const child = spawn(process.execPath, [programs[program], ...args], {
    env: { ...process.env, ...options.env, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const end = () => void child.kill('SIGKILL')
  process.on('exit', end)
  const timer = options.killAfterMs === undefined ? undefined : setTimeout(end, options.killAfterMs)
  const [said] = await Promise.all([text(child.stderr), once(child, 'exit')])
  clearTimeout(timer)
  process.off('exit', end)
  return { code: child.exitCode, ms: performance.now() - began, said }
}
