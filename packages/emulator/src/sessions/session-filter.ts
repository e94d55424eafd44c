import type { NamedTest } from '../store/session-pages.ts'
import { isUuid } from '../http/paths.ts'
import type { SessionFacts, SessionKind } from '../world/types.ts'
import type { SessionQuery } from './session-query.ts'
import type { IndexCard } from './session-index-card.ts'
import { bare, folded } from './session-index-card.ts'

const DAY = 86_400_000

export interface SessionFilter {
  /** What the facts alone can tell; null when nothing narrows them. */
  cheap: NamedTest | null
  /** What needs the session's data; null when facts suffice. */
  deep: ((facts: SessionFacts, card: IndexCard) => boolean) | null
}

type FactsTest = (facts: SessionFacts) => boolean
type CardTest = (facts: SessionFacts, card: IndexCard) => boolean

/** The last instant that `date_to` lets in: people's whole day, but only midnight for businesses. */
function latest(to: number, kind: SessionKind): number {
  return kind === 'user' ? to + DAY - 1 : to
}

function searchTest(search: string): { cheap?: FactsTest; deep?: CardTest } {
  if (isUuid(search)) {
    const id = search.toLowerCase()
    return { cheap: (facts) => facts.sessionId === id }
  }
  if (search.includes('@')) {
    const prefix = search.toLowerCase()
    return { deep: (_, card) => card.emails.some((email) => email.startsWith(prefix)) }
  }
  const number = bare(search)
  if (/^[\d+\-. ]+$/.test(search) && number !== '') {
    return {
      deep: (facts, card) =>
        String(facts.number).startsWith(number) ||
        facts.vendorData === search ||
        card.numbers.some((known) => known.startsWith(number)) ||
        card.phones.some((phone) => bare(phone).startsWith(number)),
    }
  }
  const text = folded(search)
  const vendor = search.toLowerCase()
  const byName: FactsTest = (facts) => folded(facts.name ?? '').includes(text) || (facts.vendorData ?? '').toLowerCase().includes(vendor)
  if (!/\d/.test(search)) return { cheap: byName }
  return {
    deep: (facts, card) =>
      byName(facts) || String(facts.number).startsWith(number) || card.numbers.some((known) => known.startsWith(number)),
  }
}

/** The tests that a query means for one kind; filters that the kind does not know are left out. */
export function filterFor(kind: SessionKind, query: SessionQuery, internalId: (vendorData: string) => string): SessionFilter {
  const cheap: FactsTest[] = []
  const deep: CardTest[] = []
  const has = (list: string[] | null, test: (list: string[]) => void): void => {
    if (list !== null) test(list)
  }
  has(query.status, (list) => cheap.push((facts) => list.includes(facts.status)))
  has(query.workflowIds, (list) => cheap.push((facts) => list.includes(facts.workflowId)))
  has(query.country, (list) => cheap.push((facts) => facts.country !== null && list.includes(facts.country)))
  const { vendorData, from, to } = query
  if (vendorData !== null) cheap.push((facts) => facts.vendorData === vendorData)
  if (from !== null) cheap.push((facts) => facts.createdAt >= from)
  if (to !== null) cheap.push((facts) => facts.createdAt <= latest(to, kind))
  has(query.warning, (list) => deep.push((_, card) => card.warnings.some((risk) => list.includes(risk))))
  if (query.search !== null) {
    const test = searchTest(query.search)
    if (test.cheap !== undefined) cheap.push(test.cheap)
    if (test.deep !== undefined) deep.push(test.deep)
  }
  if (kind === 'user') {
    const wanted = query.internalId
    if (wanted !== null) cheap.push((facts) => facts.vendorData !== null && internalId(facts.vendorData) === wanted)
    const euuid = query.euuid
    if (euuid !== null) cheap.push((facts) => facts.sessionId === euuid)
    has(query.documentType, (list) => deep.push((_, card) => card.documentTypes.some((code) => list.includes(code))))
    has(query.documentName, (list) => deep.push((_, card) => card.documentNames.some((name) => list.includes(name))))
    has(query.region, (list) => deep.push((_, card) => card.regions.some((region) => list.includes(region))))
    has(query.sessionType, (list) => deep.push((_, card) => list.includes(card.sessionType)))
    const { apiService, screenedName, startedInReview, toBeReviewed } = query
    if (apiService !== null) deep.push((_, card) => card.sessionType === 'API' && card.features.includes(apiService))
    if (screenedName !== null) deep.push((_, card) => card.screenedNames.some((name) => name.includes(folded(screenedName))))
    if (startedInReview !== null) deep.push((_, card) => card.startedInReview === startedInReview)
    if (toBeReviewed !== null) cheap.push((facts) => (facts.status === 'In Review') === toBeReviewed)
  }
  return {
    cheap: cheap.length === 0 ? null : { name: JSON.stringify(query), test: (facts) => cheap.every((test) => test(facts)) },
    deep: deep.length === 0 ? null : (facts, card) => deep.every((test) => test(facts, card)),
  }
}
