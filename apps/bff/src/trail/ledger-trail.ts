import { JsonObject } from '@verdict/contract/json'
import type { TrailEntry } from '@verdict/contract/trail'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { iso } from '../lib/time.ts'
import type { Database } from '../store/schema.ts'
import { sayEnd, withEnd } from './ledger-ends.ts'
import { sayLedger } from './ledger-words.ts'

/** The parts of an entry's recorded text that a trail tells. */
const Body = z.object({
  action: z.string(),
  reason: z.string().nullable(),
  outcome: z.string().nullable(),
  data: JsonObject,
})

interface Row {
  seq: number
  at: number
  who: string
  actor_id: string | null
  ref: number | null
  body: string
}

const read = (row: Row) => ({ ...row, facts: Body.parse(JSON.parse(row.body)) })
type Entry = ReturnType<typeof read>

/** Told by the notes themselves, which have the text, and by Didit's own half of the trail. */
const toldElsewhere = ['note.added', 'alarm.console-noted']
const columns = ['seq', 'at', 'who', 'actor_id', 'ref', 'body'] as const
const MAX_ENTRIES = 1_000

const commentOf = (data: JsonObject): string | null => {
  const comment = data['comment']
  return typeof comment === 'string' && comment !== '' ? comment : null
}

/** Doubt that is over, and a copy that stands in Didit's half of the trail. */
const isOver = ({ facts, ref }: Entry, ended: ReadonlyMap<number | null, Entry>): boolean =>
  facts.action === 'decision.uncertain' ? ended.has(ref) : facts.action === 'note.copied' && facts.outcome === 'copied'

function tell(entry: Entry, end: Entry | undefined): TrailEntry {
  const { seq, facts } = entry
  const words = sayLedger(facts)
  const ending = end && sayEnd(end.facts)
  const decided = facts.data['outcome']
  return {
    id: `verdict-${seq}`,
    source: 'verdict',
    at: iso(entry.at),
    kind: words.kind,
    text: ending === undefined ? words.text : withEnd(words.text, ending),
    who: entry.who,
    // Lists read cases ahead by themselves: nobody looked.
    person: entry.actor_id !== null && facts.action !== 'session.read-ahead',
    comment: commentOf(facts.data),
    outcome: end?.facts.outcome ?? facts.outcome ?? (typeof decided === 'string' ? decided : null),
    ledgerSeq: seq,
  }
}

/** Our own record of one session, oldest first, in words. An entry and the one that tells how it ended are one line. */
export function makeLedgerTrail({ store }: { store: Kysely<Database> }) {
  return async (sessionId: string): Promise<TrailEntry[]> => {
    const rows = await store
      .selectFrom('ledger_entries')
      .select(columns)
      .where('session_id', '=', sessionId)
      .where('action', 'not in', toldElsewhere)
      .orderBy('seq', 'desc')
      .limit(MAX_ENTRIES)
      .execute()
    const own = rows.map(read)
    const known = new Set(own.map(({ seq }) => seq))
    const ends = own.filter(({ facts, ref }) => ref !== null && sayEnd(facts) !== undefined)
    // Who imports does not know the session yet: that entry is found by the one that tells how it ended.
    const elsewhere = ends.flatMap(({ ref }) => (ref === null || known.has(ref) ? [] : [ref]))
    const begun =
      elsewhere.length === 0 ? [] : await store.selectFrom('ledger_entries').select(columns).where('seq', 'in', elsewhere).execute()
    const all = [...own, ...begun.map(read)].toSorted((a, b) => a.seq - b.seq)
    const ended = new Map(ends.map((end) => [end.ref, end]))
    const folded = new Set(all.flatMap(({ seq }) => ended.get(seq)?.seq ?? []))
    return all.filter((entry) => !folded.has(entry.seq) && !isOver(entry, ended)).map((entry) => tell(entry, ended.get(entry.seq)))
  }
}
export type LedgerTrail = ReturnType<typeof makeLedgerTrail>
