import { type BudgetName, budgetScopes, type CallKind, DiditOverBudgetError, type Lane, type RateBudget } from '@verdict/didit'
import type { GrantBook } from './grant-book.ts'

/** For so long granted calls may begin; what is not used by then goes back. */
const USABLE_MS = 2_000
const WINDOW_MS = 60_000
/** Shorter waits are the store's. */
const NOTICED_MS = 50
/** Longer than any call may last, so that a grant of a process that died counts until its last call is over. */
const LONGEST_CALL_MS = 65_000
/** Asked for at once, so that the store is not asked for every call. Rare budgets are not hoarded. */
const batchSizes: Record<CallKind, number> = { read: 10, write: 3, edit: 1, pdf: 1, media: 0, health: 0 }

interface Batch {
  id: string
  kind: CallKind
  left: number
  begun: number
  underWay: number
  usableUntil: number
  lastEnd: number
  closed: boolean
}

/**
 * The budget of one process inside the one of all: a call takes room in the common book first, some calls at a time,
 * and then in the process's own windows, which know Didit's answers.
 */
export function makeSharedBudget(deps: {
  local: RateBudget
  book: Pick<GrantBook, 'take' | 'end' | 'block'>
  clock: () => number
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
  newId: () => string
  /** Told how long a call waited for room in the common book. */
  onWait: (lane: Lane, waitedMs: number) => void
  /** The book could not be written; the grant runs out by itself. */
  onFailure: (error: unknown) => void
}): RateBudget {
  const { local, book, clock, sleep, newId, onWait, onFailure } = deps
  const batches = new Map<string, Batch>()
  const asking = new Map<string, Promise<number>>()

  /** Tells the book what became of a batch, once nothing of it is under way. */
  const close = (batch: Batch): void => {
    const over = batch.left === 0 || clock() >= batch.usableUntil
    if (!over || batch.underWay > 0 || batch.closed) return
    batch.closed = true
    book.end(batch.id, batch.begun, batch.lastEnd + WINDOW_MS).catch(onFailure)
  }

  /** Gets a new batch; answers how long to wait when there is none. Several who ask at once ask together. */
  const ask = async (key: string, kind: CallKind, lane: Lane): Promise<number> => {
    const now = clock()
    const id = newId()
    const until = now + USABLE_MS + LONGEST_CALL_MS + WINDOW_MS
    const grant = await book.take({ id, budgets: budgetScopes[kind], lane, calls: batchSizes[kind], until })
    if ('waitMs' in grant) return grant.waitMs
    const before = batches.get(key)
    batches.set(key, { id, kind, left: grant.calls, begun: 0, underWay: 0, usableUntil: now + USABLE_MS, lastEnd: now, closed: false })
    if (before) close(before)
    return 0
  }

  const token = (key: string): Batch | undefined => {
    const batch = batches.get(key)
    if (!batch || batch.left === 0 || clock() >= batch.usableUntil) return undefined
    batch.left -= 1
    batch.begun += 1
    batch.underWay += 1
    return batch
  }

  const acquire = async ({ operation, kind, lane, maxWaitMs, signal }: Parameters<RateBudget['take']>[0]): Promise<Batch> => {
    const key = `${kind} ${lane}`
    const giveUpAt = clock() + maxWaitMs
    for (;;) {
      const batch = token(key)
      if (batch) return batch
      let asked = asking.get(key)
      if (!asked) {
        asked = ask(key, kind, lane).finally(() => asking.delete(key))
        asking.set(key, asked)
      }
      const wait = await asked
      if (wait === 0) continue
      if (clock() + wait > giveUpAt) throw new DiditOverBudgetError({ operation, by: 'us', retryAfterMs: wait })
      await sleep(wait, signal)
    }
  }

  return {
    ...local,
    take: async (call) => {
      if (budgetScopes[call.kind].length === 0) return local.take(call)
      const began = clock()
      const batch = await acquire(call).finally(() => {
        if (clock() - began >= NOTICED_MS) onWait(call.lane, clock() - began)
      })
      let open = true
      const leave = (used: boolean): void => {
        if (!open) return
        open = false
        batch.underWay -= 1
        if (used) batch.lastEnd = Math.max(batch.lastEnd, clock())
        else {
          batch.begun -= 1
          batch.left += 1
        }
        close(batch)
      }
      try {
        const ticket = await local.take(call)
        return {
          done: () => {
            ticket.done()
            leave(true)
          },
        }
      } catch (error) {
        leave(false)
        throw error
      }
    },
    learn: (kind, headers, retryAfterMs) => {
      local.learn(kind, headers, retryAfterMs)
      const [budget]: readonly (BudgetName | undefined)[] = budgetScopes[kind]
      if (retryAfterMs !== null && budget !== undefined) book.block(budget, clock() + retryAfterMs).catch(onFailure)
    },
  }
}
