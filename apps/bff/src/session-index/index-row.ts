import { FeatureKind, WarningGlance, type FeatureGlance, type SessionRow } from '@verdict/contract/session'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { iso } from '../lib/time.ts'
import type { ListedRow } from './session-index.tables.ts'

const Features = z.array(z.tuple([FeatureKind, z.string(), z.string()]))
const Warnings = z.array(WarningGlance)

export const writeFeatures = (features: readonly FeatureGlance[] | null): string | null =>
  features && JSON.stringify(features.map(({ kind, raw, status }) => [kind, raw, status]))

/** Parses a text once: of a million rows most say what others say too. */
function remembering<T extends object>(parse: (json: unknown) => T): (text: string) => T {
  const known = new LRUCache<string, T>({ max: 5_000 })
  return (text) => {
    const before = known.get(text)
    if (before) return before
    const value = parse(JSON.parse(text))
    known.set(text, value)
    return value
  }
}
const featuresOf = remembering((json) => Features.parse(json).map(([kind, raw, status]): FeatureGlance => ({ kind, raw, status })))
const warningsOf = remembering((json) => Warnings.parse(json))

/** The row as people get it. `labelOf`: names of workflows. */
export function adaptIndexRow(row: ListedRow, labelOf: (workflowId: string) => string | null): SessionRow {
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    status: row.status,
    name: row.name,
    country: row.country,
    documentType: row.document_type,
    vendorData: row.vendor_data,
    email: row.email,
    phone: row.phone,
    workflow: row.workflow_id === null ? null : { id: row.workflow_id, label: row.workflow_label ?? labelOf(row.workflow_id) },
    createdAt: iso(row.created_at),
    hasPortrait: row.has_portrait === 1,
    features: row.features === null ? null : featuresOf(row.features),
    warnings: row.warnings === null ? null : warningsOf(row.warnings),
    warningCount: row.warning_count,
    elsewhere: null,
    asOf: iso(row.as_of),
  }
}
