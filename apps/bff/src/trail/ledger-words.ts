import type { JsonObject } from '@verdict/contract/json'
import type { TrailEntry } from '@verdict/contract/trail'
import { featureKinds } from '@verdict/contract/session'
import { featureLabel, readable } from '../sessions/feature-names.ts'
import { recordsOf } from '../sessions/json-read.ts'
import { sayEnd } from './ledger-ends.ts'

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
const inWords = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const listed = (value: unknown): string => (Array.isArray(value) ? inWords.format(value.map(text).filter(Boolean)) : '')
const items = ({ data }: LedgerFacts) => (listed(data['items']) === '' ? '' : ` ${listed(data['items'])}`)

const asked: Readonly<Record<string, string>> = {
  blocklistRemoval: 'agree to a removal from the blocklist',
  share: 'agree to sharing the session',
  bulk: 'agree to a bulk decision',
}
const answered: ReadonlyMap<string, string> = new Map([
  ['agreed', 'agreed as another person'],
  ['rejected', 'did not agree'],
  ['decided', 'took the second verdict as a third person'],
  ['differs', 'came to another verdict; a third person decides'],
])

const targets: ReadonlyMap<string, string> = new Map([
  ['identityDocument', 'the data of the document'],
  ['proofOfAddress', 'the proof of address'],
  ['company', 'the data of the company'],
])

function labelOf(kind: unknown): string {
  const known = featureKinds.find((candidate) => candidate === kind)
  return known === undefined ? 'a check' : featureLabel(known, known).toLowerCase()
}

function hitsJudged({ data }: LedgerFacts): string {
  const hits = recordsOf(data['hits'])
  const states = [...new Set(hits.map((hit) => text(hit['new'])))].filter(Boolean)
  const what = hits.length === 1 ? 'a watch-list hit' : `${hits.length} watch-list hits`
  return states.length === 1 ? `judged ${what}: ${states[0]?.toLowerCase()}` : `judged ${what}`
}

const words: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    'decision.made': { kind: 'decision', say: (facts) => `${verbs.get(text(facts.data['outcome'])) ?? 'decided'}${because(facts)}` },
    'decision.hurried': { kind: 'decision', say: () => 'sent the decision without waiting' },
    'decision.undone': { kind: 'decision', say: () => 'took the decision back before it was sent' },
    'decision.uncertain': { kind: 'decision', say: () => 'it is not certain whether Didit took the decision; checking' },
    'session.viewed': { kind: 'view', say: () => 'looked at the case' },
    'session.read-ahead': { kind: 'view', say: () => 'had the case read ahead by a list' },
    'note.copied': {
      kind: 'other',
      say: ({ outcome }) => (outcome === 'copied' ? 'the note stands in Didit’s trail too' : 'Didit’s trail has no copy of the note'),
    },
    'report.asked': { kind: 'report', say: () => 'asked for the report' },
    'aml.reviewed': { kind: 'aml', say: hitsJudged },
    'feature.overridden': {
      kind: 'feature',
      say: (facts) =>
        `set ${labelOf(facts.data['feature'])} to ${text(facts.data['new'])}, was ${text(facts.data['old']) || 'without a status'}${because(facts)}`,
    },
    'data.corrected': {
      kind: 'correction',
      say: (facts) => `corrected ${targets.get(text(facts.data['target'])) ?? 'the data'}${because(facts)}`,
    },
    'alarm.raised': { kind: 'status', say: (facts) => `raised an alarm${because(facts)}` },
    'alarm.acknowledged': { kind: 'status', say: (facts) => `acknowledged an alarm${because(facts)}` },
    'webhook.replayed': { kind: 'other', say: () => 'had a message of Didit’s worked off again' },
    'approval.asked': {
      kind: 'approval',
      say: (facts) => `asked a second person to ${asked[text(facts.data['kind'])] ?? 'agree'}${because(facts)}`,
    },
    'approval.answered': { kind: 'approval', say: ({ outcome }) => answered.get(outcome ?? '') ?? 'answered as another person' },
    'approval.withdrawn': { kind: 'approval', say: () => 'took the request to a second person back' },
    'approval.void': { kind: 'approval', say: () => 'the request to a second person is void, the evidence had changed' },
    'share.made': { kind: 'share', say: (facts) => `shared the session with another application${because(facts)}` },
    'import.made': { kind: 'share', say: () => 'imported the session from a partner' },
    'blocklist.added': { kind: 'blocklist', say: (facts) => `blocked${items(facts)}${because(facts)}` },
    'blocklist.removed': { kind: 'blocklist', say: (facts) => `took${items(facts)} off the blocklist${because(facts)}` },
  }),
)

const rooms: readonly (readonly [string, Kind])[] = [
  ['decision.', 'decision'],
  ['approval.', 'approval'],
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
  const end = sayEnd(facts)
  if (end !== undefined) return { kind, text: end }
  return { kind, text: `${readable(facts.action.replaceAll(/[.-]/g, ' ')).toLowerCase()}${because(facts)}${endOf(facts.outcome)}` }
}
