import { defineConfig } from 'vitest/config'

const root = new URL('../..', import.meta.url).pathname

/** All suites in one run: `pnpm test`. One room alone: `vitest run --root <room>`. */
export default defineConfig({
  root,
  test: {
    // Not this file itself: it would run every test once more, without its room's set-up.
    projects: [
      'packages/{contract,didit,emulator,ledger}/vitest.config.ts',
      'apps/{bff,web}/vitest.config.ts',
      'apps/bff/vitest.postgres.config.ts',
    ],
    // Each test file keeps a core busy most of its time: the standard (cores - 1) leaves one idle.
    maxWorkers: '100%',
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: `${root}/node_modules/.cache/verdict/vitest.json` }]] : ['default'],
  },
})
