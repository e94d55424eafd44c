import type { Migration } from '../migrate.ts'
import { people } from './001-people.ts'
import { ledger } from './002-ledger.ts'
import { webhooks } from './003-webhooks.ts'
import { notes } from './010-notes.ts'
import { sessionSummaries } from './011-session-summaries.ts'
import { decisions } from './020-decisions.ts'
import { corrections } from './021-corrections.ts'
import { blocklist } from './022-blocklist.ts'
import { shares } from './023-shares.ts'
import { ledgerRefs } from './030-ledger-refs.ts'
import { peopleLeft } from './031-people-left.ts'
import { amlLooks } from './040-aml-looks.ts'
import { processes } from './050-processes.ts'
import { sessionIndex } from './060-session-index.ts'
import { goneSessions } from './061-gone-sessions.ts'
import { savedViews } from './062-saved-views.ts'
import { indexOfKinds } from './063-index-of-kinds.ts'
import { keptDecisions } from './070-kept-decisions.ts'
import { budgetGrants } from './071-budget-grants.ts'
import { policies } from './080-policies.ts'
import { approvals } from './085-approvals.ts'
import { live } from './090-live.ts'
import { leases } from './091-leases.ts'
import { queueOrder } from './092-queue-order.ts'
import { secondFactor } from './100-second-factor.ts'
import { webhookInbox } from './110-webhook-inbox.ts'
import { reconciliation } from './111-reconciliation.ts'
import { waitingCounts } from './120-waiting-counts.ts'
import { waitingText } from './121-waiting-text.ts'
import { approvalWorkers } from './125-approval-workers.ts'
import { bulkRefusals } from './130-bulk-refusals.ts'

/** In the order in which they are applied. */
export const migrations: readonly Migration[] = [
  people,
  ledger,
  webhooks,
  notes,
  sessionSummaries,
  decisions,
  corrections,
  blocklist,
  shares,
  ledgerRefs,
  peopleLeft,
  amlLooks,
  processes,
  sessionIndex,
  goneSessions,
  savedViews,
  indexOfKinds,
  keptDecisions,
  budgetGrants,
  policies,
  approvals,
  live,
  leases,
  queueOrder,
  secondFactor,
  webhookInbox,
  reconciliation,
  waitingCounts,
  waitingText,
  approvalWorkers,
  bulkRefusals,
]
