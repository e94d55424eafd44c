import type { Store } from '../store/open-store.ts'
import { readCounts, type IndexCounts } from './index-counts.ts'
import type { IndexState, IndexStates } from './index-state.ts'

/** What every list needs to know of the index before it looks into it. */
export interface IndexGlance {
  state: IndexState
  counts: IndexCounts
}
export type GlanceAtIndex = () => Promise<IndexGlance>

/** Reads the counters only when their word says that they are others than those that were read before. */
export function makeGlanceAtIndex({ store, states }: { store: Store; states: Pick<IndexStates, 'readCounted'> }): GlanceAtIndex {
  let known: { counted: string; counts: IndexCounts } | undefined
  return async () => {
    const { state, counted } = await states.readCounted()
    if (known?.counted !== counted) known = { counted, counts: await readCounts(store) }
    return { state, counts: known.counts }
  }
}
