import { defineConfig } from 'vitest/config'

/** All suites in one run: `pnpm test`. One room alone: `vitest run --root <room>`. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: { projects: ['packages/*/vitest.config.ts', 'apps/*/vitest.config.ts'] },
})
