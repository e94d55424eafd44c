import { defineConfig } from '@playwright/test'
import { launchOptions } from './src/support/browser.ts'

const root = new URL('../..', import.meta.url).pathname
const results = `${root}/node_modules/.cache/verdict`
const port = Number(process.env['E2E_PORT'] ?? 9787)
const emulatorPort = port + 1

/** The product as a user starts it: the built web behind the bff, the emulator as Didit. */
export default defineConfig({
  testDir: './src',
  testMatch: '**/*.e2e.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  // A shared machine can stall for seconds; what fails twice is broken. Playwright reports the first failure as flaky.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  outputDir: `${results}/e2e`,
  reporter: process.env['CI'] ? [['list'], ['json', { outputFile: `${results}/playwright.json` }]] : [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    launchOptions,
  },
  webServer: {
    command: `${process.execPath} ${root}/apps/e2e/src/support/serve.ts`,
    url: `http://127.0.0.1:${port}/readyz`,
    reuseExistingServer: false,
    timeout: 60_000,
    env: { PORT: String(port), EMULATOR_PORT: String(emulatorPort), UNDO_SECONDS: '4', DEMO_SESSIONS: '300' },
  },
})
