import { FeatureKind, WarningGlance, type FeatureGlance, type SessionRow } from '@verdict/contract/session'
import { z } from 'zod'
import { iso } from '../lib/time.ts'
import type { IndexTable } from './session-index.tables.ts'

const Features = z.array(z.tuple([FeatureKind, z.string(), z.string()]))
const Warnings = z.array(WarningGlance)

export const writeFeatures = (features: readonly FeatureGlance[] | null): string | null =>
  features && JSON.stringify(features.map(({ kind, raw, status }) => [kind, raw, status]))

export function readFeatures(text: string | null): FeatureGlance[] | null {
  if (text === null) return null
  return Features.parse(JSON.parse(text)).map(([kind, raw, status]) => ({ kind, raw, status }))
}

/** The row as people get it. `labelOf`: names of workflows. */
export function adaptIndexRow(row: IndexTable, labelOf: (workflowId: string) => string | null): SessionRow {
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
    features: readFeatures(row.features),
    warnings: row.warnings === null ? null : Warnings.parse(JSON.parse(row.warnings)),
    warningCount: row.warning_count,
    elsewhere: null,
  }
}
