import type { Assignee } from '@verdict/contract/queue'
import type { Ledger } from '../ledger/ledger.ts'
import type { LeaseBook } from '../leases/lease-book.ts'
import type { Publish } from '../live/live-feed.ts'
import { readPerson } from '../people/people.repository.ts'
import type { SessionIndex } from '../session-index/make-session-index.ts'
import type { Store } from '../store/open-store.ts'
import { makeListQueue, type PendingBySession } from './list-queue.ts'
import { makeQueueMarks, type Reviewers } from './marks.ts'
import type { QueueRanking } from './ranking.ts'
import { makeTakeNext } from './take-next.ts'

/** Everybody who may decide and has not left. */
function makeReviewers(store: Store): Reviewers {
  const decides = async (id: string): Promise<Assignee | undefined> => {
    const left = await store.selectFrom('people_left').select('person_id').where('person_id', '=', id).executeTakeFirst()
    const person = left ? undefined : await readPerson(store, id)
    return person?.permissions.includes('decisions.make') ? { id: person.id, name: person.name } : undefined
  }
  return {
    find: decides,
    all: async () => {
      const rows = await store.selectFrom('auth_user').select('id').orderBy('name').execute()
      const people = await Promise.all(rows.map(({ id }) => decides(id)))
      return people.filter((person) => person !== undefined)
    },
  }
}

/** The room put together. */
export function makeQueue(deps: {
  store: Store
  ledger: Ledger
  clock: () => number
  publish: Publish
  index: SessionIndex
  ranking: QueueRanking
  leases: LeaseBook
  leaseMs: () => Promise<number>
  pendingBySession: PendingBySession
}) {
  const marks = makeQueueMarks({ ...deps, reviewers: makeReviewers(deps.store) })
  return { marks, list: makeListQueue({ ...deps, marks }), takeNext: makeTakeNext(deps) }
}
export type Queue = ReturnType<typeof makeQueue>
