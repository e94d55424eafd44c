import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEnv } from '../env.ts'
import { openDataDir } from './data-dir.ts'
import { startVerdict } from './start-verdict.ts'
import type { Running } from './start-verdict.ts'

let dir: string
const running: Running[] = []
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verdict-start-'))
})
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop()
  await rm(dir, { recursive: true })
})

const envOf = (over: Record<string, string> = {}) =>
  readEnv({ PORT: '0', EMULATOR_PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'silent', DEMO_SESSIONS: '20', ...over })
async function start(over: Record<string, string> = {}): Promise<Running> {
  const verdict = await startVerdict(envOf(over))
  running.push(verdict)
  return verdict
}
async function takenPort(): Promise<{ port: number; server: Server }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address: AddressInfo | string | null = server.address()
  return { port: typeof address === 'object' && address ? address.port : 0, server }
}

describe('starting', () => {
  it('leads in the demo from nothing to a signed-in reviewer with a queue', async () => {
    const { url, greeting } = await start()
    expect(greeting).toContain('Demo data')
    const signIn = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ email: 'reviewer@verdict.example', password: 'verdict-demo' }),
    })
    expect(signIn.status).toBe(200)
    const cookie = signIn.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    const queue = await fetch(`${url}/api/sessions`, { headers: { cookie } })
    expect(await queue.json()).toMatchObject({ count: { value: 20 } })
  })

  it('keeps people signed in over a restart, and the secret to itself', async () => {
    const first = await start()
    const secret = await readFile(join(dir, 'auth-secret'), 'utf8')
    expect((await stat(join(dir, 'auth-secret'))).mode & 0o777).toBe(0o600)
    await first.stop()
    running.length = 0
    await start()
    expect(await readFile(join(dir, 'auth-secret'), 'utf8')).toBe(secret)
  })

  it('prints the link for the first admin once there is a real key, and only until there is one', async () => {
    const real = { DIDIT_API_KEY: 'a-key', DIDIT_BASE_URL: 'http://127.0.0.1:1' }
    const { url, greeting } = await start(real)
    const [, token = ''] = /\/setup#(\S+)/.exec(greeting) ?? []
    const made = await fetch(`${url}/api/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ token, name: 'First Admin', email: 'first@verdict.example', password: 'long-enough-password' }),
    })
    expect(made.status).toBe(204)
    await running.splice(0)[0]?.stop()
    expect((await start(real)).greeting).not.toContain('/setup#')
  })

  it('never puts the demo’s people into the database of a real key', async () => {
    await (await start()).stop()
    running.length = 0
    const { greeting } = await start({ DIDIT_API_KEY: 'a-key', DIDIT_BASE_URL: 'http://127.0.0.1:1' })
    expect(greeting).toContain('/setup#')
  })
})

describe('what cannot start', () => {
  it('says that the port is taken, and has touched nothing', async () => {
    const { port, server } = await takenPort()
    await expect(startVerdict(envOf({ PORT: String(port) }))).rejects.toThrow(/Port \d+ on 127\.0\.0\.1 is taken.*set PORT/)
    await expect(stat(join(dir, 'demo.sqlite'))).rejects.toThrow('ENOENT')
    server.close()
  })

  it('says that the emulator’s port is taken, and lets everything go again', async () => {
    const { port, server } = await takenPort()
    await expect(startVerdict(envOf({ EMULATOR_PORT: String(port) }))).rejects.toThrow(/emulator cannot listen.*EMULATOR_PORT/)
    server.close()
    await start()
  })

  it('is a second one on the same folder', async () => {
    await start()
    await expect(startVerdict(envOf())).rejects.toThrow(/Another Verdict is running on .*DATA_DIR/)
  })

  it('is an older one on a newer database', async () => {
    await (await start()).stop()
    running.length = 0
    const newer = new Sqlite(join(dir, 'demo.sqlite'))
    newer.exec("insert into schema_migrations values ('999-from-the-future', 0)")
    newer.close()
    await expect(startVerdict(envOf())).rejects.toThrow(/written by a newer Verdict \(it has 999-from-the-future\)/)
  })

  it('is one whose secret is damaged', async () => {
    await writeFile(join(dir, 'auth-secret'), 'x')
    await expect(startVerdict(envOf())).rejects.toThrow(/auth-secret is damaged/)
  })

  it('is one that may not write its folder', async () => {
    await writeFile(join(dir, 'a-file'), '')
    expect(() =>
      openDataDir({ dataDir: join(dir, 'a-file', 'inside'), databaseUrl: null, authSecret: null, keepKey: null, demo: true }),
    ).toThrow(/cannot be made/)
  })
})

describe('stopping', () => {
  it('takes no new request and lets what is under way finish', async () => {
    const { url } = await start()
    const [verdict] = running.splice(0)
    const { hostname, port } = new URL(url)
    const body = JSON.stringify({ email: 'reviewer@verdict.example', password: 'verdict-demo' })
    const socket = connect(Number(port), hostname)
    const heard = new Heard(socket)
    const headers = [
      `Host: ${hostname}`,
      `Origin: ${url}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      'Expect: 100-continue',
    ]
    socket.write(`POST /api/auth/sign-in/email HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
    await heard.until('100 Continue')
    const stopped = verdict?.stop()
    await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed')
    socket.write(body)
    await heard.until('"Ines Duarte"')
    await stopped
    expect(heard.text).toContain('HTTP/1.1 200')
    socket.destroy()
    await start()
  })
})

/** What came over a socket so far. */
class Heard {
  text = ''
  readonly #socket: Socket

  constructor(socket: Socket) {
    this.#socket = socket.setEncoding('utf8')
    socket.on('data', (chunk) => (this.text += String(chunk)))
  }

  async until(words: string): Promise<void> {
    while (!this.text.includes(words)) await once(this.#socket, 'data')
  }
}
