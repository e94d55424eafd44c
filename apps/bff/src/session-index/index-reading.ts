import pLimit from 'p-limit'
import type { Lane } from '../sessions/evidence.ts'
import type { IndexState, IndexStates, Sweep } from './index-state.ts'
import type { CaseReading } from './read-cases.ts'
import type { Swept, SweepStep } from './sweep-step.ts'

export const kinds = ['user', 'business'] as const
type Kind = (typeof kinds)[number]

export const IN_REVIEW = 'In Review'
export const sweepName = (kind: Kind, status: string | null): string => `${kind} ${status ?? 'all'}`
const RECENT = 50
const MOST_RECENT_PAGES = 100

/** Reads Didit's lists into the index, one page at a time. Every step is durable before the next begins. */
export function makeIndexReading(deps: { states: IndexStates; step: SweepStep; cases: Pick<CaseReading, 'lookUp'>; clock: () => number }) {
  const { states, step, cases, clock } = deps
  const inTurn = pLimit(1)

  const begin = (kind: Kind, status: string | null): Sweep => ({
    kind,
    status,
    mark: null,
    lastNumber: null,
    estimated: 0,
    exact: true,
    startedAt: clock(),
  })

  const save = async (name: string, { sweep, ended }: Swept): Promise<IndexState> => {
    const state = await states.read()
    if (sweep.status === null && sweep.exact) state.estimated[sweep.kind] = sweep.estimated
    if (ended) {
      state.swept[name] = sweep.startedAt
      delete state.sweeps[name]
    } else state.sweeps[name] = sweep
    await states.write(state)
    return state
  }

  /** The next page of a sweep, which begins anew when it had ended. True when this was its end. */
  const sweepOn = async (kind: Kind, status: string | null, lane: Lane): Promise<boolean> =>
    inTurn(async () => {
      const name = sweepName(kind, status)
      const swept = await step((await states.read()).sweeps[name] ?? begin(kind, status), lane)
      await cases.lookUp(swept.missing)
      await save(name, swept)
      return swept.ended
    })

  /** Reads the newest until a page holds nothing new. */
  const readRecent = async (kind: Kind): Promise<void> =>
    inTurn(async () => {
      let sweep = begin(kind, null)
      for (let page = 0; page < MOST_RECENT_PAGES; page += 1) {
        const swept = await step(sweep, 'background', RECENT)
        await cases.lookUp(swept.missing)
        if (swept.ended || swept.fresh === 0) return
        sweep = swept.sweep
      }
    })

  const toTheEnd = async (kind: Kind, status: string | null): Promise<void> => {
    while (!(await sweepOn(kind, status, 'background'))) continue
  }

  return {
    sweepOn,
    /** The first page of what is in review and of everything, of both kinds. */
    readFirstPages: async (lane: Lane): Promise<void> => {
      const [state, asOf] = [await states.read(), clock()]
      for (const status of [IN_REVIEW, null]) {
        for (const kind of kinds) if (!isBegun(state, kind, status)) await sweepOn(kind, status, lane)
      }
      await compared(asOf)
    },
    /** Compares the newest of both kinds. */
    readRecent: async (): Promise<void> => {
      const asOf = clock()
      for (const kind of kinds) await readRecent(kind)
      await compared(asOf)
    },
    /** Everything from the newest to the oldest, what is in review first. `anew`: sweeps under way begin again. */
    readAll: async ({ anew }: { anew: boolean }): Promise<void> => {
      const asOf = clock()
      if (anew) await inTurn(async () => states.write({ ...(await states.read()), sweeps: {} }))
      for (const status of [IN_REVIEW, null]) for (const kind of kinds) await toTheEnd(kind, status)
      await compared(asOf)
    },
  }

  async function compared(asOf: number): Promise<void> {
    await inTurn(async () => states.write({ ...(await states.read()), comparedAt: asOf }))
  }
}
export type IndexReading = ReturnType<typeof makeIndexReading>

const isBegun = (state: IndexState, kind: Kind, status: string | null): boolean => {
  const name = sweepName(kind, status)
  return state.sweeps[name] !== undefined || state.swept[name] !== undefined
}

/** True when there is something of everything to show. */
export const hasFirstPages = (state: IndexState): boolean =>
  kinds.every((kind) => isBegun(state, kind, IN_REVIEW) && isBegun(state, kind, null))

/** True when every session was listed once. */
export const hasAll = (state: IndexState): boolean => kinds.every((kind) => state.swept[sweepName(kind, null)] !== undefined)

/** When the last whole comparison of what is in review began; 0 before the first. */
export const reviewComparedAt = (state: IndexState): number =>
  Math.min(...kinds.map((kind) => state.swept[sweepName(kind, IN_REVIEW)] ?? 0))
