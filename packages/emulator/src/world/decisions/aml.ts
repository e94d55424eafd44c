import type { Cast } from '../cast.ts'
import { nodeId } from '../cast.ts'
import { companyOf } from '../people/company.ts'
import { day, fullName } from '../people/person.ts'
import type { Json, JsonObject } from '../types.ts'
import type { HitWish } from './aml-hit.ts'
import { amlHit } from './aml-hit.ts'
import { isObject } from './draft.ts'

/** One `aml_screenings` item without hits. */
export function aml(cast: Cast, run = 1): JsonObject {
  const { person, document, kind } = cast
  const company = kind === 'business' ? companyOf(cast.seed, cast.index, cast.workflow) : undefined
  const screened: JsonObject =
    company === undefined
      ? {
          full_name: fullName(person, 'latin'),
          nationality: person.country.alpha2,
          date_of_birth: person.birth,
          document_number: document.number,
        }
      : {
          full_name: cast.scenario.companyName ?? company.name,
          nationality: company.country,
          date_of_birth: company.incorporated,
          document_number: null,
        }
  return {
    node_id: nodeId('AML', run),
    status: 'Approved',
    total_hits: 0,
    entity_type: kind === 'business' ? 'company' : 'person',
    hits: [],
    score: 0,
    screened_data: screened,
    is_ongoing_monitoring_enabled: cast.dice.chance('ongoing', 0.7),
    next_ongoing_monitoring_bill_date: day(cast.createdAt + 30 * 86_400_000),
    warnings: [],
  }
}

/** Puts hits into a screening; its score becomes the highest risk score. */
export function addHits(cast: Cast, screening: JsonObject, wishes: readonly HitWish[], from = 0): void {
  const hits: Json[] = wishes.map((wish, i) => amlHit(cast, from + i, wish))
  const risks = hits.map((hit) => (isObject(hit) ? Number(hit['risk_score']) : 0))
  Object.assign(screening, { hits, total_hits: hits.length, score: Math.max(0, ...risks) })
}
