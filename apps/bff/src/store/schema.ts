import type { AmlLooksTable } from '../aml/aml.tables.ts'
import type { ApprovalTables } from '../approvals/approvals.tables.ts'
import type { BudgetTables } from '../budget/budget.tables.ts'
import type { BlocklistReasonsTable } from '../blocklist/blocklist.tables.ts'
import type { AmlRationalesTable } from '../corrections/corrections.tables.ts'
import type { DecisionsTable } from '../decisions/decisions.tables.ts'
import type { KeptDecisionsTable } from '../kept/kept.tables.ts'
import type { LedgerTables } from '../ledger/ledger.tables.ts'
import type { LeaseTables } from '../leases/leases.tables.ts'
import type { LiveTables } from '../live/live.tables.ts'
import type { NoteTables } from '../notes/notes.tables.ts'
import type { PeopleTables } from '../people/people.tables.ts'
import type { PolicyTables } from '../policy/policy.tables.ts'
import type { ProcessTables } from '../processes/processes.tables.ts'
import type { ReconciliationTables } from '../reconciliation/reconciliation.tables.ts'
import type { SessionIndexTables } from '../session-index/session-index.tables.ts'
import type { QueueTables } from '../queue/queue.tables.ts'
import type { SharesTable } from '../shares/shares.tables.ts'
import type { SavedViewsTable } from '../views/views.tables.ts'
import type { WebhookTables } from '../webhooks/webhooks.tables.ts'
import type { MigrationTables } from './migrate.ts'

/** All tables. A room declares its own in `<noun>.tables.ts` and joins here. */
export interface Database
  extends
    MigrationTables,
    PeopleTables,
    LedgerTables,
    WebhookTables,
    NoteTables,
    ProcessTables,
    SessionIndexTables,
    PolicyTables,
    LiveTables,
    LeaseTables,
    QueueTables,
    ReconciliationTables,
    BudgetTables,
    ApprovalTables {
  decisions: DecisionsTable
  aml_rationales: AmlRationalesTable
  aml_looks: AmlLooksTable
  blocklist_reasons: BlocklistReasonsTable
  shares: SharesTable
  kept_decisions: KeptDecisionsTable
  saved_views: SavedViewsTable
}
