import { LedgerPage } from '@verdict/contract/record'
import { leafHash } from '@verdict/ledger'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeHouse } from '../testing/make-house.ts'
import type { House } from '../testing/make-house.ts'

let house: House
beforeEach(async () => {
  house = await makeHouse({ sessions: 5 })
})
afterEach(() => house.close())

const sequence = async () => {
  const rows = await house.deps.store.selectFrom('ledger_entries').select('seq').orderBy('seq').execute()
  return rows.map(({ seq }) => seq)
}
const append = (action: string, sessionId?: string) =>
  house.deps.store
    .transaction()
    .execute((trx) => house.deps.ledger.append(trx, { actor: 'verdict', action, ...(sessionId === undefined ? {} : { sessionId }) }))
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

describe('the ledger', () => {
  it('numbers densely when fifty append at once', async () => {
    const given = await Promise.all(upTo(50).map((n) => append(`test.entry-${n}`)))
    expect(await sequence()).toEqual(upTo(50))
    expect(given.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(upTo(50))
  })

  it('keeps no number for what was rolled back', async () => {
    await append('test.before')
    const failed = house.deps.store.transaction().execute(async (trx) => {
      await house.deps.ledger.append(trx, { actor: 'verdict', action: 'test.lost' })
      throw new Error('rolled back')
    })
    await expect(failed).rejects.toThrow('rolled back')
    await append('test.after')
    expect(await sequence()).toEqual([1, 2])
  })

  it('can neither be changed nor shortened', async () => {
    await append('test.kept')
    const { store } = house.deps
    await expect(store.updateTable('ledger_entries').set({ who: 'Somebody' }).execute()).rejects.toThrow('append-only')
    await expect(store.deleteFrom('ledger_entries').execute()).rejects.toThrow('append-only')
  })

  it('keeps the bytes that its hash is made of', async () => {
    await append('test.hashed')
    const row = await house.deps.store.selectFrom('ledger_entries').selectAll().executeTakeFirstOrThrow()
    expect(row.hash).toBe(leafHash(row.body))
  })
})

describe('reading the record', () => {
  const one = '11111111-2222-4333-8444-555555555555'
  const two = '99999999-2222-4333-8444-555555555555'

  it('is filtered and turned over page by page, newest first', async () => {
    for (const n of upTo(5)) await append(`test.entry-${n}`, n % 2 === 1 ? one : two)
    const auditor = await house.signIn('auditor')
    const read = async (query: string) => LedgerPage.parse(await (await auditor.get(`/api/ledger?${query}`)).json())
    const first = await read(`session=${one.toUpperCase()}&limit=2`)
    expect(first).toMatchObject({ count: 3, nextBefore: 3, entries: [{ seq: 5 }, { seq: 3 }] })
    expect(await read(`session=${one}&limit=2&before=3`)).toMatchObject({ count: 3, nextBefore: null, entries: [{ seq: 1 }] })
    expect((await read('who=tom%20ad')).entries).toMatchObject([{ who: 'Tom Adair', action: 'sign-in.made', roles: ['auditor'] }])
    expect((await read('who=%25')).count).toBe(0)
    expect((await read('action=test.entry_1')).count).toBe(0)
  })
})
