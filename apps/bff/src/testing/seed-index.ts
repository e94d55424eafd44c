import type { IndexFacts } from '../session-index/index-facts.ts'
import { kinds, IN_REVIEW, sweepName } from '../session-index/index-reading.ts'
import { makeIndexStates } from '../session-index/index-state.ts'
import { makeIndexWriter } from '../session-index/index-writer.ts'
import type { Store } from '../store/open-store.ts'

const BATCH = 1_000
const CHECKS = ['ID_VERIFICATION', 'LIVENESS', 'FACE_MATCH', 'AML', 'PHONE', 'IP_ANALYSIS'] as const

type Told = Pick<IndexFacts, 'id' | 'kind' | 'number' | 'status' | 'name' | 'country' | 'vendorData' | 'createdAt'> & {
  workflowId: string
  amlHits?: number
}

const factsOf = ({ workflowId, ...told }: Told): IndexFacts => ({
  ...told,
  sure: true,
  documentType: told.kind === 'user' ? 'Passport' : null,
  email: told.kind === 'user' ? `${(told.name ?? 'nobody').toLowerCase().replaceAll(/\W+/g, '.')}.${told.number}@mail.example` : null,
  phone: told.kind === 'user' ? `+3460${String(told.number).padStart(7, '0')}` : null,
  numbers: [],
  workflow: { id: workflowId, label: null },
  features: told.kind === 'user' ? CHECKS.map((raw) => ({ kind: 'other', raw, status: 'Approved' })) : null,
  hasPortrait: told.kind === 'user',
  amlHits: told.amlHits ?? 0,
})

/** Fills an empty index as whole sweeps would have, by the same writer, and says how long each batch took in ms. */
export async function seedIndex(store: Store, sessions: Iterable<Told>, now: number): Promise<number[]> {
  const writer = makeIndexWriter({
    store,
    clock: () => now,
    ranking: async () => (row) => ({ rank_at: row.created_at, rank_policy: 0 }),
    onChange: () => undefined,
  })
  const took: number[] = []
  let batch: IndexFacts[] = []
  const write = async () => {
    const began = performance.now()
    await writer.listed(batch, now)
    took.push(performance.now() - began)
    batch = []
  }
  for (const told of sessions) {
    batch.push(factsOf(told))
    if (batch.length === BATCH) await write()
  }
  if (batch.length > 0) await write()
  await store.updateTable('session_index').set({ wants: 0 }).where('wants', '>', 0).execute()
  const swept = Object.fromEntries(kinds.flatMap((kind) => [null, IN_REVIEW].map((status) => [sweepName(kind, status), now])))
  const states = makeIndexStates({ store })
  await states.write({ ...(await states.read()), swept, comparedAt: now })
  return took
}
