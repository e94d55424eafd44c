import type { Me, Welcome } from '@verdict/contract/access'
import type { Connection } from '@verdict/contract/connection'
import type { Env } from '../env.ts'
import type { Person } from '../lib/person.ts'
import type { Store } from '../store/open-store.ts'
import { version } from '../version.ts'
import { DEMO_PASSWORD, demoSeats } from './demo-staff.ts'
import { factorStanding } from './second-factor/demands.ts'

type Facts = Pick<Env, 'demo' | 'demoStaff' | 'undoSeconds'>

export type DescribeMe = (person: Person) => Promise<Me>

export function makeDescribeMe({ env, store }: { env: Facts; store: Store }): DescribeMe {
  return async (person) => {
    const { on } = await factorStanding(store, person.id)
    return { ...person, demo: env.demo, version, undoSeconds: env.undoSeconds, secondFactor: on }
  }
}

/** What the sign-in page shows to anybody. */
export function makeWelcome(deps: { env: Facts; store: Store; readConnection: () => Connection }): () => Promise<Welcome> {
  return async () => {
    const { answers, asOf } = deps.readConnection()
    const someone = await deps.store.selectFrom('people_roles').select('role').limit(1).executeTakeFirst()
    return {
      version,
      demo: deps.env.demo,
      seats: deps.env.demoStaff ? demoSeats.map(({ email, role, about }) => ({ email, role, about })) : null,
      password: deps.env.demoStaff ? DEMO_PASSWORD : null,
      needsFirstAdmin: someone === undefined,
      upstream: { answers, asOf },
    }
  }
}
