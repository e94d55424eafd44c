import type { JsonObject } from '@verdict/contract/json'
import type { TrailEntry } from '@verdict/contract/trail'
import { readable } from '../sessions/feature-names.ts'

type Kind = TrailEntry['kind']

export interface LedgerFacts {
  action: string
  reason: string | null
  outcome: string | null
  data: JsonObject
}

interface Words {
  kind: Kind
  say: (facts: LedgerFacts) => string
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const because = ({ reason }: LedgerFacts) =>
  reason === null || reason === '' ? '' : `: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`
const verbs: ReadonlyMap<string, string> = new Map([
  ['Approved', 'approved'],
  ['Declined', 'declined'],
  ['Resubmitted', 'asked the applicant again'],
])
const listed = (value: unknown): string => (Array.isArray(value) ? value.map(text).filter(Boolean).join(', ') : '')
const items = ({ data }: LedgerFacts) => (listed(data['items']) === '' ? '' : ` ${listed(data['items'])}`)

const words: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    'decision.made': { kind: 'decision', say: (facts) => `${verbs.get(text(facts.data['outcome'])) ?? 'decided'}${because(facts)}` },
    'decision.hurried': { kind: 'decision', say: () => 'sent the decision without waiting' },
    'decision.undone': { kind: 'decision', say: () => 'took the decision back before it was sent' },
    'decision.settled': { kind: 'decision', say: () => 'Didit has taken the decision' },
    'decision.refused': { kind: 'decision', say: () => 'Didit refused the decision' },
    'decision.uncertain': { kind: 'decision', say: () => 'it is not certain whether Didit took the decision; checking' },
    'decision.void': { kind: 'decision', say: () => 'not sent, the evidence had changed' },
    'session.viewed': { kind: 'view', say: () => 'looked at the case' },
    'note.copied': {
      kind: 'other',
      say: ({ outcome }) => (outcome === 'copied' ? 'the note stands in Didit’s trail too' : 'Didit’s trail has no copy of the note'),
    },
    'report.asked': { kind: 'report', say: () => 'asked for the report' },
    'report.ended': {
      kind: 'report',
      say: ({ outcome }) => (outcome === 'delivered' ? 'received the report' : 'did not receive the report'),
    },
    'blocklist.added': { kind: 'blocklist', say: (facts) => `blocklisted${items(facts)}${because(facts)}` },
    'blocklist.removed': { kind: 'blocklist', say: (facts) => `took${items(facts)} off the blocklist${because(facts)}` },
  }),
)

const rooms: readonly (readonly [string, Kind])[] = [
  ['decision.', 'decision'],
  ['note.', 'note'],
  ['aml', 'aml'],
  ['hit', 'aml'],
  ['feature', 'feature'],
  ['data.', 'correction'],
  ['correction', 'correction'],
  ['blocklist', 'blocklist'],
  ['share', 'share'],
  ['import', 'share'],
  ['report', 'report'],
]

function endOf(outcome: string | null): string {
  return outcome === null || outcome === '' ? '' : `: ${readable(outcome).toLowerCase()}`
}

/** One ledger entry as a phrase that follows the name of who did it; actions we have no words for stay readable. */
export function sayLedger(facts: LedgerFacts): { kind: Kind; text: string } {
  const known = words.get(facts.action)
  if (known) return { kind: known.kind, text: known.say(facts) }
  const kind = rooms.find(([start]) => facts.action.startsWith(start))?.[1] ?? 'other'
  return { kind, text: `${readable(facts.action.replaceAll(/[.-]/g, ' ')).toLowerCase()}${because(facts)}${endOf(facts.outcome)}` }
}
