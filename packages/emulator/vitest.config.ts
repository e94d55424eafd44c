import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'emulator',
    include: ['src/**/*.test.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 20_000,
    // No test replaces a module or a global, so files share a worker, its modules and its warm code: half the time.
    isolate: false,
  },
})
