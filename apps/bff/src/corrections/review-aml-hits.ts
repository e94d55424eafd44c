import type { AmlHitReview } from '@verdict/contract/corrections'
import type { Didit } from '@verdict/didit'
import type { Decision as DiditDecision } from '@verdict/didit/wire/decision'
import type { AmlLooks } from '../aml/aml-looks.ts'
import type { OnRecord } from '../ledger/on-record.ts'
import type { Person } from '../lib/person.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import { sessionActions } from '../sessions/session-actions.ts'
import { adaptSession } from '../sessions/session.adapt.ts'
import type { AmlRationales } from './aml-rationales.ts'
import { correctionForbidden, invalidCorrection, noSuchCheck } from './corrections.errors.ts'

type Reviewed = AmlHitReview['hits'][number]

/** The one screening that holds these hits; refused when they are unknown or spread over several. */
const screeningOf = (wire: DiditDecision, input: AmlHitReview) => {
  const all = wire.aml_screenings ?? []
  const named = input.nodeId === undefined ? all : all.filter(({ node_id }) => node_id === input.nodeId)
  if (named.length === 0) throw noSuchCheck()
  const holds = (screening: (typeof named)[number], { hitId }: Reviewed) => (screening.hits ?? []).some((hit) => String(hit.id) === hitId)
  const unknown = input.hits.flatMap((hit, index) =>
    named.some((screening) => holds(screening, hit)) ? [] : [{ path: `hits.${index}.hitId`, message: 'This session has no such hit.' }],
  )
  if (unknown.length > 0) throw invalidCorrection(unknown)
  const screening = named.find((each) => input.hits.every((hit) => holds(each, hit)))
  if (screening) return { screening, several: all.length > 1 }
  throw invalidCorrection([{ path: 'hits', message: 'Judge the hits of one screening at a time.' }])
}

/** Judges watch-list hits, all or none. Why is kept by us: Didit has no place for it. */
export const makeReviewAmlHits = (deps: {
  didit: Pick<Didit, 'aml'>
  evidence: Pick<EvidenceReader, 'read' | 'forget' | 'remembered'>
  onRecord: OnRecord
  rationales: Pick<AmlRationales, 'keep'>
  amlLooks: Pick<AmlLooks, 'judged'>
}) => {
  const { didit, evidence, onRecord, rationales, amlLooks } = deps
  return async (by: Person, sessionId: string, input: AmlHitReview): Promise<number> => {
    const { wire } = await evidence.read(sessionId, 'fresh', 'person')
    const { amlReview } = sessionActions(
      adaptSession(wire, () => null),
      by.permissions,
    )
    if (!amlReview.allowed) throw correctionForbidden(amlReview)
    if (new Set(input.hits.map(({ hitId }) => hitId)).size < input.hits.length) {
      throw invalidCorrection([{ path: 'hits', message: 'One of the hits is named twice.' }])
    }
    const { screening, several } = screeningOf(wire, input)
    const nodeId = input.nodeId ?? (several ? (screening.node_id ?? undefined) : undefined)
    const before = new Map((screening.hits ?? []).map((hit) => [String(hit.id), hit.review_status ?? 'Unreviewed']))
    const hits = input.hits.map(({ hitId, status }) => ({ hitId, reviewStatus: status }))
    const [only] = hits
    const read = input.evidenceHash === undefined ? undefined : evidence.remembered(sessionId, input.evidenceHash)
    const data = {
      nodeId: nodeId ?? null,
      hits: input.hits.map((hit) => ({ hitId: hit.hitId, old: before.get(hit.hitId) ?? null, new: hit.status, rationale: hit.rationale })),
    }
    try {
      const { seq } = await onRecord<unknown>(
        { by, action: 'aml.reviewed', sessionId, data },
        async (_seq, calls) =>
          only && hits.length === 1
            ? didit.aml.updateHit({ sessionId, nodeId, ...only }, calls)
            : didit.aml.bulkUpdateHits({ sessionId, nodeId, hits }, calls),
        {
          keep: async (trx, _done, entry) => {
            await rationales.keep(trx, { by, sessionId, nodeId: nodeId ?? null, hits: input.hits, ledgerSeq: entry })
            const judged = input.hits.map(({ hitId }) => ({ nodeId: screening.node_id ?? null, hitId }))
            await amlLooks.judged(trx, { by, sessionId, wire: read?.wire ?? wire, hits: judged })
          },
        },
      )
      return seq
    } finally {
      evidence.forget(sessionId)
    }
  }
}
export type ReviewAmlHits = ReturnType<typeof makeReviewAmlHits>
