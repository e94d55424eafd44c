import { createWorld } from '../world/create-world.ts'
import { IdSource } from './ids.ts'
import { ListStore } from './list-store.ts'
import { SessionPages } from './session-pages.ts'
import { SessionStore } from './session-store.ts'
import type { Delivery, Destination } from './destination.ts'
import { EntityStore } from './entity-store.ts'

export interface ApplicationPlan {
  id: string
  key: string
  name: string
  seed: number
  sessions: number
  epoch: number
}

/** One Didit application: its key and everything that the key reaches. */
export interface Application {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly ids: IdSource
  readonly sessions: SessionStore
  readonly pages: SessionPages
  readonly lists: ListStore
  readonly users: EntityStore
  readonly businesses: EntityStore
  readonly destinations: Destination[]
  /** Newest last; bounded by the dispatcher. */
  readonly deliveries: Delivery[]
  /** Source sessions that were imported here. */
  readonly redeemed: Set<string>
}

export function createApplication(plan: ApplicationPlan): Application {
  const { id, key, name, seed, epoch } = plan
  const sessions = new SessionStore(createWorld({ seed, sessions: plan.sessions, epoch, applicationId: id }))
  const ids = new IdSource(`${id} ${seed}`)
  const pages = new SessionPages(sessions)
  return {
    id,
    key,
    name,
    ids,
    sessions,
    pages,
    lists: new ListStore(ids, epoch, id),
    users: new EntityStore('user', id, pages, sessions),
    businesses: new EntityStore('business', id, pages, sessions),
    destinations: [],
    deliveries: [],
    redeemed: new Set(),
  }
}
