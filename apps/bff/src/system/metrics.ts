import { indexPhases } from '@verdict/contract/session-index'
import type { BreakerSnapshot, BudgetSnapshot, BudgetTake, CallReport } from '@verdict/didit'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

export interface IndexMeasures {
  phase: (typeof indexPhases)[number]
  known: number
  expected: number
  unread: number
  /** Since the newest sessions, and since all, were last compared with Didit; null before the first time. */
  secondsSince: { newest: number | null; all: number | null }
}

export interface Metrics {
  request(report: { method: string; route: string; status: number; ms: number }): void
  upstream(report: CallReport): void
  /** Says how full the budgets are, asked at each scrape. */
  watchBudget(read: () => BudgetSnapshot): void
  /** Says whether Didit is left in peace after failures. */
  watchBreaker(read: () => BreakerSnapshot): void
  /** A call that took room in a budget, or waited for it. */
  budget(taken: BudgetTake): void
  /** `how` is the signature that fitted, or why none did. */
  webhook(outcome: 'taken' | 'repeated' | 'refused', how: string): void
  /** Counted at each scrape. */
  watchAlarms(read: () => Promise<{ open: number; due: number }>): void
  /** Asked at each scrape. */
  watchIndex(read: () => Promise<IndexMeasures>): void
  text(): Promise<{ body: string; contentType: string }>
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** Counts by route pattern, kind and outcome; nothing here can name a person or a session. */
export function makeMetrics({ ofProcess }: { ofProcess: boolean }): Metrics {
  const registry = new Registry()
  if (ofProcess) collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const requests = new Histogram({
    name: 'verdict_http_request_seconds',
    help: 'Requests by route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers,
  })
  const calls = new Histogram({
    name: 'verdict_upstream_call_seconds',
    help: 'Calls to Didit by kind and outcome',
    labelNames: ['kind', 'outcome'],
    buckets: seconds,
    registers,
  })
  const tries = new Counter({
    name: 'verdict_upstream_tries_total',
    help: 'Requests sent to Didit, retries included',
    labelNames: ['kind'],
    registers,
  })
  const webhooks = new Counter({
    name: 'verdict_webhooks_total',
    help: 'Webhooks by what became of them',
    labelNames: ['outcome', 'how'],
    registers,
  })
  const lanes = new Counter({
    name: 'verdict_upstream_budget_calls_total',
    help: 'Calls that took room in a budget, by who they are for',
    labelNames: ['budget', 'lane'],
    registers,
  })
  const budgetWaits = new Histogram({
    name: 'verdict_upstream_budget_wait_seconds',
    help: 'Waits for room in the budget, by who waited',
    labelNames: ['lane'],
    buckets: seconds,
    registers,
  })
  return {
    request: ({ method, route, status, ms }) => requests.observe({ method, route, status }, ms / 1000),
    upstream: ({ kind, outcome, tries: count, ms }) => {
      calls.observe({ kind, outcome }, ms / 1000)
      tries.inc({ kind }, count)
    },
    budget: ({ names, lane, waitedMs }) => {
      for (const budget of names) lanes.inc({ budget, lane })
      budgetWaits.observe({ lane }, waitedMs / 1000)
    },
    watchBreaker: (read) => {
      const gauge: Gauge = new Gauge({
        name: 'verdict_upstream_breaker_open',
        help: '1 while Didit is left in peace after failures, 0.5 while one call tries',
        registers,
        collect: () => {
          gauge.set({ closed: 0, open: 1, 'half-open': 0.5 }[read().state])
        },
      })
    },
    watchBudget: (read) => {
      const gauge = new Gauge({
        name: 'verdict_upstream_budget',
        help: 'Calls of the running minute and the limit, by budget',
        labelNames: ['budget', 'of'],
        registers,
        collect: () => {
          for (const [budget, { used, limit }] of Object.entries(read())) {
            gauge.set({ budget, of: 'used' }, used)
            gauge.set({ budget, of: 'limit' }, limit)
          }
        },
      })
    },
    webhook: (outcome, how) => webhooks.inc({ outcome, how }),
    watchAlarms: (read) => {
      const gauge = new Gauge({
        name: 'verdict_alarms',
        help: 'Alarms nobody has acknowledged, and sessions that wait for the comparison with Didit’s trail',
        labelNames: ['of'],
        registers,
        collect: async () => {
          const { open, due } = await read()
          gauge.set({ of: 'open' }, open)
          gauge.set({ of: 'due' }, due)
        },
      })
    },
    watchIndex: (read) => {
      const rows = new Gauge({
        name: 'verdict_index_sessions',
        help: 'Sessions that are known, that there are by Didit’s count, and whose details are still to be read',
        labelNames: ['of'],
        registers,
        collect: async () => {
          const now = await read()
          for (const which of ['known', 'expected', 'unread'] as const) rows.set({ of: which }, now[which])
        },
      })
      const phase = new Gauge({
        name: 'verdict_index_phase',
        help: '1 for the phase that the index is in',
        labelNames: ['phase'],
        registers,
        collect: async () => {
          const now = await read()
          for (const each of indexPhases) phase.set({ phase: each }, each === now.phase ? 1 : 0)
        },
      })
      const since = new Gauge({
        name: 'verdict_index_compared_seconds',
        help: 'Time since the newest sessions, and since all, were last compared with Didit; missing before the first time',
        labelNames: ['of'],
        registers,
        collect: async () => {
          const { secondsSince } = await read()
          for (const [of, passed] of Object.entries(secondsSince)) if (passed !== null) since.set({ of }, passed)
        },
      })
    },
    text: async () => ({ body: await registry.metrics(), contentType: registry.contentType }),
  }
}
