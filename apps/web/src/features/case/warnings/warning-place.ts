import type { CaseWarning, FeatureRun, SessionDetail } from '@verdict/contract/case'
import type { MediaItem } from '@verdict/contract/media'
import { fieldsOf, mediaRefOf, rowsOf, textOf } from '../model/json-shape.ts'
import { isSessionKey } from '../parts/session-link.tsx'
import type { RiskEntry } from './catalogue/risk-entry.types.ts'
import { comparisonOf } from './warning-comparison.ts'
import type { RowName } from './mark-rows.ts'
import { labelsOf } from './row-labels.ts'

/** Where on the page the evidence for a warning stands. */
export interface WarningPlace {
  media: MediaItem | null
  /** Anchor of the section; null when nothing tells which. */
  runId: string | null
  /** The rows to mark, the main one first. */
  rows: readonly RowName[]
  /** The hits of a screening are what the warning is about. */
  hits: boolean
}

const usualRoles: readonly MediaItem['role'][] = [
  'front',
  'selfie',
  'faceSource',
  'address',
  'file',
  'chipPortrait',
  'back',
  'portrait',
  'video',
]

function linkedSessions(details: unknown): string[] {
  return Object.entries(fieldsOf(details)).flatMap(([key, value]) => {
    const text = textOf(value)
    return text !== null && isSessionKey(key, text) ? [text] : []
  })
}

/** The picture of the very session that the warning names, out of those that match. */
function matchedPicture(session: SessionDetail, run: FeatureRun | undefined, details: unknown): MediaItem | null {
  const named = linkedSessions(details)
  const match = rowsOf(fieldsOf(run?.data)['matches']).find(({ sessionId }) => typeof sessionId === 'string' && named.includes(sessionId))
  const ref = match && (mediaRefOf(match['matchImageUrl']) ?? mediaRefOf(match['frontImageUrl']))
  return session.media.find((item) => item.ref === ref) ?? null
}

/** The best picture: of the warning's own run, then of its kind of check, then of the case. */
function pictureFor(session: SessionDetail, warning: CaseWarning, roles: readonly MediaItem['role'][], known: boolean): MediaItem | null {
  const own = session.media.filter((item) => item.runId !== null && item.runId === warning.runId)
  const kin = session.media.filter((item) => item.feature === warning.feature)
  for (const items of known ? [own, kin, session.media] : [own, kin]) {
    for (const role of roles) {
      const item = items.find((candidate) => candidate.role === role)
      if (item) return item
    }
  }
  return known ? null : (own[0] ?? kin[0] ?? null)
}

/** Finds the picture and the rows that a warning speaks of; `entry` is null for codes that we do not know. */
export function placeOf(session: SessionDetail, warning: CaseWarning, entry: RiskEntry | null): WarningPlace {
  const runs = session.sections.flatMap((section) => section.runs)
  const own = runs.find((run) => run.id === warning.runId)
  const run = entry?.target.section ? (runs.find(({ kind }) => kind === entry.target.section) ?? own) : own
  const roles = entry ? (entry.target.media ?? []) : usualRoles
  // What the card sets side by side says better than the catalogue which fields disagree.
  const compared = run?.kind === 'identityDocument' ? comparisonOf(session, warning)?.fields.map(({ key }) => key) : undefined
  const fields = compared ?? entry?.target.fields ?? []
  const kind = run?.kind ?? warning.feature
  return {
    media:
      (roles.includes('match') ? matchedPicture(session, own, warning.details) : null) ??
      pictureFor(session, warning, roles, entry !== null),
    runId: run?.id ?? null,
    rows: fields.filter((field) => field !== 'hits').map((field) => ({ field, labels: labelsOf(kind, field) })),
    hits: fields.includes('hits'),
  }
}
