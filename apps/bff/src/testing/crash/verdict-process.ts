import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { DEMO_PASSWORD } from '../../people/demo-staff.ts'
import { Agent } from '../agent.ts'

const main = fileURLToPath(new URL('../../main.ts', import.meta.url))

export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}

/** Verdict as it is started in earnest, in a process that can be killed. `variables` are its environment. */
export const makeVerdictProcess = (port: number, variables: Record<string, string>) => {
  const url = `http://127.0.0.1:${port}`
  let running: ChildProcess | undefined
  process.on('exit', () => running?.kill('SIGKILL'))

  const signal = (name: NodeJS.Signals) => running?.kill(name)

  return {
    url,

    /** Resolves when it answers, at most 30 s later. */
    start: async (): Promise<void> => {
      const child = spawn(process.execPath, [main], {
        env: { ...process.env, ...variables, PORT: String(port), LOG_LEVEL: 'error' },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      running = child
      for (let turn = 0; turn < 600; turn += 1) {
        if (child.exitCode !== null) throw new Error(`Verdict ended by itself with ${child.exitCode}`)
        const answers = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1000) }).catch(() => undefined)
        if (answers?.ok) return
        await sleep(50)
      }
      throw new Error('Verdict did not start within 30 s')
    },

    kill: async (): Promise<void> => {
      if (!running || running.exitCode !== null) return
      const gone = once(running, 'exit')
      running.kill('SIGKILL')
      await gone
    },

    /** Stops it in the middle of whatever it does, and lets it go on later. */
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),

    signIn: async (seat: string): Promise<Agent> => {
      const agent = new Agent(async (request) => {
        const { pathname, search } = new URL(request.url)
        const body = request.method === 'GET' ? null : await request.text()
        const headers = new Headers(request.headers)
        if (request.method !== 'GET') headers.set('origin', url)
        // A stream stays open; whoever reads it gives it up.
        const patience = pathname === '/api/events' ? null : AbortSignal.timeout(20_000)
        return fetch(url + pathname + search, { method: request.method, headers, body, signal: patience })
      })
      const answer = await agent.post('/api/auth/sign-in/email', { email: `${seat}@verdict.example`, password: DEMO_PASSWORD })
      if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`)
      return agent
    },
  }
}
export type VerdictProcess = ReturnType<typeof makeVerdictProcess>
