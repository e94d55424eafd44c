import type { Actor } from '../reviews/activity.ts'
import type { Application } from '../store/application.ts'
import { isoMicros } from '../store/ids.ts'
import type { Session } from '../store/session.ts'
import type { Upstream } from '../upstream.ts'
import type { SessionStatus } from '../world/types.ts'

const DEFAULT_LIFETIME_SECONDS = 604_800

export interface DecideContext {
  upstream: Upstream
  application: Application
  origin: string
  actor: Actor
}

/** Writes a session's status everywhere it stands. */
export function setStatus(session: Session, status: SessionStatus): void {
  session.facts = { ...session.facts, status }
  session.decision['status'] = status
}

/** When a session that goes to the person ends, counted from now. */
export function restartExpiry(session: Session, { upstream, application }: Pick<DecideContext, 'upstream' | 'application'>): void {
  const workflow = application.sessions.world.workflows.find((candidate) => candidate['workflow_id'] === session.facts.workflowId)
  const seconds = workflow?.['session_expiration_time']
  const lifetime = typeof seconds === 'number' ? seconds : DEFAULT_LIFETIME_SECONDS
  session.decision['expires_at'] = isoMicros(upstream.now() + lifetime * 1000)
}
