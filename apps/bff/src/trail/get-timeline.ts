import type { Trail, TrailEntry } from '@verdict/contract/trail'
import type { Didit } from '@verdict/didit'
import { DiditRefusedError, isDiditError, nextOffset } from '@verdict/didit'
import type { Review } from '@verdict/didit/wire/reviews'
import { LRUCache } from 'lru-cache'
import { AppError } from '../lib/app-error.ts'
import { iso } from '../lib/time.ts'
import type { Evidence, EvidenceReader } from '../sessions/evidence.ts'
import { sessionIdOf } from '../sessions/evidence.ts'
import { byCreation } from '../lib/by-creation.ts'
import type { LedgerTrail } from './ledger-trail.ts'
import { adaptReview, adaptShortReviews } from './reviews.adapt.ts'

const PAGE = 100
const FRESH_MS = 60_000
const MOST_FEEDS = 300
const MAX_PAGES = 5

/** A note of ours, with the ledger entry that records it; from the notes room. */
export interface TrailNote {
  id: string
  text: string
  by: { name: string }
  at: string
  ledgerSeq: number
}

const ofCompanies = 'Didit has no trail of companies by API; shown is what stands in the case itself.'
const ofOthers = 'Didit gives no trail for this session; shown is what stands in the case itself.'

function noteEntry(note: TrailNote): TrailEntry {
  return {
    id: `note-${note.id}`,
    source: 'verdict',
    at: note.at,
    kind: 'note',
    who: note.by.name,
    person: true,
    text: 'wrote a note',
    comment: note.text,
    outcome: null,
    ledgerSeq: note.ledgerSeq,
  }
}

/** That somebody decided, without who, what and why: a second person answers before they know. */
const sealed = (entry: TrailEntry): TrailEntry => ({
  ...entry,
  who: 'Withheld',
  text: 'decided; a second person answers before it is shown',
  comment: null,
  outcome: null,
})

/** `GET /api/sessions/:id/timeline`: ours and Didit's in one order; ours alone when Didit does not answer. */
export function makeGetTimeline(deps: {
  didit: Pick<Didit, 'reviews'>
  evidence: Pick<EvidenceReader, 'read'>
  ledgerTrail: LedgerTrail
  notesOf: (sessionId: string) => Promise<TrailNote[]>
  clock: () => number
}) {
  const { didit, evidence, ledgerTrail, notesOf, clock } = deps

  const readFeed = async (sessionId: string): Promise<Review[]> => {
    const reviews: Review[] = []
    let offset: number | null = 0
    for (let page = 0; page < MAX_PAGES && offset !== null; page += 1) {
      const answer = await didit.reviews.list({ sessionId, limit: PAGE, offset })
      reviews.push(...answer.results)
      const next = nextOffset(answer)
      offset = next !== null && next > offset && answer.results.length > 0 ? next : null
    }
    return reviews
  }

  /** Didit's feed is read once for all who look, and again when something was heard of the session. */
  const feeds = new LRUCache<string, Promise<Review[]>>({ max: MOST_FEEDS, ttl: FRESH_MS, perf: { now: clock }, ttlResolution: 0 })
  const feed = (sessionId: string): Promise<Review[]> => {
    const known = feeds.get(sessionId)
    if (known) return known
    const reading = readFeed(sessionId).catch((error: unknown) => {
      if (feeds.peek(sessionId) === reading) feeds.delete(sessionId)
      throw error
    })
    feeds.set(sessionId, reading)
    return reading
  }

  const ofDidit = async (sessionId: string): Promise<{ entries: TrailEntry[]; missing: string | null }> => {
    let read: Evidence
    try {
      read = await evidence.read(sessionId, 'cached')
    } catch (error) {
      if (error instanceof AppError) throw error
      return { entries: [], missing: 'Didit does not answer, so its half of the trail is missing.' }
    }
    if (read.wire.session_kind === 'business') return { entries: adaptShortReviews(read.wire), missing: ofCompanies }
    try {
      return { entries: (await feed(sessionId)).map(adaptReview), missing: null }
    } catch (error) {
      if (!isDiditError(error)) throw error
      if (error instanceof DiditRefusedError && error.reason === 'not-found')
        return { entries: adaptShortReviews(read.wire), missing: ofOthers }
      const missing = 'Didit does not answer with its trail; shown is what stood in the case when it was read.'
      return { entries: adaptShortReviews(read.wire), missing }
    }
  }

  const getTimeline = async (value: string, withheld: ReadonlySet<number> = new Set()): Promise<Trail> => {
    const sessionId = sessionIdOf(value)
    const [theirs, ours, notes] = await Promise.all([ofDidit(sessionId), ledgerTrail(sessionId), notesOf(sessionId)])
    const entries = [
      ...theirs.entries,
      ...ours.map((entry) => (withheld.has(entry.ledgerSeq ?? -1) ? sealed(entry) : entry)),
      ...notes.map(noteEntry),
    ]
    return {
      entries: entries.toSorted((a, b) => byCreation(a.at, b.at) || (a.ledgerSeq ?? 0) - (b.ledgerSeq ?? 0)),
      diditMissing: theirs.missing,
      asOf: iso(clock()),
    }
  }

  return {
    getTimeline,
    /** Something happened to this session, or to one that is not known: its feed is read again. */
    forgetFeed: (sessionId: string | null): void => {
      if (sessionId === null) feeds.clear()
      else feeds.delete(sessionId.toLowerCase())
    },
  }
}
export type GetTimeline = ReturnType<typeof makeGetTimeline>['getTimeline']
