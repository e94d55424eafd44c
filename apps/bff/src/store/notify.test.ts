import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeHouse, type House } from '../testing/index.ts'
import { testStore } from '../testing/house-store.ts'
import { makeNotices, type Notices } from './listen.ts'
import { notify } from './notify.ts'
import { poolOf } from './open-store.ts'

let house: House
let notices: Notices
let heard: string[]
let gaps: number
let failures: string[]
beforeEach(async () => {
  house = await makeHouse({ sessions: 1, staff: false })
  notices = makeNotices({ store: house.deps.store, onFailure: (error) => void failures.push(String(error)) })
  heard = []
  gaps = 0
  failures = []
})
afterEach(async () => {
  await notices.close()
  await house.close()
})

const hearing = { heard: (payload: string) => void heard.push(payload), missed: () => void (gaps += 1) }
/** The line of PostgreSQL is another connection: what was told arrives a moment later. */
const arrives = async (...payloads: string[]) => expect.poll(() => heard).toEqual(payloads)

describe('a notice', () => {
  it('is heard once the transaction has committed, in order', async () => {
    await notices.listen('desk_news', hearing)
    await house.deps.store.transaction().execute(async (trx) => {
      await notify(trx, 'desk_news', 'one')
      await notify(trx, 'desk_news', 'two')
      expect(heard).toEqual([])
    })
    await notify(house.deps.store, 'desk_news', 'ünï')
    await arrives('one', 'two', 'ünï')
  })

  it('is never heard when the transaction was rolled back', async () => {
    await notices.listen('desk_news', hearing)
    const failed = house.deps.store.transaction().execute(async (trx) => {
      await notify(trx, 'desk_news', 'lost')
      throw new Error('rolled back')
    })
    await expect(failed).rejects.toThrow('rolled back')
    await notify(house.deps.store, 'desk_news', 'kept')
    await arrives('kept')
  })

  it('reaches those who listen to its channel, until they end it', async () => {
    const end = await notices.listen('desk_news', hearing)
    await notices.listen('other_news', { heard: (payload) => void heard.push(`other ${payload}`) })
    await notify(house.deps.store, 'desk_news', 'one')
    await notify(house.deps.store, 'other_news', 'two')
    await arrives('one', 'other two')
    end()
    await notify(house.deps.store, 'desk_news', 'three')
    await notify(house.deps.store, 'other_news', 'four')
    await arrives('one', 'other two', 'other four')
  })

  it('that a listener cannot bear fails neither the teller nor the others', async () => {
    await notices.listen('desk_news', {
      heard: () => {
        throw new Error('deaf')
      },
    })
    await notices.listen('desk_news', hearing)
    await house.deps.store.transaction().execute(async (trx) => notify(trx, 'desk_news', 'one'))
    await arrives('one')
    expect(failures).toEqual(['Error: deaf'])
  })

  it('is refused when it is too long for one of the stores, or its channel is no name', async () => {
    await expect(notify(house.deps.store, 'desk_news', 'x'.repeat(8000))).rejects.toThrow('more than 7999 bytes')
    await expect(notify(house.deps.store, 'Desk"; news', 'x')).rejects.toThrow('no channel')
  })

  it.runIf(testStore() === 'postgres')('is heard again after the line broke, and the gap is told', async () => {
    await notices.listen('desk_news', hearing)
    const pool = poolOf(house.deps.store)
    await pool?.query("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()")
    await expect.poll(() => gaps, { timeout: 10_000 }).toBe(1)
    await notify(house.deps.store, 'desk_news', 'back')
    await arrives('back')
  })
})
