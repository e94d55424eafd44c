import type { Session } from '../store/session.ts'
import type { JsonObject } from '../world/types.ts'

/** A hit as ongoing monitoring would add it: plain, and plainly synthetic. */
export function makeHit(id: string, session: Session, dataset: string): JsonObject {
  const name = session.facts.name ?? 'Unnamed Person'
  return {
    id,
    url: 'https://watchlist.example/entry',
    match: false,
    score: 0.93,
    target: null,
    caption: name,
    datasets: [dataset],
    features: null,
    rca_name: '',
    last_seen: null,
    risk_view: null,
    first_seen: null,
    properties: { name: [name] },
    risk_score: 82,
    match_score: 93,
    review_status: 'Unreviewed',
    score_breakdown: null,
    pep_matches: [],
    sanction_matches: [],
    warning_matches: [],
    adverse_media_matches: [],
    linked_entities: [],
    adverse_media_details: null,
    additional_information: null,
  }
}
