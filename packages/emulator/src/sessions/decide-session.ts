import { objectsAt, wordAt } from '../json-value.ts'
import type { Actor } from '../reviews/activity.ts'
import { recordActivity, SYSTEM } from '../reviews/activity.ts'
import { isoMicros } from '../store/ids.ts'
import type { Session } from '../store/session.ts'
import type { SessionStatus } from '../world/types.ts'
import type { DecideBody } from './decide-body.ts'
import { recomputeParents } from './kyb-parent.ts'
import { chooseSteps, resubmit } from './resubmit.ts'
import { hostedUrl } from './present.ts'
import type { DecideContext } from './session-status.ts'
import { restartExpiry, setStatus } from './session-status.ts'
import type { ManualStatus } from './status-transitions.ts'
import { requireChange } from './status-transitions.ts'
import type { ResubmitInfo } from '../webhooks/webhook-event.ts'
import { statusUpdated } from '../webhooks/webhook-event.ts'

const LANGUAGES = new Set(
  'en ar bg bn bs ca cnr cs da de el es et fa fi fr he hi hr hu hy id it ja ka kk ko ky lt lv mk mn ms nl no pl pt-BR pt ro ru sk sl so sq sr sv th tr uk uz vi zh-CN zh-TW zh'.split(
    ' ',
  ),
)

function switchMonitoring(session: Session, previous: SessionStatus, next: ManualStatus): void {
  const { extra, decision } = session
  for (const item of objectsAt(decision, 'aml_screenings')) {
    const nodeId = wordAt(item, 'node_id', 'default')
    if (next === 'Declined' && item['is_ongoing_monitoring_enabled'] === true) {
      extra.monitored = [...new Set([...extra.monitored, nodeId])]
      item['is_ongoing_monitoring_enabled'] = false
    }
    if (next === 'Approved' && ['Resubmitted', 'Declined', 'Kyc Expired'].includes(previous) && extra.monitored.includes(nodeId)) {
      item['is_ongoing_monitoring_enabled'] = true
    }
  }
}

/** Applies a manual decision to a session whose current status allows one; throws Didit's refusals, changing nothing. */
export function decideSession(session: Session, body: DecideBody, context: DecideContext): void {
  const { upstream, application, actor } = context
  const previous = session.facts.status
  requireChange(previous, body.newStatus)
  const stamp = { ids: application.ids, now: upstream.now() }
  const change = (from: SessionStatus, to: SessionStatus, by: Actor, comment: string | null): void => {
    const values = { previousValue: { status: from }, newValue: { status: to }, changedFields: ['status'] }
    recordActivity(session, { type: 'STATUS_UPDATED', actor: by, newStatus: to, previousStatus: from, comment, ...values }, stamp)
    setStatus(session, to)
  }
  let info: ResubmitInfo | undefined
  if (body.newStatus === 'Resubmitted') {
    const result = resubmit(session, chooseSteps(session.decision, body.nodes))
    change(previous, 'Resubmitted', actor, body.comment)
    restartExpiry(session, context)
    if (result.settled === null) info = result.info
    else change('Resubmitted', result.settled, SYSTEM, null)
  } else {
    switchMonitoring(session, previous, body.newStatus)
    change(previous, body.newStatus, actor, body.comment)
  }
  if (body.email !== null) {
    const language = LANGUAGES.has(body.email.language) ? body.email.language : 'en'
    const { sessionId, status } = session.facts
    const link = status === 'Resubmitted' ? hostedUrl(session.decision['session_url']) : null
    upstream.emails.push({
      to: body.email.address,
      language,
      session_id: sessionId,
      about: status,
      link,
      reasons: info?.reasons ?? null,
      at: isoMicros(stamp.now),
    })
  }
  upstream.emit(application, 'status.updated', statusUpdated(session, context, info))
  upstream.touchEntity(application, session.facts)
  if (session.facts.kind === 'user' && body.newStatus !== 'Resubmitted') recomputeParents(session, context)
}
