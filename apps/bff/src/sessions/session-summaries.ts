import { FeatureGlance, WarningGlance } from '@verdict/contract/session'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '../store/schema.ts'
import type { Summary } from './session-summary.adapt.ts'

const Warnings = z.array(WarningGlance)
const Features = z.array(FeatureGlance)
const OVERTAKEN = ''
const CHUNK = 500

export interface KeptSummary extends Summary {
  rowMark: string | null
}

export interface SessionSummaries {
  forAll(sessionIds: readonly string[]): Promise<Map<string, KeptSummary>>
  /** Keeps the newer of what is there and this. `rowMark`: how the list row looks, when it is known. */
  save(summary: Summary, rowMark?: string): Promise<void>
  /** Remembers how the list row looks now, without reading the case. */
  adopt(sessionId: string, rowMark: string): Promise<void>
  /** The case has changed: it is shown until it was read again. */
  overtake(sessionId: string): Promise<void>
}

/** True when the case should be read (again) for its row. */
export function isWanting(summary: KeptSummary | undefined, rowMark: string): boolean {
  return summary === undefined || (summary.rowMark !== null && summary.rowMark !== rowMark)
}

export function makeSessionSummaries({ store }: { store: Kysely<Database> }): SessionSummaries {
  return {
    forAll: async (sessionIds) => {
      const found = new Map<string, KeptSummary>()
      for (let from = 0; from < sessionIds.length; from += CHUNK) {
        const ids = sessionIds.slice(from, from + CHUNK)
        const rows = await store.selectFrom('session_summaries').selectAll().where('session_id', 'in', ids).execute()
        for (const row of rows) {
          found.set(row.session_id, {
            sessionId: row.session_id,
            warnings: Warnings.parse(JSON.parse(row.warnings)),
            warningCount: row.warning_count,
            amlHits: row.aml_hits,
            resubmissions: row.resubmissions,
            features: Features.parse(JSON.parse(row.features)),
            evidenceHash: row.evidence_hash,
            rowMark: row.row_mark,
            asOf: row.as_of,
          })
        }
      }
      return found
    },
    save: async (summary, rowMark) => {
      const values = {
        warnings: JSON.stringify(summary.warnings),
        warning_count: summary.warningCount,
        aml_hits: summary.amlHits,
        resubmissions: summary.resubmissions,
        features: JSON.stringify(summary.features),
        evidence_hash: summary.evidenceHash,
        row_mark: rowMark ?? null,
        as_of: summary.asOf,
      }
      await store
        .insertInto('session_summaries')
        .values({ session_id: summary.sessionId, ...values })
        .onConflict((conflict) => conflict.column('session_id').doUpdateSet(values).where('session_summaries.as_of', '<=', summary.asOf))
        .execute()
    },
    adopt: async (sessionId, rowMark) => {
      await store.updateTable('session_summaries').set({ row_mark: rowMark }).where('session_id', '=', sessionId).execute()
    },
    overtake: async (sessionId) => {
      await store.updateTable('session_summaries').set({ row_mark: OVERTAKEN }).where('session_id', '=', sessionId).execute()
    },
  }
}
