import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { findPostgres } from './src/testing/postgres-cluster.ts'

const root = import.meta.dirname
const MISSING = 'src/testing/postgres-missing.test.ts'
const touchesTheStore = (file: string) => /\bmakeHouse\b|\bopenStore\b|\bopenPausable\b/.test(readFileSync(join(root, file), 'utf8'))
/** Long tables about what Didit takes and answers; the store does nothing in them that other tests do not do. */
const aboutDidit = [
  'src/testing/foreseeable-refusals.test.ts',
  'src/testing/upstream-trouble.test.ts',
  'src/corrections/correction-values.test.ts',
]
const installed = findPostgres() !== undefined

/** What touches the store once more, on a throwaway PostgreSQL. Alone: `vitest run --config apps/bff/vitest.postgres.config.ts`. */
export default defineConfig({
  root,
  test: {
    name: 'bff on PostgreSQL',
    include: installed ? globSync('src/**/*.test.ts', { cwd: root }).filter(touchesTheStore) : [MISSING],
    exclude: aboutDidit,
    globalSetup: installed ? ['src/testing/postgres-set-up.ts'] : [],
    env: { TZ: 'UTC', TEST_STORE: 'postgres' },
    testTimeout: 40_000,
    hookTimeout: 40_000,
    // No test replaces a module or a global: files share a worker and need not load the house anew, a third of the time.
    isolate: false,
  },
})
