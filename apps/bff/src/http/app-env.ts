import type { Person } from '../lib/person.ts'

export interface AppEnv {
  Variables: {
    /** Set by `identify`; sure to be there behind `need` and `signedIn`. */
    person: Person
    /** Of the sign-in that calls; there together with `person`. */
    signInId: string
    /** Whether the password or a code was given lately in this sign-in. */
    provedLately: () => Promise<boolean>
    requestId: string
  }
}
