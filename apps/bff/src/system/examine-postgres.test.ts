import { expect, it } from 'vitest'
import { emptyAddress, testStore } from '../testing/house-store.ts'
import { openStore } from '../store/open-store.ts'
import { examinePostgres } from './examine-postgres.ts'

const look = async (databaseUrl: string) =>
  Object.fromEntries((await examinePostgres({ databaseUrl, authSecret: 'a'.repeat(32) })).map((finding) => [finding.what, finding]))

it('says that nobody answers, and no password', async () => {
  const { PostgreSQL } = await look('postgres://verdict:hidden@127.0.0.1:1/verdict')
  expect(PostgreSQL).toMatchObject({ ok: 'no', fix: expect.stringContaining('DATABASE_URL') })
  expect(JSON.stringify(PostgreSQL)).not.toContain('hidden')
})

it.runIf(testStore() === 'postgres')('tells an unsafe server, the schema, and another secret', async () => {
  const address = await emptyAddress()
  // The throwaway server of the tests does not sync.
  expect(await look(address)).toMatchObject({ PostgreSQL: { ok: 'no', found: expect.stringContaining('fsync') }, schema: { ok: 'maybe' } })
  const store = await openStore(address)
  await store
    .insertInto('processes')
    .values({ id: 'p', host: 'desk', pid: 7, version: '0', secret_mark: 'other', started_at: 0, alive_until: Date.now() + 60_000 })
    .execute()
  await store.destroy()
  expect(await look(address)).toMatchObject({ schema: { ok: 'yes' }, bffs: { ok: 'no', found: expect.stringContaining('desk (7)') } })
})
