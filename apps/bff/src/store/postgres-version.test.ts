import { expect, it } from 'vitest'
import { refuseOldPostgres } from './postgres-version.ts'

it('a PostgreSQL that is too old is refused with what to do, and one that is not is taken', () => {
  expect(() => refuseOldPostgres(140_012)).toThrow('It is PostgreSQL 14; Verdict needs 15 or newer.')
  expect(() => refuseOldPostgres(150_000)).not.toThrow()
  expect(() => refuseOldPostgres(180_001)).not.toThrow()
})
