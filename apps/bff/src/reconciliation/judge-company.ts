import { ledgerSeqIn } from '../lib/ledger-mark.ts'
import { adaptStatus } from '../sessions/status.adapt.ts'
import { keptComment, mayBeDecided, notShown, SETTLED_MS, strangerIn, UNDER_WAY } from './judge-trail.ts'
import type { Finding, Judgement, OwnDecision } from './judge-trail.ts'
import type { ShortTrail } from './told-trails.ts'

/** From these only a person, the API key or Didit's own recomputing leads to a decision. */
const reviewable = new Set(['In Review', 'Approved', 'Declined', 'Kyc Expired', 'Abandoned'])
/** Corrections of ours write entries too; they bear no mark and leave the status. */
const NEAR_MS = 120_000

/**
 * Companies have no trail by API: only the short entries inside the decision, without types, where one that changes
 * nothing repeats the status that stood. So the status of the last comparison tells what was a change.
 */
export function judgeCompany(input: {
  wire: ShortTrail
  own: readonly OwnDecision[]
  /** When something else of ours was written to this session. */
  ownEdits: readonly number[]
  lastStatus: string | null
  since: number
  now: number
}): Judgement {
  const own = new Map(input.own.map((decision) => [decision.ledgerSeq, decision]))
  const marks = new Map<number, number>()
  const findings: Finding[] = []
  let unsure = false
  let standing = input.lastStatus
  const entries = (input.wire.reviews ?? [])
    .map((entry) => ({ ...entry, at: Date.parse(entry.created_at ?? '') }))
    .toSorted((a, b) => (Number.isNaN(a.at) ? 0 : a.at) - (Number.isNaN(b.at) ? 0 : b.at))
  for (const entry of entries) {
    const seq = ledgerSeqIn(entry.comment)
    const earlier = seq === null ? 0 : (marks.get(seq) ?? 0)
    if (seq !== null) marks.set(seq, earlier + 1)
    if (entry.at < input.since) continue
    const status = entry.new_status ? adaptStatus(entry.new_status) : null
    const actor = entry.user ?? 'Unknown'
    if (status === null || actor === 'Unknown') continue
    const before = standing
    const marked = seq !== null && own.has(seq)
    const changes = marked || (before === null ? true : status !== before)
    if (!changes) continue
    standing = status
    if (actor === 'System') continue
    const found = (kind: Finding['kind'], said: string) =>
      findings.push({
        kind,
        ref: [entry.created_at, status, actor].join(' '),
        happenedAt: Number.isNaN(entry.at) ? null : entry.at,
        status,
        before,
        actor,
        comment: keptComment(entry.comment),
        said,
      })
    if (actor !== 'API Client') {
      if (before !== null) found('console', `${actor} changed the status in Didit’s console.`)
      continue
    }
    const edit = before === null && !marked && input.ownEdits.some((at) => Math.abs(at - entry.at) < NEAR_MS)
    const wrong = edit ? null : strangerIn({ comment: entry.comment, status }, own, earlier)
    if (wrong === UNDER_WAY) unsure = true
    else if (wrong !== null) found('key-elsewhere', wrong)
  }
  const now = adaptStatus(input.wire.status)
  if (standing !== null && standing !== now && reviewable.has(standing) && mayBeDecided(now) && !unsure) {
    findings.push({
      kind: 'unattributed',
      ref: `status ${standing} ${now} ${input.now}`,
      happenedAt: null,
      status: now,
      before: standing,
      actor: 'Unknown',
      comment: null,
      said: 'The status changed, and Verdict did not change it. Didit has no trail of companies, so it cannot be attributed.',
    })
  }
  for (const decision of input.own) {
    if (decision.stage !== 'settled' || decision.endedAt === null || decision.endedAt < input.since) continue
    if ((marks.get(decision.ledgerSeq) ?? 0) > 0) continue
    if (decision.endedAt + SETTLED_MS > input.now) unsure = true
    else findings.push(notShown(decision))
  }
  return { findings, unsure }
}

/** True when nobody but we and Didit itself stands in a short trail; a note, which everybody signs as "Unknown", is no change. */
export function isOursAlone(input: { wire: ShortTrail; own: readonly OwnDecision[]; ownEdits: readonly number[]; since: number }): boolean {
  const seqs = new Set(input.own.map(({ ledgerSeq }) => ledgerSeq))
  return (input.wire.reviews ?? []).every(({ user, comment, created_at: createdAt }) => {
    const at = Date.parse(createdAt ?? '')
    if (at < input.since || user === 'System' || user === 'Unknown') return true
    const seq = ledgerSeqIn(comment)
    return seq === null ? input.ownEdits.some((edit) => Math.abs(edit - at) < NEAR_MS) : seqs.has(seq)
  })
}
