import { EnvError, readEnv } from './env.ts'
import { examine } from './system/examine.ts'

/** `pnpm doctor`: looks at everything that Verdict leans on and says what to fix. Exit code 1 when something must be. */
try {
  const findings = await examine(readEnv(process.env), process.versions.node)
  for (const { ok, what, found, fix } of findings) {
    console.log(`${{ yes: 'ok  ', no: 'FIX ', maybe: 'note' }[ok]}  ${what.padEnd(18)} ${found}`)
    if (fix !== undefined) console.log(`${' '.repeat(25)}→ ${fix}`)
  }
  process.exitCode = findings.some(({ ok }) => ok === 'no') ? 1 : 0
} catch (error) {
  if (!(error instanceof EnvError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
