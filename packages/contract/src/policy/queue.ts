import { z } from 'zod'

const minutes = z.int().min(0).max(100_000)

/**
 * The order of the queue: a case is due when it has waited as long as the service level says, and each signal brings
 * it forward by some minutes. So the order never depends on the moment of looking.
 */
export const QueuePolicy = z.object({
  serviceLevelMinutes: z.int().min(5).max(100_000).default(240),
  /** A workflow may have its own service level; key is the workflow's id. */
  workflowLevels: z.record(z.string(), z.int().min(5).max(100_000)).default({}),
  /** In its last minutes before the level a case is called near it. */
  nearMinutes: minutes.default(60),
  forward: z
    .object({
      watchListHit: minutes.default(60),
      decliningWarning: minutes.default(30),
      returned: minutes.default(60),
      company: minutes.default(0),
      urgentWorkflow: minutes.default(120),
    })
    .prefault({}),
  /** Workflows whose applicants wait at a counter or on a payment. */
  urgentWorkflows: z.array(z.string().max(100)).max(100).default([]),
  leaseSeconds: z.int().min(30).max(600).default(90),
})
export type QueuePolicy = z.infer<typeof QueuePolicy>
