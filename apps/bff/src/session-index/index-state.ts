import { z } from 'zod'
import { Mark } from './list-mark.ts'
import type { Store } from '../store/open-store.ts'

/** One way through one of Didit's lists, newest first. Durable, so that it goes on where it was after a restart. */
export const Sweep = z.object({
  kind: z.enum(['user', 'business']),
  /** Only these. */
  status: z.string().nullable(),
  /** The last row that was read; null at the beginning. */
  mark: Mark.nullable(),
  lastNumber: z.number().nullable(),
  /** How many Didit says there are. */
  estimated: z.number(),
  exact: z.boolean(),
  startedAt: z.number(),
})
export type Sweep = z.infer<typeof Sweep>

const State = z.object({
  /** Sweeps under way, by name. */
  sweeps: z.record(z.string(), Sweep).default({}),
  /** When the last whole sweep of a name began, epoch ms. */
  swept: z.record(z.string(), z.number()).default({}),
  /** When the newest sessions were last compared. */
  comparedAt: z.number().default(0),
  /** How many sessions there are by Didit's own count, where it counts. */
  estimated: z.object({ user: z.number(), business: z.number() }).default({ user: 0, business: 0 }),
})
export type IndexState = z.infer<typeof State>

const READING = 'reading'
/** Another word under this name says that the counters are others than before. */
export const COUNTED = 'counted'

/** Where the reading of Didit's lists stands, shared by every bff. */
export function makeIndexStates({ store }: { store: Store }) {
  const read = async (): Promise<{ state: IndexState; counted: string }> => {
    const rows = await store.selectFrom('session_index_state').select(['name', 'value']).execute()
    const named = (name: string) => rows.find((row) => row.name === name)?.value
    return { state: State.parse(JSON.parse(named(READING) ?? '{}')), counted: named(COUNTED) ?? '' }
  }
  return {
    read: async (): Promise<IndexState> => (await read()).state,
    /** With the word that tells whether the counters are still the same. */
    readCounted: read,
    write: async (state: IndexState): Promise<void> => {
      const value = JSON.stringify(state)
      await store
        .insertInto('session_index_state')
        .values({ name: READING, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute()
    },
  }
}
export type IndexStates = ReturnType<typeof makeIndexStates>
