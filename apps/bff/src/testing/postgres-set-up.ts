import { openStore } from '../store/open-store.ts'
import { TEMPLATE } from './house-store.ts'
import { administer, startCluster } from './postgres-cluster.ts'

/** Before the suite on PostgreSQL: a throwaway server, and one migrated database that all the others are copies of. */
export default async function setUp(): Promise<() => Promise<void>> {
  const cluster = await startCluster()
  const address = cluster.addressOf('postgres')
  await administer(address, `create database ${TEMPLATE}`)
  const store = await openStore(cluster.addressOf(TEMPLATE))
  await store.destroy()
  process.env['TEST_POSTGRES_URL'] = address
  return async () => cluster.stop()
}
