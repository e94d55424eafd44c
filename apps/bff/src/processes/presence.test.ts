import { afterEach, describe, expect, it } from 'vitest'
import { openHouseStore, testStore, type HouseStore } from '../testing/house-store.ts'
import { makePresence } from './presence.ts'

let opened: HouseStore | undefined
afterEach(async () => opened?.close())

const present = (id: string, secretMark: string, alone = false) => {
  if (!opened) throw new Error('no store')
  const clock = () => 1_000_000
  const onFailure = (error: unknown) => expect.unreachable(String(error))
  return makePresence({ store: opened.store, clock, steady: clock, timer: () => () => undefined, id, secretMark, alone, onFailure })
}
const nothing = async () => undefined

describe('the processes of one store', () => {
  it('refuse one that has another secret, and leave no trace of it', async () => {
    opened = await openHouseStore(testStore())
    const first = present('first', 'one')
    await first.start(nothing)
    await expect(present('second', 'another').start(nothing)).rejects.toThrow('has another AUTH_SECRET')
    await present('third', 'one').start(nothing)
    const rows = await opened.store.selectFrom('processes').select('id').orderBy('id').execute()
    expect(rows.map(({ id }) => id)).toEqual(['first', 'third'])
    expect(first.stint().holds()).toBe(true)
  })
})
