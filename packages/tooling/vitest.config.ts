import { defineConfig } from 'vitest/config'

const root = new URL('../..', import.meta.url).pathname

/** All suites in one run: `pnpm test`. One room alone: `vitest run --root <room>`. */
export default defineConfig({
  root,
  test: {
    projects: ['packages/*/vitest.config.ts', 'apps/*/vitest.config.ts'],
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: `${root}/node_modules/.cache/verdict/vitest.json` }]] : ['default'],
  },
})
