import type { Person } from '../lib/person.ts'

export interface AppEnv {
  Variables: {
    /** Set by `identify`; sure to be there behind `need` and `signedIn`. */
    person: Person
    requestId: string
  }
}
