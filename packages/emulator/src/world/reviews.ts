import type { Cast } from './cast.ts'
import { moment } from './cast.ts'
import { blocks } from './decisions/draft.ts'
import type { Json, JsonObject, SessionStatus } from './types.ts'

interface Actor {
  display: string
  email: string | null
  type: 'API_KEY' | 'CONSOLE_USER' | 'SYSTEM'
}

const SYSTEM: Actor = { display: 'System', email: null, type: 'SYSTEM' }
const API: Actor = { display: 'API Client', email: null, type: 'API_KEY' }
const PEOPLE: readonly Actor[] = [
  { display: 'Robin Specimen', email: 'robin@ops.example', type: 'CONSOLE_USER' },
  { display: 'Kim Sample', email: 'kim@ops.example', type: 'CONSOLE_USER' },
  { display: 'sasha', email: 'sasha@ops.example', type: 'CONSOLE_USER' },
]
const NOTES = [
  'Customer wrote to support: second given name was added at renewal.',
  'Compared with the account opened last year, looks the same.',
  'Asked the branch for a better picture.',
  'Employer network, seen on other approved sessions.',
]

/** The activity feed that fits the session's status, oldest first. */
export function activityOf(cast: Cast, decision: JsonObject): JsonObject[] {
  const { dice, status } = cast
  const entries: JsonObject[] = []
  const add = (seconds: number, type: string, actor: Actor, fields: JsonObject): void => {
    entries.push({
      uuid: dice.uuid(`review/${entries.length}`),
      activity_type: type,
      actor_display: actor.display,
      actor_email: actor.email,
      actor_type: actor.type,
      new_status: null,
      previous_status: null,
      comment: null,
      mentioned_emails: [],
      previous_value: null,
      new_value: null,
      changed_fields: [],
      metadata: null,
      ...fields,
      created_at: moment(cast, Math.min(seconds, (cast.epoch - cast.createdAt) / 1000)),
    })
  }
  const move = (seconds: number, actor: Actor, from: SessionStatus, to: SessionStatus, comment: string | null): void =>
    add(seconds, 'STATUS_UPDATED', actor, {
      new_status: to,
      previous_status: from,
      comment,
      previous_value: { status: from },
      new_value: { status: to },
      changed_fields: ['status'],
    })
  const person = dice.pick('reviewer', PEOPLE)

  if (status === 'Not Started') return []
  if (status === 'Expired') {
    move(7 * 86_400, SYSTEM, 'Not Started', 'Expired', null)
    return entries
  }
  move(12, SYSTEM, 'Not Started', 'In Progress', null)
  if (status === 'In Progress') return entries
  if (status === 'Abandoned') {
    move(86_400, SYSTEM, 'In Progress', 'Abandoned', null)
    return entries
  }
  const waited = hasWaited(decision)
  const declinedByHand = cast.scenario.name === 'manually-declined'
  const first: SessionStatus = declinedByHand
    ? 'Approved'
    : status === 'Awaiting User'
      ? 'Awaiting User'
      : waited || status === 'Resubmitted'
        ? 'In Review'
        : status === 'Kyc Expired'
          ? 'Approved'
          : status
  if (cast.scenario.name === 'aml-ongoing') {
    move(420, SYSTEM, 'In Progress', 'Approved', null)
    add(600, 'AML_ONGOING_MATCH', SYSTEM, {
      new_value: { total_hits: 2 },
      previous_value: { total_hits: 0 },
      changed_fields: ['total_hits'],
    })
    move(601, SYSTEM, 'Approved', 'In Review', null)
  } else move(420, SYSTEM, 'In Progress', first, null)

  if (first === 'In Review') {
    if (dice.chance('viewed', 0.6)) add(900, 'COMMENT', person, { metadata: { system_event: 'DETAIL_VIEWED' } })
    if (dice.chance('noted', 0.35))
      add(1300, 'COMMENT', person, {
        comment: dice.pick('note', NOTES),
        mentioned_emails: dice.chance('mention', 0.3) ? ['kim@ops.example'] : [],
      })
    if (dice.chance('tagged', 0.15)) add(1400, 'TAG_ADDED', person, { new_value: { tag: 'call back' }, changed_fields: ['tags'] })
    if (dice.chance('apinote', 0.12))
      add(1700, 'STATUS_UPDATED', { display: 'Unknown', email: null, type: 'CONSOLE_USER' }, { comment: 'Opened in the review desk.' })
  }
  if (first === 'In Review' && (status === 'Approved' || status === 'Declined' || status === 'Kyc Expired')) {
    const to: SessionStatus = status === 'Kyc Expired' ? 'Approved' : status
    const actor = dice.chance('byapi', 0.5) ? API : person
    move(5400, actor, 'In Review', to, to === 'Approved' ? 'Explained by the applicant, evidence agrees.' : 'Not explained, declined.')
  }
  if (status === 'Resubmitted') move(3000, person, 'In Review', 'Resubmitted', 'Glare over the number, please take it again.')
  if (status === 'Kyc Expired') move(20 * 86_400, SYSTEM, 'Approved', 'Kyc Expired', null)
  if (declinedByHand) {
    move(5400, person, 'Approved', 'Declined', 'Customer asked us to close the application.')
  }
  return entries
}

/** The short form in which a decision repeats the status changes made by people and keys. */
export function shortReviews(entries: readonly JsonObject[]): Json[] {
  return entries
    .filter((entry) => entry['actor_type'] !== 'SYSTEM' && entry['new_status'] !== null)
    .map((entry) => ({
      user: entry['actor_email'] ?? entry['actor_display'] ?? 'Unknown',
      new_status: entry['new_status'] ?? '',
      comment: entry['comment'] ?? '',
      created_at: entry['created_at'] ?? '',
    }))
}

function hasWaited(decision: JsonObject): boolean {
  return Object.keys(decision).some((name) => blocks(decision, name).some((item) => item['status'] === 'In Review'))
}
