import type { DeliveryPage } from '@verdict/contract/webhooks'
import { iso } from '../lib/time.ts'

/** Counts what was turned away since the start. In memory: a stranger must not be able to make us write. */
export function makeRefusals(clock: () => number) {
  const since = clock()
  const counts = new Map<string, number>()
  let lastAt: number | null = null
  return {
    add: (why: string): void => {
      counts.set(why, (counts.get(why) ?? 0) + 1)
      lastAt = clock()
    },
    read: (): DeliveryPage['refused'] => ({
      since: iso(since),
      total: [...counts.values()].reduce((sum, count) => sum + count, 0),
      lastAt: lastAt === null ? null : iso(lastAt),
      why: [...counts].map(([why, count]) => ({ why, count })),
    }),
  }
}
export type Refusals = ReturnType<typeof makeRefusals>
