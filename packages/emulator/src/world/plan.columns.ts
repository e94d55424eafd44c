import type { PlayedScenario } from './scenarios/scenario.ts'
import type { SessionPlan } from './session.plan.ts'
import { STATUSES } from './types.ts'

const BLOCK = 65_536

/** Remembers kind, status, ring and scenario of whole blocks of sessions in two bytes each, once a block is touched. */
export function withColumns(plan: SessionPlan, size: number, scenarios: readonly PlayedScenario[]): SessionPlan {
  const positions = new Map(scenarios.map((scenario, i) => [scenario.name, i]))
  const blocks = new Map<number, Uint16Array>()
  const cell = (index: number): number => {
    const number = Math.floor(index / BLOCK)
    let column = blocks.get(number)
    if (column === undefined) {
      const start = number * BLOCK
      column = new Uint16Array(Math.min(BLOCK, size - start))
      for (let i = 0; i < column.length; i++) {
        const scenario = positions.get(plan.scenario(start + i).name) ?? 0
        column[i] =
          (scenario << 6) |
          (plan.ring(start + i).length > 0 ? 32 : 0) |
          (STATUSES.indexOf(plan.status(start + i)) << 1) |
          (plan.kind(start + i) === 'business' ? 1 : 0)
      }
      blocks.set(number, column)
    }
    return column[index % BLOCK] ?? 0
  }
  return {
    ...plan,
    ring: (index) => ((cell(index) & 32) === 0 ? [] : plan.ring(index)),
    kind: (index) => (cell(index) & 1 ? 'business' : 'user'),
    status: (index) => STATUSES[(cell(index) >>> 1) & 15] ?? 'Approved',
    scenario: (index) => scenarios[cell(index) >>> 6] ?? plan.scenario(index),
  }
}
