import type { Trail, TrailEntry, TrailReading } from '@verdict/contract/trail'
import type { Didit } from '@verdict/didit'
import { DiditOverBudgetError, DiditRefusedError, isDiditError, nextOffset } from '@verdict/didit'
import type { Review } from '@verdict/didit/wire/reviews'
import { LRUCache } from 'lru-cache'
import { AppError } from '../lib/app-error.ts'
import { iso } from '../lib/time.ts'
import type { Evidence, EvidenceReader, Lane } from '../sessions/evidence.ts'
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

interface Feed {
  lane: Lane
  done: boolean
  reviews: Promise<Review[]>
}

interface Half {
  entries: TrailEntry[]
  missing: string | null
  unread: boolean
}

const acts: ReadonlySet<TrailEntry['kind']> = new Set([
  'decision',
  'status',
  'aml',
  'feature',
  'correction',
  'approval',
  'share',
  'blocklist',
])

/** The case or our record shows that somebody acted on this session: then Didit's trail tells more. */
const isTouched = ({ wire }: Evidence, ours: readonly TrailEntry[]): boolean =>
  wire.status !== 'In Review' || (wire.reviews ?? []).length > 0 || ours.some(({ kind }) => acts.has(kind))

/** `GET /api/sessions/:id/timeline`: ours and Didit's in one order; ours alone when Didit does not answer. */
export function makeGetTimeline(deps: {
  didit: Pick<Didit, 'reviews'>
  evidence: Pick<EvidenceReader, 'read'>
  ledgerTrail: LedgerTrail
  notesOf: (sessionId: string) => Promise<TrailNote[]>
  clock: () => number
}) {
  const { didit, evidence, ledgerTrail, notesOf, clock } = deps

  const readFeed = async (sessionId: string, lane: Lane): Promise<Review[]> => {
    const reviews: Review[] = []
    let offset: number | null = 0
    for (let page = 0; page < MAX_PAGES && offset !== null; page += 1) {
      const answer = await didit.reviews.list({ sessionId, limit: PAGE, offset }, { lane })
      reviews.push(...answer.results)
      const next = nextOffset(answer)
      offset = next !== null && next > offset && answer.results.length > 0 ? next : null
    }
    return reviews
  }

  /** Didit's feed is read once for all who look, and again when something was heard of the session. */
  const feeds = new LRUCache<string, Feed>({ max: MOST_FEEDS, ttl: FRESH_MS, perf: { now: clock }, ttlResolution: 0 })
  const feed = (sessionId: string, lane: Lane): Promise<Review[]> => {
    const known = feeds.get(sessionId)
    // A person does not wait for a reading that gives way to others.
    if (known && (known.lane === 'person' || known.done || lane !== 'person')) return known.reviews
    const reading: Feed = { lane, done: false, reviews: readFeed(sessionId, lane) }
    const follow = async () => {
      try {
        await reading.reviews
        reading.done = true
      } catch {
        if (feeds.peek(sessionId) === reading) feeds.delete(sessionId)
      }
    }
    void follow()
    feeds.set(sessionId, reading)
    return reading.reviews
  }

  const ofDidit = async (sessionId: string, ours: readonly TrailEntry[], when: TrailReading): Promise<Half> => {
    let read: Evidence
    try {
      read = await evidence.read(sessionId, 'cached')
    } catch (error) {
      if (error instanceof AppError) throw error
      return { entries: [], missing: 'Didit does not answer, so its half of the trail is missing.', unread: false }
    }
    const short = (missing: string | null, unread = false): Half => ({ entries: adaptShortReviews(read.wire), missing, unread })
    if (read.wire.session_kind === 'business') return short(ofCompanies)
    if (when === 'known' && feeds.get(sessionId)?.done !== true && !isTouched(read, ours)) return short(null, true)
    try {
      const reviews = await feed(sessionId, when === 'calm' ? 'background' : 'person')
      return { entries: reviews.map(adaptReview), missing: null, unread: false }
    } catch (error) {
      if (!isDiditError(error)) throw error
      if (error instanceof DiditRefusedError && error.reason === 'not-found') return short(ofOthers)
      if (when === 'calm' && error instanceof DiditOverBudgetError) return short(null, true)
      return short('Didit does not answer with its trail; shown is what stood in the case when it was read.')
    }
  }

  const getTimeline = async (value: string, withheld: ReadonlySet<number>, when: TrailReading): Promise<Trail> => {
    const sessionId = sessionIdOf(value)
    const [ours, notes] = await Promise.all([ledgerTrail(sessionId), notesOf(sessionId)])
    const theirs = await ofDidit(sessionId, ours, when)
    const entries = [
      ...theirs.entries,
      ...ours.map((entry) => (withheld.has(entry.ledgerSeq ?? -1) ? sealed(entry) : entry)),
      ...notes.map(noteEntry),
    ]
    return {
      entries: entries.toSorted((a, b) => byCreation(a.at, b.at) || (a.ledgerSeq ?? 0) - (b.ledgerSeq ?? 0)),
      diditMissing: theirs.missing,
      diditUnread: theirs.unread,
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
