import type { Env } from '../env.ts'
import { examineDatabase } from './examine-database.ts'
import { examinePostgres } from './examine-postgres.ts'
import { examineUpstream } from './examine-upstream.ts'

export interface Finding {
  ok: 'yes' | 'no' | 'maybe'
  what: string
  found: string
  /** What to do about it. */
  fix?: string
}

function examineNode(version: string): Finding {
  const major = Number(version.split('.')[0])
  if (major >= 24) return { ok: 'yes', what: 'Node', found: version }
  return { ok: 'no', what: 'Node', found: version, fix: 'Run through pnpm, which brings Node 24 along, or install Node 24.' }
}

function examineEnvironment(env: Env): Finding[] {
  if (env.demo) {
    return [
      {
        ok: 'maybe',
        what: 'environment',
        found: 'no DIDIT_API_KEY: the demo with the emulator',
        fix: 'Set DIDIT_API_KEY to connect Didit.',
      },
    ]
  }
  const findings: Finding[] = [{ ok: 'yes', what: 'environment', found: `key set, upstream ${new URL(env.baseUrl).host}` }]
  if (env.webhookSecrets.length === 0) {
    findings.push({
      ok: 'maybe',
      what: 'webhook secrets',
      found: 'none: changes made elsewhere are seen at the next look only',
      fix: 'Set DIDIT_WEBHOOK_SECRETS to the secret of your webhook destination.',
    })
  }
  const { hostname, protocol } = new URL(env.publicUrl)
  if (protocol === 'http:' && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
    findings.push({
      ok: 'maybe',
      what: 'address',
      found: `${env.publicUrl} is not encrypted: passwords and cookies can be read on the way`,
      fix: 'Put a proxy with TLS in front and set PUBLIC_URL to its https address.',
    })
  }
  return findings
}

/** Looks at environment, Node, database, and Didit with our key; costs two reads of the upstream budget. */
export async function examine(env: Env, nodeVersion: string): Promise<Finding[]> {
  return [
    examineNode(nodeVersion),
    ...examineEnvironment(env),
    examineDatabase(env),
    ...(await examinePostgres(env)),
    ...(await examineUpstream(env)),
  ]
}
