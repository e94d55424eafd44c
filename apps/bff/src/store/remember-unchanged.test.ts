import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changesOf, openStore, type Store } from './open-store.ts'
import { rememberUnchanged } from './remember-unchanged.ts'

let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verdict-'))
  store = await openStore(join(folder, 'verdict.db'))
})
afterEach(async () => {
  await store.destroy()
  rmSync(folder, { recursive: true })
})

const mark = async (into: Store, id: string) => {
  await into.insertInto('aml_looks').values({ session_id: id, at: 1, by_id: 'x', by_name: 'X', hits: '[]' }).execute()
}
const count = async () => ({ rows: (await store.selectFrom('aml_looks').selectAll().execute()).length })

describe('what is remembered of the store', () => {
  it('is one object until something is written', async () => {
    const known = rememberUnchanged({ read: count, changes: changesOf(store) })
    const first = await known('a')
    expect(await known('a')).toBe(first)
    await mark(store, 'one')
    expect(await known('a')).toEqual({ rows: 1 })
  })

  it('is read again when another process wrote', async () => {
    const known = rememberUnchanged({ read: count, changes: changesOf(store) })
    await known('a')
    const other = await openStore(join(folder, 'verdict.db'))
    await mark(other, 'one')
    await other.destroy()
    expect(await known('a')).toEqual({ rows: 1 })
  })

  it('is not what was read before a write and arrived after it', async () => {
    const waiting: (() => void)[] = []
    const slow = async () => {
      const value = await count()
      await new Promise<void>((resolve) => waiting.push(resolve))
      return value
    }
    const known = rememberUnchanged({ read: slow, changes: changesOf(store) })
    const before = known('a')
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve))
    await mark(store, 'one')
    waiting[0]?.()
    expect(await before).toEqual({ rows: 0 })
    const after = known('a')
    while (waiting.length === 1) await new Promise((resolve) => setImmediate(resolve))
    waiting[1]?.()
    expect(await after).toEqual({ rows: 1 })
  })

  it('is read each time where nobody tells', async () => {
    let reads = 0
    const known = rememberUnchanged({ read: async () => ({ reads: ++reads }), changes: undefined })
    await known('a')
    expect(await known('a')).toEqual({ reads: 2 })
  })
})
