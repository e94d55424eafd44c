import { createHash } from 'node:crypto'
import type { Didit } from '@verdict/didit'
import { isDiditError } from '@verdict/didit'
import type { Kysely } from 'kysely'
import type { Ledger } from '../ledger/ledger.ts'
import type { BackgroundTasks } from '../lib/background-tasks.ts'
import type { Person } from '../lib/person.ts'
import type { Database } from '../store/schema.ts'
import type { EvidenceReader } from './evidence.ts'
import { sessionActions } from './session-actions.ts'
import { adaptSession } from './session.adapt.ts'
import { reportNotReady } from './sessions.errors.ts'

export interface Report {
  stream: ReadableStream<Uint8Array>
  length: number | null
  filename: string
}

type End = { outcome: 'delivered' | 'broken-off' | 'refused'; bytes: number; sha256?: string; problem?: string }

/**
 * `GET /api/sessions/:id/report.pdf`: Didit's own report, handed on as it comes. That it was asked for is on record
 * before Didit is asked; how it ended, with size and SHA-256, after.
 */
export function makeGetReport(deps: {
  didit: Pick<Didit, 'sessions'>
  evidence: Pick<EvidenceReader, 'read'>
  store: Kysely<Database>
  ledger: Ledger
  tasks: BackgroundTasks
}) {
  const { didit, evidence, store, ledger, tasks } = deps

  const recordEnd = async (actor: Person, sessionId: string, ref: number, end: End) => {
    const { outcome, bytes, sha256, problem } = end
    const data = { bytes, ...(sha256 === undefined ? {} : { sha256 }), ...(problem === undefined ? {} : { problem }) }
    await store.transaction().execute((trx) => ledger.append(trx, { actor, action: 'report.ended', sessionId, outcome, ref, data }))
  }

  return async (person: Person, value: string): Promise<Report> => {
    const { wire, sessionId, hash } = await evidence.read(value, 'cached')
    const { report } = sessionActions(
      adaptSession(wire, () => null),
      person.permissions,
    )
    if (!report.allowed) throw reportNotReady(report.reason ?? '')
    const { seq } = await store
      .transaction()
      .execute((trx) => ledger.append(trx, { actor: person, action: 'report.asked', sessionId, data: { evidenceHash: hash } }))
    const file = await didit.sessions.generatePdf({ sessionId }).catch(async (error: unknown) => {
      const problem = isDiditError(error) ? error.kind : 'unexpected'
      await recordEnd(person, sessionId, seq, { outcome: 'refused', bytes: 0, problem })
      throw error
    })
    const digest = createHash('sha256')
    let bytes = 0
    const end = (outcome: End['outcome']) => {
      const sha256 = outcome === 'delivered' ? { sha256: digest.digest('hex') } : {}
      tasks.run(() => recordEnd(person, sessionId, seq, { outcome, bytes, ...sha256 }))
    }
    const reader = file.stream.getReader()
    const stream = new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          try {
            const { done, value: chunk } = await reader.read()
            if (done) {
              end('delivered')
              controller.close()
              return
            }
            digest.update(chunk)
            bytes += chunk.byteLength
            controller.enqueue(chunk)
          } catch (error) {
            end('broken-off')
            controller.error(error)
          }
        },
        cancel: async (reason) => {
          end('broken-off')
          await reader.cancel(reason)
        },
      },
      { highWaterMark: 0 },
    )
    return { stream, length: file.length, filename: file.filename ?? `session_${sessionId}.pdf` }
  }
}
export type GetReport = ReturnType<typeof makeGetReport>
