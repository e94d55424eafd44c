import type { BudgetSnapshot, CallReport } from '@verdict/didit'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  request(report: { method: string; route: string; status: number; ms: number }): void
  upstream(report: CallReport): void
  /** Says how full the budgets are, asked at each scrape. */
  watchBudget(read: () => BudgetSnapshot): void
  /** `how` is the signature that fitted, or why none did. */
  webhook(outcome: 'taken' | 'repeated' | 'refused', how: string): void
  /** Counted at each scrape. */
  watchAlarms(read: () => Promise<{ open: number; due: number }>): void
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
  return {
    request: ({ method, route, status, ms }) => requests.observe({ method, route, status }, ms / 1000),
    upstream: ({ kind, outcome, tries: count, ms }) => {
      calls.observe({ kind, outcome }, ms / 1000)
      tries.inc({ kind }, count)
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
    text: async () => ({ body: await registry.metrics(), contentType: registry.contentType }),
  }
}
