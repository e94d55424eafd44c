import { expect, it } from 'vitest'
import { findPostgres } from './postgres-cluster.ts'

/** Stands for the half on PostgreSQL where that is not installed, so that the run says what it left out. */
it.skipIf(findPostgres() === undefined)(
  'everything that touches the store once more on PostgreSQL, when it is installed (apt-get install postgresql)',
  () => expect(findPostgres()).toContain('bin'),
)
