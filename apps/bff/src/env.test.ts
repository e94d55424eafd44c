import { describe, expect, it } from 'vitest'
import { EnvError, readEnv } from './env.ts'

function faultsOf(variables: Record<string, string>): readonly string[] {
  try {
    readEnv(variables)
    return []
  } catch (error) {
    if (error instanceof EnvError) return error.faults
    throw error
  }
}

describe('the environment', () => {
  it('has a standard for everything, and is the demo without a key', () => {
    expect(readEnv({})).toMatchObject({
      port: 8787,
      host: '127.0.0.1',
      demo: true,
      demoStaff: true,
      undoSeconds: 5,
      publicUrl: 'http://127.0.0.1:8787',
    })
  })

  it('keeps its data in SQLite unless it is told of a PostgreSQL', () => {
    expect(readEnv({}).databaseUrl).toBeNull()
    expect(readEnv({ DATABASE_URL: 'postgres://db.example/verdict' }).databaseUrl).toBe('postgres://db.example/verdict')
    expect(faultsOf({ DATABASE_URL: 'mysql://root:hidden@db.example/verdict' }).join()).toMatch(
      /^DATABASE_URL must begin with postgres:(?!.*hidden)/,
    )
  })

  it('takes empty for unset', () => {
    expect(readEnv({ PORT: '', DIDIT_API_KEY: '', DIDIT_BASE_URL: '', AUTH_SECRET: '', UNDO_SECONDS: '' })).toEqual(readEnv({}))
  })

  it('splits webhook secrets, newest first', () => {
    expect(readEnv({ DIDIT_WEBHOOK_SECRETS: ' new , old ,' }).webhookSecrets).toEqual(['new', 'old'])
  })

  it('names every fault at once, without repeating a secret', () => {
    const faults = faultsOf({
      PORT: 'eighty',
      HOST: '0.0.0.0',
      UNDO_SECONDS: '-1',
      AUTH_SECRET: 'short',
      PUBLIC_URL: 'ftp://x',
      DEMO_STAFF: '1',
    })
    expect(faults).toHaveLength(6)
    expect(faults.join('\n')).toMatch(/PORT[^]*AUTH_SECRET[^]*PUBLIC_URL[^]*UNDO_SECONDS[^]*DIDIT_API_KEY[^]*DEMO_STAFF/)
    expect(faultsOf({ DIDIT_API_KEY: 'a key\nwith a break' }).join()).not.toContain('with a break')
  })

  it.each(['0.0.0.0', '192.0.2.7', '::'])('keeps the demo and its known password off %s', (host) => {
    expect(faultsOf({ HOST: host })).toHaveLength(1)
    expect(faultsOf({ HOST: host, DIDIT_API_KEY: 'k', DEMO_STAFF: '1' })).toHaveLength(1)
    expect(faultsOf({ HOST: host, DIDIT_API_KEY: 'k' })).toEqual([])
  })

  it.each(['127.0.0.1', '::1', 'localhost'])('lets the demo be on %s', (host) => {
    expect(faultsOf({ HOST: host })).toEqual([])
  })
})
