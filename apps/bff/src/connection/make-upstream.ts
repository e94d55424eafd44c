import { createDidit, poolTransport, type CallReport, type DiditOptions } from '@verdict/didit'
import { makeBudgetRoom } from '../budget/make-budget.ts'
import { makeReadBudget } from '../budget/read-budget.ts'
import type { Logger } from '../lib/logger.ts'
import { publicLookup, trustedMediaOrigin } from '../sessions/media-guard.ts'
import type { Store } from '../store/open-store.ts'
import type { Metrics } from '../system/metrics.ts'
import { makeConnectionWatch } from './connection.ts'

/** The client of Didit with its budget, and who watches how its calls end. */
export function makeUpstream(deps: {
  env: { demo: boolean }
  store: Store
  clock: () => number
  newId: () => string
  log: Logger
  metrics: Metrics
  didit: Pick<DiditOptions, 'apiKey' | 'baseUrl' | 'transport' | 'mediaTransport' | 'sleep' | 'random' | 'limits'>
}) {
  const { clock, log, metrics } = deps
  const connection = makeConnectionWatch({ clock })
  const onCall = (report: CallReport) => {
    connection.heard(report)
    metrics.upstream(report)
  }
  const trustedOrigin = trustedMediaOrigin(deps.didit.baseUrl, deps.env.demo)
  const mediaPool = trustedOrigin === null && !deps.didit.transport ? poolTransport({ lookup: publicLookup }) : undefined
  const budget = makeBudgetRoom({
    ...deps,
    onTake: (taken) => metrics.budget(taken),
    onFailure: (error) => log.error({ err: error }, 'the budget could not be written down'),
  })
  const didit = createDidit({ mediaTransport: mediaPool, ...deps.didit, clock, onCall, ...budget.ofClient })
  metrics.watchBudget(() => didit.budget())
  metrics.watchBreaker(() => didit.breaker())
  return {
    didit,
    connection,
    readBudget: makeReadBudget({ ...budget, didit, clock, lastError: () => connection.lastError() }),
    trustedOrigin,
    close: async (): Promise<void> => {
      await didit.close()
      await mediaPool?.close()
    },
  }
}
