import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveEmulator } from '@verdict/emulator'
import type { ServedEmulator } from '@verdict/emulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEnv } from '../env.ts'
import { examine } from './examine.ts'

let dir: string
let didit: ServedEmulator
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verdict-doctor-'))
  didit = await serveEmulator({ port: 0, sessions: 5 })
})
afterEach(async () => {
  await didit.close()
  await rm(dir, { recursive: true })
})

async function look(over: Record<string, string> = {}, node = '24.21.0') {
  const env = readEnv({ DATA_DIR: dir, DIDIT_API_KEY: 'emulator-key', DIDIT_BASE_URL: didit.url, DIDIT_WEBHOOK_SECRETS: 's', ...over })
  return Object.fromEntries((await examine(env, node)).map((finding) => [finding.what, finding]))
}

describe('the doctor', () => {
  it('finds a healthy house healthy and leaves nothing behind', async () => {
    await didit.emulator.app.request('/__emulator/webhooks', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ destination: { url: 'http://127.0.0.1:8787/webhooks/didit' } }),
    })
    const found = await look()
    expect(found).toMatchObject({
      Node: { ok: 'yes' },
      environment: { ok: 'yes' },
      Didit: { ok: 'yes' },
      clock: { ok: 'yes' },
      webhooks: { ok: 'yes' },
    })
    expect(found['database folder']?.found).toContain('durable write')
    expect(await readdir(dir)).toEqual([])
  })

  it('tells a wrong key, without repeating it', async () => {
    const found = await look({ DIDIT_API_KEY: 'the-wrong-key' })
    expect(found['Didit']).toMatchObject({ ok: 'no', fix: expect.stringContaining('DIDIT_API_KEY') })
    expect(JSON.stringify(found)).not.toContain('the-wrong-key')
  })

  it('tells that nobody is there', async () => {
    const found = await look({ DIDIT_BASE_URL: 'http://127.0.0.1:1' })
    expect(found['Didit']).toMatchObject({ ok: 'no', found: 'cannot be reached', fix: expect.stringContaining('DIDIT_BASE_URL') })
  })

  it('tells what is missing: destination, secrets, encryption, a new Node, a folder to write', async () => {
    await writeFile(join(dir, 'a-file'), '')
    const found = await look(
      { DIDIT_WEBHOOK_SECRETS: '', PUBLIC_URL: 'http://verdict.example', DATA_DIR: join(dir, 'a-file', 'inside') },
      '20.11.0',
    )
    expect(found).toMatchObject({
      Node: { ok: 'no' },
      'webhook secrets': { ok: 'maybe' },
      address: { ok: 'maybe', fix: expect.stringContaining('TLS') },
      webhooks: { ok: 'maybe', fix: expect.stringContaining('console') },
      'database folder': { ok: 'no' },
    })
  })
})
