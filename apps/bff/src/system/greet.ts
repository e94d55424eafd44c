import type { Env } from '../env.ts'
import { DEMO_PASSWORD } from '../people/demo-staff.ts'
import { version } from '../version.ts'

/** What whoever starts us reads on the terminal. The only place where the first admin's link is ever shown. */
export function greet(env: Env, setupToken: string | undefined): string {
  const lines = [`Verdict ${version}   ${env.publicUrl}`]
  if (env.demo) lines.push('Demo data         nothing here is real; set DIDIT_API_KEY to connect Didit')
  if (env.demoStaff) lines.push(`Sign in           reviewer@verdict.example · ${DEMO_PASSWORD}`)
  if (setupToken !== undefined) {
    lines.push(`First admin       ${env.publicUrl}/setup#${setupToken}`, '                  this link works once, until the next start')
  }
  lines.push('Stop              Ctrl-C')
  return lines.join('\n')
}
