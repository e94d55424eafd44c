import type { Permission } from '@verdict/contract/access'
import type { BlocklistItem, SessionDetail } from '@verdict/contract/case'
import type { Availability, Outcome } from '@verdict/contract/decision'
import type { SessionKind } from '@verdict/contract/session'
import { recordsOf } from './json-read.ts'
import { noPastAsks, type PastAsks } from './past-asks.ts'
import { resubmitSteps } from './resubmit-steps.ts'
import { correctableRuns, overridableRuns } from './run-actions.ts'
import type { AdaptedSession } from './session.adapt.ts'

export type SessionActions = SessionDetail['actions']

const decidable = new Set(['In Review', 'Approved', 'Declined', 'Kyc Expired', 'Abandoned', 'Resubmitted'])
const waiting = new Set(['Not Started', 'In Progress', 'Awaiting User'])
const overturning = new Set(['Approved', 'Declined', 'Kyc Expired'])
const reported: Readonly<Record<SessionKind, ReadonlySet<string>>> = {
  user: new Set(['Approved', 'Declined', 'In Review', 'Kyc Expired']),
  business: new Set(['Approved', 'Declined', 'In Review']),
}
const finished = new Set(['Approved', 'Declined', 'In Review'])
const alreadyDone: Readonly<Record<Outcome, string>> = {
  Approved: 'Approved already.',
  Declined: 'Declined already.',
  Resubmitted: 'The applicant has been asked again already.',
}

const yes: Availability = { allowed: true, reason: null }
const no = (reason: string): Availability => ({ allowed: false, reason })
const first = (...refusals: readonly (string | null)[]): Availability => {
  const reason = refusals.find((refusal) => refusal !== null)
  return reason === undefined ? yes : no(reason)
}

const anyOf = (runs: readonly Availability[], otherwise: string): string | null => (runs.some(({ allowed }) => allowed) ? null : otherwise)

function stateOfDecision(status: string): string | null {
  if (decidable.has(status)) return null
  if (waiting.has(status)) return 'The applicant is still in the flow; Didit takes decisions only after it.'
  if (status === 'Expired') return 'The link expired before it was opened. Start a new session.'
  return `Didit does not say that a session in the state “${status.slice(0, 60)}” can be decided.`
}

/** Whether Didit would take this outcome from this status; null when it would, else a sentence. */
export function refusalOf(outcome: Outcome, status: string): string | null {
  return status === outcome ? alreadyDone[outcome] : stateOfDecision(status)
}

function mayDecide(status: string, permissions: ReadonlySet<Permission>): string | null {
  if (!permissions.has('decisions.make')) return 'Your role does not decide sessions.'
  const overturns = overturning.has(status) && !permissions.has('decisions.overturn')
  return overturns ? 'This session is decided. Overturning it takes a senior reviewer.' : null
}

const missing: Readonly<Record<BlocklistItem, string>> = {
  face: 'There is no face in this session.',
  document: 'There is no document number in this session.',
  phone: 'There is no phone check in this session.',
  email: 'There is no e-mail check in this session.',
}
const labels: Readonly<Record<BlocklistItem, string>> = { face: 'Face', document: 'Document', phone: 'Phone', email: 'E-mail' }

function blocklistItems(session: AdaptedSession): SessionActions['blocklist']['items'] {
  const runs = session.sections.flatMap((section) => section.runs)
  const held = (kind: string, ...fields: string[]): unknown[] =>
    runs.flatMap((run) => {
      const data: Readonly<Record<string, unknown>> = run.data
      return run.kind === kind ? fields.map((field) => data[field] ?? null).filter((value) => value !== null && value !== '') : []
    })
  const present: Record<BlocklistItem, readonly unknown[]> = {
    face: [...held('liveness', 'referenceImage'), ...held('identityDocument', 'portraitImage')],
    document: held('identityDocument', 'documentNumber', 'personalNumber'),
    phone: held('phone', 'fullNumber', 'phoneNumber'),
    email: held('email', 'email'),
  }
  return (['face', 'document', 'phone', 'email'] as const).map((item) => {
    const [value] = present[item]
    const available = value !== undefined
    // The value itself, so that nobody blocks one that they have not seen; a face has none to write.
    return {
      item,
      label: typeof value === 'string' && item !== 'face' ? value : labels[item],
      available,
      reason: available ? null : missing[item],
    }
  })
}

/** Run data is bent into its shape only when the answer leaves, so here a list may still be anything. */
export function listedHits(data: Readonly<Record<string, unknown>>): number {
  return recordsOf(data['hits']).length
}

function reportRefusal(kind: SessionKind, status: string): string | null {
  if (reported[kind].has(status)) return null
  return kind === 'user'
    ? 'Didit makes a report once the session is in review, approved, declined or its approval has expired.'
    : 'Didit makes a report once the session is in review, approved or declined.'
}

/** What this person may do with this session now, each with a sentence where not. Pure: the state as it was read. */
export function sessionActions(session: AdaptedSession, permissions: readonly Permission[], asks: PastAsks = noPastAsks): SessionActions {
  const held = new Set(permissions)
  const { status, kind } = session
  const permitted = (permission: Permission, otherwise: string) => (held.has(permission) ? null : otherwise)
  const decide = (outcome: Outcome) => first(mayDecide(status, held), refusalOf(outcome, status))
  const steps = resubmitSteps(session, asks.steps)
  const runs = session.sections.flatMap((section) => section.runs)
  const items = blocklistItems(session)
  const nothingToAsk = steps.some((step) => step.allowed) ? null : 'No step of this session can be asked again.'
  const hits = runs.some((run) => run.kind === 'aml' && listedHits(run.data) > 0)
  const ran = runs.length > 0
  const overridable = overridableRuns(session)
  const correctable = correctableRuns(session)
  return {
    approve: decide('Approved'),
    decline: decide('Declined'),
    resubmit: { ...first(mayDecide(status, held), refusalOf('Resubmitted', status), nothingToAsk), steps, askedElsewhere: asks.unnamed },
    note: first(permitted('notes.write', 'Your role does not write notes.')),
    amlReview: first(permitted('aml.review', 'Your role does not judge watch-list hits.'), hits ? null : 'There are no watch-list hits.'),
    override: {
      ...first(
        permitted('features.override', 'Overriding a check takes a senior reviewer.'),
        ran ? null : 'No check has run yet.',
        anyOf(overridable, 'None of these checks can be overridden.'),
      ),
      runs: overridable,
    },
    correct: {
      ...first(
        permitted('data.correct', 'Correcting data takes a senior reviewer.'),
        anyOf(correctable, correctable[0]?.reason ?? 'There is no document, proof of address or company record to correct.'),
      ),
      runs: correctable,
    },
    report: first(permitted('reports.read', 'Reports are for managers and auditors.'), reportRefusal(kind, status)),
    share: first(
      permitted('shares.make', 'Sharing a session takes a manager.'),
      finished.has(status) ? null : 'Only sessions that are approved, declined or in review can be shared.',
    ),
    blocklist: {
      ...first(
        permitted('blocklist.add', 'Blocklisting takes an analyst.'),
        items.some(({ available }) => available) ? null : 'This session holds nothing that can be blocked.',
      ),
      items,
    },
  }
}

/** What is left of the actions while somebody else works on the case: everything but deciding. */
export function whileLeased(actions: SessionActions, holder: string | undefined): SessionActions {
  if (holder === undefined) return actions
  const blocked = <A extends Availability>(action: A): A => (action.allowed ? { ...action, ...no(`${holder} is on this case.`) } : action)
  return { ...actions, approve: blocked(actions.approve), decline: blocked(actions.decline), resubmit: blocked(actions.resubmit) }
}
