import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

const root = new URL('../../..', import.meta.url).pathname

/** Starts one of our programs and waits until `url` answers. Throws with its last words when it does not within 30 s. */
export async function startProgram(file: string, env: Record<string, string>, url: string, words: string[] = []): Promise<ChildProcess> {
  const child = spawn(process.execPath, [`${root}/${file}`, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)))
  for (let tries = 0; tries < 150; tries++) {
    if (child.exitCode !== null) break
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) return child
    await pause(200)
  }
  child.kill('SIGKILL')
  throw new Error(`${file} did not start:\n${said}`)
}

/** Asks a program to stop and waits until it has. */
export async function stopProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await Promise.race([gone, pause(5000)])
  child.kill('SIGKILL')
}
