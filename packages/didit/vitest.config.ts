import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'didit',
    include: ['src/**/*.test.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 20_000,
  },
})
