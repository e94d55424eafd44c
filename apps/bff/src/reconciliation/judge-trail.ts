import type { AlarmKind } from '@verdict/contract/alarms'
import type { Review } from '@verdict/didit/wire/reviews'
import type { Stage } from '../decisions/decision-machine.ts'
import { ledgerSeqIn } from '../lib/ledger-mark.ts'
import { withoutSecrets } from '../sessions/secret-fields.ts'
import { adaptStatus } from '../sessions/status.adapt.ts'
import { changesStatus } from '../trail/reviews.adapt.ts'

/** A decision of ours, as far as it matters for finding it in Didit's trail. */
export interface OwnDecision {
  id: string
  ledgerSeq: number
  outcome: string
  stage: Stage
  /** When the last write may have left the house. */
  wroteAt: number | null
  endedAt: number | null
  /** Entries with its mark that stood there before it was written. */
  marksBefore: number
}

export interface Finding {
  kind: AlarmKind
  ref: string
  happenedAt: number | null
  status: string | null
  before: string | null
  actor: string
  comment: string | null
  said: string
}

export interface Judgement {
  findings: Finding[]
  /** Something of ours is under way: look once more. */
  unsure: boolean
}

/** Didit writes its trail with the change itself; this is for clocks that differ. */
export const SETTLED_MS = 60_000
const MAX_COMMENT = 1_000

const decided = new Set(['Approved', 'Declined', 'Resubmitted'])
/** True where a person or a key may have set this status; one that is not known may be any. */
export const mayBeDecided = (status: string | null): boolean => status === null || decided.has(status)

const underWay: ReadonlySet<Stage> = new Set(['checking', 'writing', 'uncertain'])
const neverSent: ReadonlyMap<string, string> = new Map([
  ['undone', 'was undone before it was sent'],
  ['void', 'was not sent because the evidence had changed'],
  ['refused', 'was refused by Didit'],
  ['held', 'is still held here'],
  ['awaiting_second', 'still waits for a second person'],
])

export const keptComment = (comment: string | null | undefined): string | null =>
  comment ? withoutSecrets(comment).slice(0, MAX_COMMENT) : null

export const UNDER_WAY = 'under-way'

/** What is wrong with an entry of the API key: null for a decision of ours, `UNDER_WAY` for one that is being sent. */
export function strangerIn(
  { comment, status }: { comment: string | null | undefined; status: string | null },
  own: ReadonlyMap<number, OwnDecision>,
  earlier: number,
): string | null {
  const seq = ledgerSeqIn(comment)
  if (seq === null) return 'The API key changed the status, and not through Verdict: the entry names no number of our ledger.'
  const decision = own.get(seq)
  if (!decision) return `The API key changed the status with our mark, but entry ${seq} of the ledger is no decision on this session.`
  if (decision.outcome !== status) return `The API key changed the status with our mark, but entry ${seq} of the ledger decided otherwise.`
  if (underWay.has(decision.stage) || (decision.stage === 'held' && decision.wroteAt !== null)) return UNDER_WAY
  const unsent = neverSent.get(decision.stage)
  if (unsent !== undefined) return `The API key changed the status with our mark, but decision ${seq} ${unsent}.`
  if (earlier > decision.marksBefore) return `Decision ${seq} stands more than once in Didit’s trail. It was to be sent once.`
  return null
}

const refOf = (review: Review): string => review.uuid ?? [review.created_at, review.new_status, review.actor_display].join(' ')

/** Compares Didit's trail of a person's session with our record of it. What happened before `since` is not judged. */
export function judgeTrail(input: {
  reviews: readonly Review[]
  /** False when the trail was longer than what was read: then nothing is said to be missing. */
  complete: boolean
  own: readonly OwnDecision[]
  since: number
  now: number
}): Judgement {
  const own = new Map(input.own.map((decision) => [decision.ledgerSeq, decision]))
  const marks = new Map<number, number>()
  const findings: Finding[] = []
  let unsure = false
  const timeOf = (review: Review) => {
    const at = Date.parse(review.created_at ?? '')
    return Number.isNaN(at) ? null : at
  }
  for (const review of input.reviews.toSorted((a, b) => (timeOf(a) ?? 0) - (timeOf(b) ?? 0))) {
    if (review.activity_type !== 'STATUS_UPDATED' || !changesStatus(review)) continue
    const seq = ledgerSeqIn(review.comment)
    const earlier = seq === null ? 0 : (marks.get(seq) ?? 0)
    if (seq !== null) marks.set(seq, earlier + 1)
    const happenedAt = timeOf(review)
    if (review.actor_type === 'SYSTEM' || (happenedAt !== null && happenedAt < input.since)) continue
    const status = review.new_status ? adaptStatus(review.new_status) : null
    const actor = review.actor_display ?? review.actor_email ?? 'Unknown'
    const found = (kind: AlarmKind, said: string) =>
      findings.push({
        kind,
        ref: refOf(review),
        happenedAt,
        status,
        before: review.previous_status ? adaptStatus(review.previous_status) : null,
        actor,
        comment: keptComment(review.comment),
        said,
      })
    if (review.actor_type === 'CONSOLE_USER' && actor !== 'Unknown') {
      found('console', `${actor} changed the status in Didit’s console.`)
    } else if (review.actor_type === 'API_KEY') {
      const wrong = strangerIn({ comment: review.comment, status }, own, earlier)
      if (wrong === UNDER_WAY) unsure = true
      else if (wrong !== null) found('key-elsewhere', wrong)
    } else {
      found('unattributed', 'Didit’s trail does not say who changed the status. It cannot be attributed.')
    }
  }
  for (const decision of input.own) {
    if (decision.stage !== 'settled' || decision.endedAt === null || decision.endedAt < input.since) continue
    if ((marks.get(decision.ledgerSeq) ?? 0) > 0 || !input.complete) continue
    if (decision.endedAt + SETTLED_MS > input.now) unsure = true
    else findings.push(notShown(decision))
  }
  return { findings, unsure }
}

export const notShown = (decision: OwnDecision): Finding => ({
  kind: 'not-shown',
  ref: `decision ${decision.id}`,
  happenedAt: decision.endedAt,
  status: decision.outcome,
  before: null,
  actor: 'API Client',
  comment: null,
  said: `Decision ${decision.ledgerSeq} was taken by Didit, but Didit’s trail does not show it.`,
})
