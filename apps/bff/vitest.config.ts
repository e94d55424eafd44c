import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'bff',
    include: ['src/**/*.test.ts'],
    exclude: ['src/testing/postgres-missing.test.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 20_000,
  },
})
