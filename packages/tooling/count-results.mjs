// Adds up what vitest and Playwright wrote, and ends with the line that CI reads.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2] ?? 'node_modules/.cache/verdict'
let passed = 0
let failed = 0
let skipped = 0

function read(name) {
  const file = join(folder, name)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  process.stdout.write(`${name} was not written: its run did not finish.\n`)
  failed += 1
  return undefined
}

const unit = read('vitest.json')
if (unit) {
  passed += unit.numPassedTests
  // A file that does not load has no tests of its own to fail.
  failed += unit.numFailedTests + unit.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  skipped += unit.numPendingTests + (unit.numTodoTests ?? 0)
}
const browser = read('playwright.json')
if (browser) {
  passed += browser.stats.expected + browser.stats.flaky
  failed += browser.stats.unexpected + browser.errors.length
  skipped += browser.stats.skipped
}
if (skipped > 0) process.stdout.write(`${skipped} skipped\n`)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
