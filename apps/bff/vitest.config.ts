import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'bff',
    include: ['src/**/*.test.ts'],
    exclude: ['src/testing/postgres-missing.test.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 20_000,
    // No test replaces a module or a global: files share a worker and need not load the house anew, a third of the time.
    isolate: false,
  },
})
