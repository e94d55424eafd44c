// `pnpm check`: everything that can be said about the code without running it. No network, no database.
import { spawn } from 'node:child_process'

const projects = [
  'packages/contract',
  'packages/didit',
  'packages/emulator',
  'packages/ledger',
  'apps/bff',
  'apps/web',
  'apps/e2e',
  'apps/bench',
]
const steps = [
  ['format', ['oxfmt', '--check', '.']],
  ['lint', ['oxlint', '--deny-warnings', '-c', '.oxlintrc.json', 'apps', 'packages']],
  ['arrows', ['depcruise', '--config', 'packages/tooling/arrows.cjs', 'apps', 'packages']],
  ['node reads it', ['node', '--disable-warning=ExperimentalWarning', 'packages/tooling/strip-types.mjs']],
  ...projects.map((project) => [`types ${project}`, ['tsc', '-p', project]]),
]

function run([name, [command, ...args]]) {
  return new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ name, ok: false, output: String(error) }))
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`)
      resolve({ name, ok: code === 0, output })
    })
  })
}

const results = []
const waiting = [...steps]
async function worker() {
  for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await run(step))
}
await Promise.all([worker(), worker()])

const failed = results.filter((result) => !result.ok)
for (const { name, output } of failed) process.stdout.write(`\n--- ${name}\n${output}\n`)
process.exitCode = failed.length > 0 ? 1 : 0
