import type { QueryKey } from '@tanstack/react-query'
import { queryKeys } from '../query-keys.ts'
import type { Told } from './live-line.ts'

/** The queries that a piece of news overtakes. Lists themselves are left alone: their pulse says what is new. */
export function overtaken(news: Told): readonly QueryKey[] {
  const session = 'sessionId' in news && news.sessionId !== undefined ? queryKeys.session(news.sessionId) : null
  switch (news.kind) {
    case 'queue':
      return [queryKeys.queuePulse, queryKeys.queueCount]
    case 'session':
      return session ? [session] : []
    case 'presence':
      return 'sessionId' in news && news.sessionId !== undefined ? [queryKeys.presence(news.sessionId)] : []
    case 'decision':
      return session ? [session, queryKeys.decisions] : [queryKeys.decisions]
    case 'approvals':
      return session ? [session, queryKeys.approvals] : [queryKeys.approvals]
    case 'index':
      return [queryKeys.queuePulse, queryKeys.queueCount, queryKeys.sessionPulse]
    case 'alarms':
      return [queryKeys.alarms]
    case 'jobs':
      return [queryKeys.jobs]
    default:
      return everything
  }
}

const everything: readonly QueryKey[] = [
  queryKeys.queuePulse,
  queryKeys.queueCount,
  queryKeys.sessionPulse,
  ['sessions', 'one'],
  queryKeys.decisions,
  queryKeys.approvals,
  queryKeys.alarms,
  queryKeys.jobs,
]
