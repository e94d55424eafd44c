// Node reads our TypeScript itself, with a parser of its own that refuses a little of what the compiler takes.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'

const files = execFileSync('git', ['ls-files', 'packages/*.ts', 'apps/*.ts'], { encoding: 'utf8' }).trim().split('\n')
for (const file of files) {
  try {
    stripTypeScriptTypes(readFileSync(file, 'utf8'))
  } catch (error) {
    process.stdout.write(`${file}: ${error.message}\n`)
    process.exitCode = 1
  }
}
