import { setImmediate as breathe } from 'node:timers/promises'
import type { Application } from '../store/application.ts'
import type { FactsPage } from '../store/session-pages.ts'
import type { SessionFacts, SessionKind } from '../world/types.ts'
import { filterFor } from './session-filter.ts'
import type { IndexCard } from './session-index-card.ts'
import { indexCard } from './session-index-card.ts'
import type { SessionQuery } from './session-query.ts'

/** Filters on session data look at this many of the newest candidates: bounds one request in very large worlds. */
const DEEP_REACH = 10_000
const REMEMBERED_CARDS = 10_000
const BREATH = 200

/** Businesses are counted by a bounded scan that stops here. */
const BUSINESS_COUNT_CAP = 100

/** Cards of unchanged sessions, by application. */
const cards = new WeakMap<Application, Map<string, IndexCard>>()

function cardOf(application: Application, facts: SessionFacts): IndexCard | undefined {
  let known = cards.get(application)
  if (known === undefined) cards.set(application, (known = new Map()))
  const card = known.get(facts.sessionId)
  if (card !== undefined && application.sessions.isPristine(facts)) return card
  const session = application.sessions.read(facts.sessionId)
  if (session === undefined) return undefined
  const made = indexCard(session)
  if (known.size < REMEMBERED_CARDS) known.set(facts.sessionId, made)
  return made
}

export interface SessionPage extends FactsPage {
  hasMore: boolean
}

/** One page of one kind, newest first. `count` is what is told, capped for businesses. */
export async function listSessions(
  application: Application,
  kind: SessionKind,
  query: SessionQuery,
  { offset, limit }: { offset: number; limit: number },
): Promise<SessionPage> {
  const none = { count: 0, rows: [], hasMore: false }
  if (query.workflowIds?.length === 0) return none
  if (query.organizationName !== null && !query.organizationName.includes(application.name)) return none
  const page = await pageOf(application, kind, query, offset, limit)
  const hasMore = offset + page.rows.length < page.count
  return { rows: page.rows, hasMore, count: kind === 'business' ? Math.min(page.count, BUSINESS_COUNT_CAP) : page.count }
}

async function pageOf(application: Application, kind: SessionKind, query: SessionQuery, offset: number, limit: number): Promise<FactsPage> {
  const { cheap, deep } = filterFor(kind, query, (vendorData) => application.users.internalId(vendorData))
  const { pages } = application
  if (deep === null) {
    return cheap === null ? pages.all(kind, offset, limit) : pages.filtered(kind, cheap, offset, limit)
  }
  const candidates = cheap === null ? pages.all(kind, 0, DEEP_REACH).rows : pages.matching(kind, cheap).rows()
  const found: SessionFacts[] = []
  let looked = 0
  for (const facts of candidates) {
    looked += 1
    if (looked > DEEP_REACH) break
    if (looked % BREATH === 0) await breathe()
    const card = cardOf(application, facts)
    if (card !== undefined && deep(facts, card)) found.push(facts)
  }
  return { count: found.length, rows: found.slice(offset, offset + limit) }
}
